"""Sources of a brief as numbered notes: one for each document, with the places in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from macros.base.formats import cut, date_text
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.records.model import Source

# The most characters of a note: two lines in small print.
_LONGEST: Final = 230
# The characters that title and date take, mostly.
_TITLE: Final = 90


class Notes:
    """Notes numbered in the order in which documents are first cited."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records, self._lang = records, lang
        self._places: dict[str, dict[str, None]] = {}

    def cite(self, sources: Iterable[Source]) -> str:
        """Return the numbers of the notes for sources, ``[1, 3]``; nothing where there are none."""
        numbers = []
        for source in sources:
            self._places.setdefault(source.document, {})[self._place(source.locator)] = None
            numbers.append(list(self._places).index(source.document) + 1)
        return f"[{', '.join(map(str, sorted(set(numbers))))}]" if numbers else ""

    def texts(self) -> list[str]:
        """Return the notes in their order."""
        return [f"[{n}] {self._text(name)}" for n, name in enumerate(self._places, start=1)]

    def _place(self, locator: str) -> str:
        """The place in a document; as the document prints it where it cannot be read in English."""
        return (self._records.locators.english(locator) if self._lang == "en" else None) or locator

    def _text(self, name: str) -> str:
        document = self._records.document_records[name]
        title = (document.short or document.title)[self._lang]
        dated = "" if document.dated is None else f" ({date_text(document.dated, self._lang)})"
        return cut(f"{title}{dated}: {'; '.join(self._places[name])}", _LONGEST)


def note_lengths(sources: Iterable[Source]) -> Iterator[int]:
    """Yield about how many characters the note of each document takes."""
    places: dict[str, dict[str, None]] = {}
    for source in sources:
        places.setdefault(source.document, {})[source.locator] = None
    for found in places.values():
        yield min(_LONGEST, _TITLE + sum(map(len, found)))
