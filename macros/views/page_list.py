"""The pages that the records make, in a language: a pure list, rendered by others.

Two adapters use it: :mod:`macros.website.adapter.hooks` for MkDocs, and a writer of stubs for engines without hooks.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import LISTED
from macros.views import addresses
from macros.views.descriptions import description_values
from macros.views.labels import group_title, label
from macros.views.page import Page
from macros.views.reports.periods import periods
from macros.views.reports.sentences import period_text

# Lists that are no list of a kind of record, in the order of the navigation, and the kind of what they show.
_FURTHER: Final = {
    "gaps": "reported-agreement",
    "quality": "quality",
    "issuer": "document",
    "timeline": "timeline",
    "report": "report",
    "review": "review",
    "data": "data",
    "follow": "follow",
    "changes": "changes",
    "in-force": "in-force",
}
# Those of them that are long enough for a table of contents.
_LONG: Final = frozenset({"quality", "data"})
# Kinds whose pages come before those of all others: with whom the city works, before what for.
_FIRST: Final = ("country", "partner", "agreement", "organisation")
# Pages that repeat in part what others say, so that searching them would find everything many times.
_UNSEARCHED: Final = frozenset({"changes-year", "in-force-year", "record-form", "report"})


@functools.lru_cache(maxsize=2)
def pages(catalogue: Catalogue, lang: Lang) -> tuple[Page, ...]:
    """Return all generated pages of a language in a stable order; the paths are the same in both languages.

    The list is kept, for many ask for it.
    """
    return (
        *_lists(lang),
        *(page for kind in _with_pages() for page in _records(kind, catalogue, lang)),
        *_years(catalogue, lang),
        *_reports(catalogue, lang),
        *_contribute(lang),
        _licences(lang),
    )


def _lists(lang: Lang) -> Iterator[Page]:
    """The list of each kind that has one of its own, and further lists."""
    for kind in LISTED:
        if not kind.listed_at:
            yield _list(kind.singular, kind.singular, lang, contents=kind.contents)
    for name, shown in _FURTHER.items():
        yield _list(name, shown, lang, contents=name in _LONG)


def _list(name: str, shown: str, lang: Lang, *, contents: bool) -> Page:
    address, words = addresses.index(name), texts(lang)[name]
    return Page(
        path=f"{address}index.md",
        template=address.rstrip("/"),
        record="",
        title=words["index_title"],
        description=words["index_lead"],
        lists=shown,
        contents=contents,
    )


def _with_pages() -> list[str]:
    """The kinds whose records have pages of their own."""
    kinds = [kind.singular for kind in LISTED if kind.shown == "page"]
    return sorted(kinds, key=lambda kind: _FIRST.index(kind) if kind in _FIRST else len(_FIRST))


def _records(kind: str, catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """The pages of the records of a kind; their descriptions are the sentence of the kind with its values."""
    t = texts(lang)
    words = t["task"]["group_description"] if kind == "task-group" else t[kind]["description"]
    for item in catalogue.of_kind(kind).values():
        title = group_title(item, lang) if kind == "task-group" else label(kind, item, lang)
        description = words.format(**description_values(kind, item, lang))
        retired = item.record.retired is not None
        title = t["retired"]["title"].format(title=title) if retired else title
        yield replace(_shown(kind, item.id, title, description), retired=retired)


def _shown(kind: str, record: str, title: str, description: str) -> Page:
    path = _source(addresses.page(kind, record))
    return Page(path, kind, record, title, description, searched=kind not in _UNSEARCHED)


def _source(address: str) -> str:
    """The path of the Markdown source that becomes a page at this address."""
    return f"{address.rstrip('/')}.md"


def _years(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """Pages of the agreements in force at the end of each year, and of the changes of each."""
    for end in catalogue.year_ends.values():
        words = texts(lang)["in-force"]
        values = {"date": date_text(PartialDate(end.year, 12, 31), lang), "n": number_text(len(end.in_force), lang)}
        title, description = (words[key].format(**values) for key in ("year_title", "year_description"))
        yield _shown("in-force-year", str(end.year), title, description)
    for year in catalogue.history.by_year:
        words = texts(lang)["changes"]
        title, description = (words[key].format(year=year) for key in ("year_title", "year_description"))
        yield _shown("changes-year", str(year), title, description)


def _reports(catalogue: Catalogue, lang: Lang) -> Iterator[Page]:
    """Reports on years and quarters."""
    for period in periods(catalogue):
        words = texts(lang)["report"]
        title, description = (words[key].format(period=period_text(period, lang)) for key in ("title", "description"))
        yield _shown("report", period.id, title, description)


def _contribute(lang: Lang) -> Iterator[Page]:
    """The web forms with their list, and the table of fields."""
    t = texts(lang)
    words, fields = t["webform"], t["field_table"]
    path = f"{addresses.index('record-form')}index.md"
    yield Page(path, "record-forms", "", words["index_title"], words["index_description"], contents=False)
    for name, form in words["forms"].items():
        yield _shown("record-form", name, form["title"], words["description"].format(title=form["title"]))
    path = _source(addresses.index("fields"))
    yield Page(path, "fields", "", fields["index_title"], fields["index_description"], contents=False)


def _licences(lang: Lang) -> Page:
    words = texts(lang)["licences"]
    return Page(
        _source(addresses.index("licences")), "licences", "", words["index_title"], words["index_lead"], contents=False
    )
