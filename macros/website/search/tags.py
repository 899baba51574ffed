"""Kind and status of a hit, which the list of results prints beside its title."""

from __future__ import annotations

from typing import Any, Final

from macros.base.clock import build_day
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.page import Page

# The words of the statuses, by the kinds of record that have one.
_STATUSES: Final = {"agreement": "agreement_status", "task": "task_status"}
Later = list[tuple[str, str]]


def tags(catalogue: Catalogue, page: Page | None, lang: Lang) -> tuple[list[str], Later]:
    """Return the words for a page's kind and status, and the days from which other words for the status hold.

    The search shows the status of the reader's day, as the pages do.

    Args:
        catalogue: the joined records.
        page: the generated page, or None for one written by hand.
        lang: the language of the words.
    """
    words = texts(lang)["search"]
    if page is None:
        return [words["kinds"]["page"]], []
    if page.template == "record-form":
        return [words["kinds"]["form"]], []
    kind = words["kinds"].get(page.template) if page.record else words["kinds"]["list" if page.lists else "page"]
    if kind is None:
        return [words["kinds"]["page"]], []
    if page.retired:
        return [kind, words["retired"]], []
    if page.record and page.template in _STATUSES:
        item: Any = catalogue.of_kind(page.template)[page.record]
        named = texts(lang)[_STATUSES[page.template]]
        # A site of another day shows that day only.
        ahead = item.changes if catalogue.as_of == build_day() else ()
        return [kind, named[item.status]], [(day.isoformat(), named[status]) for day, status in ahead]
    return [kind], []
