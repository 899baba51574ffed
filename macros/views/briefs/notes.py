"""Sources of a brief as numbered notes: one for each document, with the places in it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from macros.base.formats import cut, date_text
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.records.model import Document, Source

# The most characters of a note: three lines in small print.
_LONGEST: Final = 340
# The characters that title and date take, mostly.
_TITLE: Final = 60
# Between the parts of a place (annex, table, row), and between places.
_WITHIN: Final = ", "
_BETWEEN: Final = "; "
# The numbers of notes stay on one line.
_NO_BREAK: Final = "\u00a0"
_LEADING_ZERO: Final = re.compile(r"\b0+(?=\d)")


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
        return f"[{f',{_NO_BREAK}'.join(map(str, sorted(set(numbers))))}]" if numbers else ""

    def texts(self) -> list[str]:
        """Return the notes in their order."""
        return [f"[{n}] {self._text(name)}" for n, name in enumerate(self._places, start=1)]

    def _place(self, locator: str) -> str:
        """The place in a document; as the document prints it where it cannot be read in English."""
        return (self._records.locators.english(locator) if self._lang == "en" else None) or locator

    def _text(self, name: str) -> str:
        document = self._records.document_records[name]
        return cut(f"{self._named(document)}: {_gathered(tuple(self._places[name]))}", _LONGEST)

    def _named(self, document: Document) -> str:
        """The short title of a document with its date, unless the title has it already."""
        title = (document.short or document.title)[self._lang]
        if document.dated is None:
            return title
        date = date_text(document.dated, self._lang)
        return title if _LEADING_ZERO.sub("", date) in _LEADING_ZERO.sub("", title) else f"{title} ({date})"


def note_lengths(sources: Iterable[Source]) -> Iterator[int]:
    """Yield about how many characters the note of each document takes."""
    places: dict[str, dict[str, None]] = {}
    for source in sources:
        places.setdefault(source.document, {})[source.locator] = None
    for found in places.values():
        yield min(_LONGEST, _TITLE + len(_gathered(tuple(found))))


# While a brief is fitted to its page, the same places are asked for at every line that goes.
@functools.lru_cache(maxsize=1 << 12)
def _gathered(places: tuple[str, ...], between: str = _BETWEEN) -> str:
    """Return places in a document, those in one part together: ``Annex I, table 1, row 4, row 7; table 2; Part III``.

    Args:
        places: the places, each from its largest part to its smallest.
        between: stands between places that have no parts.
    """
    parts: dict[str, list[str]] = {}
    for place in dict.fromkeys(places):
        part, _, rest = place.partition(_WITHIN)
        parts.setdefault(part, []).append(rest)
    said = []
    for part, rests in parts.items():
        within = [rest for rest in rests if rest]
        said += [part] if "" in rests else []
        said += [f"{part}{_WITHIN}{_gathered(tuple(within), _WITHIN)}"] if within else []
    whole = all(rests == [""] for rests in parts.values())
    return (between if whole else _BETWEEN).join(said)
