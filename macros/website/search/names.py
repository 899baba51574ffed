"""Names that a record is searched for by: in both languages, with abbreviations, numbers and former names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import SINGULAR
from macros.records.model import Text
from macros.views.page import Page

# The fields with further names, in any kind of record.
_FURTHER: Final = ("abbreviations", "abbreviation", "number", "short", "aliases", "former_names")
# Words that abbreviations pass over.
_PASSED_OVER: Final = {"và", "của", "các"}
# A name of fewer words is not abbreviated.
_FEWEST_WORDS: Final = 3


def page_names(catalogue: Catalogue, page: Page) -> list[str]:
    """Return all names of a page's record but the page's own title.

    There are none for a page that shows no record, and for kinds without a list of their own, which are found by their
    titles.
    """
    kind = SINGULAR.get(page.template)
    if not page.record or kind is None or kind.listed_at:
        return []
    record = catalogue.of_kind(kind.singular)[page.record].record
    names = [*record_names(record, kind.label)]
    if kind.singular == "agency":
        names.append(initials(record.name.vi))
    return list(dict.fromkeys(name for name in names if name and name != page.title))


def section_names(catalogue: Catalogue, page: Page | None) -> dict[str, list[str]]:
    """Return the names of the records that share a page, by their anchors; nothing for records without names."""
    kind = SINGULAR.get(page.lists) if page is not None else None
    if kind is None or kind.shown != "section" or kind.label != "name":
        return {}
    records = [item.record for item in catalogue.of_kind(kind.singular).values()]
    return {record.id: [*record_names(record, kind.label)] for record in records}


def record_names(record: Any, label: str) -> Iterator[str]:
    """Yield the names of a record, those of its label first; some may be the same.

    Args:
        record: a record of any kind.
        label: the field that readers know it by; the record need not have it.
    """
    for field in (label, *_FURTHER):
        yield from _spelled(getattr(record, field, None))


def _spelled(value: Any) -> Iterator[str]:
    """The spellings in a field: a text in both languages, a plain text, another name, or several of these."""
    if isinstance(value, Text):
        yield from (value.vi, value.en)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spelled(part)
    elif value is not None:
        yield from _spelled(value.name)


def initials(name: str) -> str:
    """Return a body's name as officials abbreviate it: ``Sở Kế hoạch và Đầu tư`` → ``SKHĐT``.

    It is empty for a name that is too short to be abbreviated.
    """
    words = [word for word in name.split() if word[0].isalpha() and word not in _PASSED_OVER]
    return "".join(word[0] for word in words).upper() if len(words) >= _FEWEST_WORDS else ""
