"""Text in two languages: folding, collation, and dates, numbers and money as each language writes them."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final, Literal, TypeVar

from babel.dates import format_date
from babel.numbers import format_decimal

from macros.dates import PartialDate

Lang = Literal["vi", "en"]
LANGS: Final[tuple[Lang, ...]] = ("vi", "en")

T = TypeVar("T")

# The Vietnamese alphabet with the four letters that only foreign names use in their Latin places.
_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: rank for rank, letter in enumerate(_LETTERS)}
# Tone marks in the order of Vietnamese dictionaries: level, grave, hook above, tilde, acute, dot below.
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
# Marks that make another letter, not another tone: breve, circumflex, horn.
_LETTER_MARKS: Final = {"\u0306", "\u0302", "\u031b"}


def fold(text: str) -> str:
    """Text without accents and case, for matching: ``Đà Nẵng`` → ``da nang``.

    ``đ`` has no decomposition in Unicode, so it is folded by hand.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slugify(text: str, separator: str = "-") -> str:
    """An ASCII anchor for a heading; Python-Markdown's own drops ``đ`` (``Đà Nẵng`` → ``a-nang``)."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in fold(text)).split()
    return separator.join(words)


@functools.cache
def _letter(char: str) -> tuple[int, int]:
    """Rank of a lower-case character in the alphabet, and its tone."""
    decomposed = unicodedata.normalize("NFD", char)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), 0)
    letter = decomposed[0] + "".join(mark for mark in decomposed[1:] if mark in _LETTER_MARKS)
    composed = unicodedata.normalize("NFC", letter)
    rank = _RANK.get(composed, _RANK.get(decomposed[0]))
    if rank is not None:
        return rank + 100, tone
    # Spaces and punctuation sort before digits, digits before letters, other scripts after them.
    return (ord(char) + 1000 if char.isalpha() else (50 + int(char) if char.isdecimal() else 0)), tone


CollationKey = tuple[tuple[int, ...], tuple[int, ...], str]


@functools.cache
def collation_key(text: str, lang: Lang) -> CollationKey:
    """Sort key of a text: Vietnamese by its own alphabet (``Đ`` after ``D``, then tones), English by folded letters."""
    if lang == "en":
        return tuple(map(ord, fold(text))), (), text
    letters = [_letter(char) for char in unicodedata.normalize("NFC", text).lower()]
    return tuple(rank for rank, _ in letters), tuple(tone for _, tone in letters), text


def collate(items: Iterable[T], name: Callable[[T], str], lang: Lang) -> list[T]:
    """The items sorted by name as a reader of the language expects."""
    return sorted(items, key=lambda item: collation_key(name(item), lang))


def date_text(date: PartialDate, lang: Lang) -> str:
    """A date for readers, no more precise than it is: ``03/08/2023``, ``02/2015``, ``2007``."""
    if date.precision == "year":
        return str(date.year)
    if lang == "vi":
        pattern = "dd/MM/yyyy" if date.precision == "day" else "MM/yyyy"
        return format_date(date.first_day, pattern, locale="vi")
    pattern = "d MMMM yyyy" if date.precision == "day" else "MMMM yyyy"
    return format_date(date.first_day, pattern, locale="en_GB")


def number_text(value: int | float, lang: Lang) -> str:
    """A number for readers: ``1.013`` in Vietnamese, ``1,013`` in English."""
    return str(format_decimal(value, locale="vi" if lang == "vi" else "en_GB"))
