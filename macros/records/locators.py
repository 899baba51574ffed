"""Places in documents, said in English: derived from phrases that staff can add to, and only where all are known."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Final

from macros.base.languages import Lang

# The vocabulary that holds the phrases, and what stands for a number in them.
PHRASES: Final = "locator-phrases"
NUMBER: Final = "{n}"

# A number as documents print it: ``3``, ``IV``, ``II.B.15``, ``III.2.đ``.
_PART: Final = r"(?:[IVX]++|[0-9]{1,4}|[A-ZĐ]|[a-zđ])"
_NUMBER: Final = rf"({_PART}(?:\.{_PART})*+)"
_SEPARATORS: Final = {", ": ", ", "; ": "; ", " và ": " and ", " đến ": " to "}
_SEPARATOR: Final = re.compile("|".join(_SEPARATORS))
# Number of letters by which phrases that cannot begin a text are told.
_LETTERS: Final = 4
# A number that goes on a list begun by a phrase: the 47 of “dòng 18 và 47”.
_FURTHER: Final = re.compile(rf"(?<![\w.]){_NUMBER}(?!\w)")


class Locators:
    """The phrases that places in documents are made of, in Vietnamese and English."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Prepare the phrases.

        Args:
            phrases: each as documents print it, with ``{n}`` for a number, and its English with as many of them;
                others are left out (the check refuses them).
        """
        fit = [(vi, en) for vi, en in phrases if vi.count(NUMBER) == en.count(NUMBER)]
        # Longest first: what is said of a whole phrase holds before what is said of its parts.
        known = sorted(fit, key=lambda pair: len(pair[0]), reverse=True)
        self._known = known
        self._phrases = [
            (vi.partition(NUMBER)[0][:_LETTERS], re.compile(_pattern(vi)), en.split(NUMBER)) for vi, en in known
        ]
        self._beginning: dict[str, list[tuple[re.Pattern[str], list[str]]]] = {}
        self._read: dict[str, str | None] = {}

    def __repr__(self) -> str:
        """Return what makes two of them alike: digests of the catalogue's answers rest on it."""
        return f"Locators({self._known!r})"

    def said(self, locator: str, lang: Lang) -> str:
        """Return a place in a language; in Vietnamese where its English is not known."""
        return (self.english(locator) if lang == "en" else None) or locator

    def english(self, locator: str) -> str | None:
        """Return a place in English, ``Annex I, row 3`` for ``Phụ lục I, dòng 3``; None where a part is not known."""
        if locator not in self._read:
            self._read[locator] = self._translated(locator)
        return self._read[locator]

    def _translated(self, text: str) -> str | None:
        # From the end: each beginning of a part is looked at once, whatever follows it.
        ends: dict[int, str] = {}
        for start in reversed([0, *(found.end() for found in _SEPARATOR.finditer(text))]):
            if (english := self._from(text, start, ends)) is not None:
                ends[start] = english
        return ends.get(0)

    def _from(self, text: str, start: int, ends: dict[int, str]) -> str | None:
        """Return the English of a text from a place on, where that of all that can follow is known."""
        further = [(_FURTHER, ["", ""])] if start else []
        for pattern, english in (*self._may_begin(text[start : start + _LETTERS]), *further):
            found = pattern.match(text, start)
            if found is None:
                continue
            said = english[0] + "".join(number + rest for number, rest in zip(found.groups(), english[1:], strict=True))
            if found.end() == len(text):
                return said
            separator = _SEPARATOR.match(text, found.end())
            if separator is not None and separator.end() in ends:
                return said + _SEPARATORS[separator[0]] + ends[separator.end()]
        return None

    def _may_begin(self, letters: str) -> list[tuple[re.Pattern[str], list[str]]]:
        """Return the phrases that a text with these first letters may begin with: few of many."""
        if letters not in self._beginning:
            self._beginning[letters] = [
                (pattern, english) for first, pattern, english in self._phrases if letters.startswith(first)
            ]
        return self._beginning[letters]


@functools.lru_cache(maxsize=2)
def locators(phrases: tuple[tuple[str, str], ...]) -> Locators:
    """Return :class:`Locators`; the check and the catalogue of one process, and of the next edit, share them."""
    return Locators(phrases)


def _pattern(phrase: str) -> str:
    """Return the pattern of a phrase that stands whole in a text."""
    return _NUMBER.join(map(re.escape, phrase.split(NUMBER))) + r"(?!\w)"
