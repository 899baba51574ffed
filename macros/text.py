"""Text in two languages: folding, collation, and dates, numbers and money as each language writes them."""

from __future__ import annotations

import functools
import textwrap
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final, Literal, TypeVar

from babel.dates import format_date
from babel.numbers import format_decimal

from macros.dates import PartialDate
from macros.model import Indicator

Lang = Literal["vi", "en"]
LANGS: Final[tuple[Lang, ...]] = ("vi", "en")

_LOCALES: Final[dict[Lang, str]] = {"vi": "vi", "en": "en_GB"}

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


# Ranks as the characters with these numbers, tones as bytes: short, for every name and title has a key.
CollationKey = tuple[str, bytes, str]


@functools.cache
def collation_key(text: str, lang: Lang) -> CollationKey:
    """Sort key of a text: Vietnamese by its own alphabet (``Đ`` after ``D``, then tones), English by folded letters."""
    if lang == "en":
        return fold(text), b"", text
    letters = [_letter(char) for char in unicodedata.normalize("NFC", text).lower()]
    return "".join(chr(rank) for rank, _ in letters), bytes(tone for _, tone in letters), text


def collate(items: Iterable[T], name: Callable[[T], str], lang: Lang) -> list[T]:
    """The items sorted by name as a reader of the language expects."""
    return sorted(items, key=lambda item: collation_key(name(item), lang))


# Names of records stand in many lines.
@functools.lru_cache(maxsize=1 << 12)
def cut(text: str, most: int) -> str:
    """A text of at most so many characters, cut at a word with a mark where it is longer."""
    return text if len(text) <= most else textwrap.shorten(text, most, placeholder=" …")


@functools.cache
def date_text(date: PartialDate, lang: Lang) -> str:
    """A date for readers, no more precise than it is: ``03/08/2023``, ``02/2015``, ``2007``."""
    if date.precision == "year":
        return str(date.year)
    if lang == "vi":
        pattern = "dd/MM/yyyy" if date.precision == "day" else "MM/yyyy"
        return format_date(date.first_day, pattern, locale="vi")
    pattern = "d MMMM yyyy" if date.precision == "day" else "MMMM yyyy"
    return format_date(date.first_day, pattern, locale="en_GB")


def number_text(value: int | Decimal, lang: Lang) -> str:
    """A number for readers, all its digits kept: ``1.013`` in Vietnamese, ``1,013`` in English."""
    return _digits_text(str(value), lang)


# By its digits, for 1 and 1.0 are equal but not printed alike.
@functools.cache
def _digits_text(written: str, lang: Lang) -> str:
    value = Decimal(written)
    digits = max(0, -int(value.as_tuple().exponent))
    return str(format_decimal(value, "#,##0." + "0" * digits if digits else "#,##0", locale=_LOCALES[lang]))


def large_number_text(value: Decimal, lang: Lang) -> str:
    """A number with its size in words where that is shorter and exact: ``57,234 tỷ``, ``VND 57.234 billion``."""
    for size, words in _SIZES:
        part = value / size
        short = abs(value) >= size and -int(part.normalize().as_tuple().exponent) <= _MOST_DECIMALS
        if short and words[lang]:
            return f"{number_text(_plain(part), lang)} {words[lang]}"
    return number_text(_plain(value), lang)


def money_text(value: Decimal, currency: str, lang: Lang) -> str:
    """A sum of money: ``12.400 USD`` and ``57,234 tỷ đồng``; ``USD 12,400`` and ``VND 57.234 billion``."""
    amount = large_number_text(value, lang)
    if lang == "vi":
        return f"{amount} đồng" if currency == "VND" else f"{amount} {currency}"
    return f"{currency} {amount}"


def quantity_text(indicator: Indicator, lang: Lang) -> str:
    """An indicator's value with its unit: ``1.013 dự án``, ``USD 4.53 billion``, ``66.82%``."""
    unit = indicator.unit[lang]
    if unit in _CURRENCIES:
        return money_text(indicator.value, _CURRENCIES[unit], lang)
    number = large_number_text(indicator.value, lang)
    return f"{number}%" if unit == "%" else f"{number} {unit}"


# How the indicators' units name a currency.
_CURRENCIES: Final = {"đồng": "VND", "dong": "VND", "VND": "VND", "USD": "USD", "EUR": "EUR", "SEK": "SEK"}
# Vietnamese counts in tỷ (thousand million) however many there are; English has a word for a million million.
_SIZES: Final[tuple[tuple[Decimal, dict[Lang, str]], ...]] = (
    (Decimal(10) ** 12, {"vi": "", "en": "trillion"}),
    (Decimal(10) ** 9, {"vi": "tỷ", "en": "billion"}),
    (Decimal(10) ** 6, {"vi": "triệu", "en": "million"}),
)
# More decimals than these read worse than all the digits.
_MOST_DECIMALS: Final = 3


def _plain(value: Decimal) -> Decimal:
    """The number without trailing zeros and without an exponent."""
    shortest = value.normalize()
    return shortest.quantize(Decimal(1)) if int(shortest.as_tuple().exponent) > 0 else shortest
