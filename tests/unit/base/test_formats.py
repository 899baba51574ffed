from __future__ import annotations

from decimal import Decimal

import pytest

from macros.base.dates import PartialDate
from macros.base.formats import (
    balanced,
    cut,
    date_text,
    large_number_text,
    money_text,
    number_text,
    ordinal,
    quantity_text,
)


@pytest.mark.parametrize(
    ("date", "vi", "en"),
    [
        ("2016-11-22", "22/11/2016", "22 November 2016"),
        ("2023-08-03", "03/08/2023", "3 August 2023"),
        ("2015-02", "02/2015", "February 2015"),
        ("2007", "2007", "2007"),
    ],
)
def test_dates_are_no_more_precise_than_they_are(date: str, vi: str, en: str):
    assert date_text(PartialDate.parse(date), "vi") == vi
    assert date_text(PartialDate.parse(date), "en") == en


def test_numbers_take_each_languages_separators():
    assert number_text(1013, "vi") == "1.013"
    assert number_text(1013, "en") == "1,013"
    assert number_text(Decimal("57.234"), "vi") == "57,234"


@pytest.mark.parametrize(
    ("value", "currency", "vi", "en"),
    [
        ("57234000000", "VND", "57,234 tỷ đồng", "VND 57.234 billion"),
        ("208000000000000", "VND", "208.000 tỷ đồng", "VND 208 trillion"),
        ("12400", "USD", "12.400 USD", "USD 12,400"),
        ("601346.76", "EUR", "601.346,76 EUR", "EUR 601,346.76"),
        ("4530000000", "USD", "4,53 tỷ USD", "USD 4.53 billion"),
        ("2400000", "SEK", "2,4 triệu SEK", "SEK 2.4 million"),
        ("100000000", "USD", "100 triệu USD", "USD 100 million"),
    ],
)
def test_money_is_written_as_each_language_writes_it(value: str, currency: str, vi: str, en: str):
    assert money_text(Decimal(value), currency, "vi") == vi
    assert money_text(Decimal(value), currency, "en") == en


def test_a_number_that_has_no_short_form_keeps_all_its_digits():
    assert large_number_text(Decimal(728989), "en") == "728,989"
    assert large_number_text(Decimal(1234567), "en") == "1,234,567"


def test_a_quantity_has_its_unit_or_currency_where_each_language_puts_it():
    assert quantity_text(Decimal(1013), "projects", "en") == "1,013 projects"
    assert quantity_text(Decimal("66.82"), "%", "vi") == "66,82%"
    assert quantity_text(Decimal(4530000000), "USD", "en") == "USD 4.53 billion"
    assert quantity_text(Decimal(57234000000), "đồng", "vi") == "57,234 tỷ đồng"


def test_a_long_text_is_cut_at_a_word():
    assert cut("agreements with partner localities", 30) == "agreements with partner …"
    assert cut("agreements", 10) == "agreements"


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (1, "hạng 1", "1st"),
        (2, "hạng 2", "2nd"),
        (3, "hạng 3", "3rd"),
        (4, "hạng 4", "4th"),
        (11, "hạng 11", "11th"),
        (12, "hạng 12", "12th"),
        (13, "hạng 13", "13th"),
        (21, "hạng 21", "21st"),
        (112, "hạng 112", "112th"),
        (1003, "hạng 1.003", "1,003rd"),
    ],
)
def test_a_place_in_a_ranking_is_an_ordinal(number: int, vi: str, en: str):
    assert ordinal(number, "vi") == vi
    assert ordinal(number, "en") == en


def test_a_unit_of_ranks_makes_the_value_an_ordinal():
    assert quantity_text(Decimal(3), "rank", "en") == "3rd"
    assert quantity_text(Decimal(3), "hạng", "vi") == "hạng 3"
    assert quantity_text(Decimal(801), "rank out of 1,000", "en") == "801st out of 1,000"
    assert quantity_text(Decimal(801), "hạng trên 1.000", "vi") == "hạng 801 trên 1.000"


def test_a_unit_of_other_things_keeps_the_number_as_it_is():
    assert quantity_text(Decimal(3), "rankings", "en") == "3 rankings"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ủy ban nhân dân thành phố Đà Nẵng", ["Ủy ban nhân dân", "thành phố Đà Nẵng"]),
        ("Department of Foreign Affairs", ["Department of", "Foreign Affairs"]),
        ("Sở Ngoại vụ", ["Sở Ngoại vụ"]),
        ("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bb", ["Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bb"]),
        ("", [""]),
    ],
)
def test_lines_of_a_balanced_text_are_about_equally_long(text: str, lines: list[str]):
    assert balanced(text, 20).split(" ") == [line.replace(" ", "\u00a0") for line in lines]
