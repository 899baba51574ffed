"""The order of names in each language."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from macros.base.folding import fold
from macros.base.languages import Lang

T = TypeVar("T")
# The Vietnamese alphabet, with the four letters of foreign names in their Latin places.
_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: rank for rank, letter in enumerate(_LETTERS)}


# Tone marks in the order of Vietnamese dictionaries: level, grave, hook above, tilde, acute, dot below.
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
# Marks of letters, not of tones: breve, circumflex, horn.
_LETTER_MARKS: Final = {"\u0306", "\u0302", "\u031b"}


@functools.cache
def _letter(char: str) -> tuple[int, int]:
    """Return the rank of a lower-case character in the alphabet, and its tone."""
    decomposed = unicodedata.normalize("NFD", char)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), 0)
    letter = decomposed[0] + "".join(mark for mark in decomposed[1:] if mark in _LETTER_MARKS)
    composed = unicodedata.normalize("NFC", letter)
    rank = _RANK.get(composed, _RANK.get(decomposed[0]))
    if rank is not None:
        return rank + 100, tone
    # Spaces and punctuation sort before digits, digits before letters, other scripts after them.
    return (ord(char) + 1000 if char.isalpha() else (50 + int(char) if char.isdecimal() else 0)), tone


# Ranks as the characters with these numbers, tones as bytes, the text. Short, for every name and title has a key.
CollationKey = tuple[str, bytes, str]


@functools.cache
def collation_key(text: str, lang: Lang) -> CollationKey:
    """Return the sort key of a text: Vietnamese by letters (``Đ`` after ``D``), then tones; English without accents."""
    if lang == "en":
        return fold(text), b"", text
    letters = [_letter(char) for char in unicodedata.normalize("NFC", text).lower()]
    return "".join(chr(rank) for rank, _ in letters), bytes(tone for _, tone in letters), text


def collate(items: Iterable[T], name: Callable[[T], str], lang: Lang) -> list[T]:
    """Return the items sorted by name as readers of the language expect."""
    return sorted(items, key=lambda item: collation_key(name(item), lang))
