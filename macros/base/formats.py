"""Dates, numbers and money as each language writes them."""

from __future__ import annotations

import datetime as dt
import functools
import textwrap
from decimal import Decimal
from typing import Final

from babel.dates import format_date
from babel.numbers import format_decimal

from macros.base.dates import PartialDate
from macros.base.languages import Lang
from macros.base.words import texts

_LOCALES: Final[dict[Lang, str]] = {"vi": "vi", "en": "en_GB"}


# The same names are cut again and again.
@functools.lru_cache(maxsize=1 << 12)
def cut(text: str, most: int) -> str:
    """Return a text of at most ``most`` characters; a longer one is cut at a word and marked with ``…``."""
    return text if len(text) <= most else textwrap.shorten(text, most, placeholder=" …")


def balanced(text: str, most: int) -> str:
    """Return a text whose lines come out about equally long: spaces within a line of it do not break.

    Args:
        text: the text.
        most: the most characters of a line, where words allow.
    """
    number = len(textwrap.wrap(text, most, break_long_words=False))
    widths = range(1, most + 1)
    lines = next(
        (found for width in widths if len(found := textwrap.wrap(text, width, break_long_words=False)) <= number),
        [text],
    )
    return " ".join(line.replace(" ", "\u00a0") for line in lines)


@functools.cache
def date_text(date: PartialDate, lang: Lang) -> str:
    """Return a date for readers in its own precision: ``03/08/2023``, ``02/2015``, ``2007``."""
    if date.precision == "year":
        return str(date.year)
    if lang == "vi":
        pattern = "dd/MM/yyyy" if date.precision == "day" else "MM/yyyy"
        return format_date(date.first_day, pattern, locale="vi")
    pattern = "d MMMM yyyy" if date.precision == "day" else "MMMM yyyy"
    return format_date(date.first_day, pattern, locale="en_GB")


def day_text(day: dt.date, lang: Lang) -> str:
    """Return a day for readers: ``03/08/2023``, ``3 August 2023``."""
    return date_text(PartialDate.of(day), lang)


def number_text(value: int | Decimal, lang: Lang) -> str:
    """Return a number for readers with all its digits: ``1.013`` in Vietnamese, ``1,013`` in English."""
    return _digits_text(str(value), lang)


# Cached by the digits, for 1 and 1.0 are equal but printed differently.
@functools.cache
def _digits_text(written: str, lang: Lang) -> str:
    value = Decimal(written)
    digits = max(0, -int(value.as_tuple().exponent))
    return str(format_decimal(value, "#,##0." + "0" * digits if digits else "#,##0", locale=_LOCALES[lang]))


def count_text(kind: str, number: int, lang: Lang) -> str:
    """Return a number with its noun in the right form: ``3 agreements``.

    Args:
        kind: the noun, as a key of ``counts`` in the texts.
        number: the number, for singular or plural.
        lang: the language.
    """
    forms = texts(lang)["counts"][kind]
    return str(forms["one" if number == 1 else "other"].format(n=number_text(number, lang)))


def large_number_text(value: Decimal, lang: Lang) -> str:
    """Return a number with its size as a word where that is shorter and exact: ``57,234 tỷ``, ``57.234 billion``."""
    for size, words in _SIZES:
        part = value / size
        short = abs(value) >= size and -int(part.normalize().as_tuple().exponent) <= _MOST_DECIMALS
        if short and words[lang]:
            return f"{number_text(_plain(part), lang)} {words[lang]}"
    return number_text(_plain(value), lang)


def money_text(value: Decimal, currency: str, lang: Lang) -> str:
    """Return a sum of money: ``12.400 USD`` and ``57,234 tỷ đồng``; ``USD 12,400`` and ``VND 57.234 billion``."""
    amount = large_number_text(value, lang)
    if lang == "vi":
        return f"{amount} đồng" if currency == "VND" else f"{amount} {currency}"
    return f"{currency} {amount}"


def ordinal(number: int, lang: Lang) -> str:
    """Return a place in a ranking: ``hạng 3`` in Vietnamese, ``3rd`` in English."""
    if lang == "vi":
        return f"{_RANK['vi']} {number_text(number, lang)}"
    last_two = abs(number) % 100
    ending = "th" if last_two in _TEENS else _ORDINAL_ENDINGS.get(last_two % 10, "th")
    return f"{number_text(number, lang)}{ending}"


def quantity_text(value: Decimal, unit: str, lang: Lang) -> str:
    """Return a value with its unit: ``1.013 dự án``, ``USD 4.53 billion``, ``66.82%``, ``3rd of 100``.

    A unit that begins with the word for a rank (``hạng trên 100``, ``rank of 100``) makes the value an ordinal, and the
    rest of the unit follows.
    """
    if unit in _CURRENCIES:
        return money_text(value, _CURRENCIES[unit], lang)
    first, _, rest = unit.partition(" ")
    if first == _RANK[lang] and value == int(value):
        return f"{ordinal(int(value), lang)} {rest}".rstrip()
    number = large_number_text(value, lang)
    return f"{number}%" if unit == "%" else f"{number} {unit}"


# The word that begins a unit of ranks, by language.
_RANK: Final[dict[Lang, str]] = {"vi": "hạng", "en": "rank"}
_ORDINAL_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_TEENS: Final = (11, 12, 13)
# Units that are currencies.
_CURRENCIES: Final = {"đồng": "VND", "dong": "VND", "VND": "VND", "USD": "USD", "EUR": "EUR", "SEK": "SEK"}
# Vietnamese counts in tỷ (thousand million), however large the number; English has a word for a million million.
_SIZES: Final[tuple[tuple[Decimal, dict[Lang, str]], ...]] = (
    (Decimal(10) ** 12, {"vi": "", "en": "trillion"}),
    (Decimal(10) ** 9, {"vi": "tỷ", "en": "billion"}),
    (Decimal(10) ** 6, {"vi": "triệu", "en": "million"}),
)


# With more decimals, all the digits are easier to read.
_MOST_DECIMALS: Final = 3


def _plain(value: Decimal) -> Decimal:
    """Return the number without trailing zeros and without an exponent."""
    shortest = value.normalize()
    return shortest.quantize(Decimal(1)) if int(shortest.as_tuple().exponent) > 0 else shortest
