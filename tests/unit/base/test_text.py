from __future__ import annotations

from decimal import Decimal

import pytest

from macros.base.collation import collate
from macros.base.dates import PartialDate
from macros.base.folding import fold, slugify
from macros.base.formats import date_text, large_number_text, money_text, number_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đà Nẵng", "da nang"),
        ("SỞ NGOẠI VỤ", "so ngoai vu"),
        ("Đắk Lắk", "dak lak"),
        ("Borås", "boras"),
        ("Đa\u0300 Na\u0306\u0303ng", "da nang"),
    ],
)
def test_fold_drops_accents_and_case(text: str, folded: str):
    assert fold(text) == folded


def test_slugify_keeps_the_letter_d_of_da_nang():
    assert slugify("Đà Nẵng – 2030", "-") == "da-nang-2030"


def test_vietnamese_collation_puts_d_with_stroke_after_d_and_before_e():
    names = ["Đức", "Ecuador", "Dubai", "Daegu", "Đan Mạch"]
    assert collate(names, str, "vi") == ["Daegu", "Dubai", "Đan Mạch", "Đức", "Ecuador"]


def test_vietnamese_collation_puts_letters_before_tones():
    names = ["ấm", "an", "ăn", "ân", "ản", "àn", "ãn", "án", "ạn"]
    assert collate(names, str, "vi") == ["an", "àn", "ản", "ãn", "án", "ạn", "ăn", "ấm", "ân"]


def test_vietnamese_collation_does_not_depend_on_how_accents_are_typed():
    composed, decomposed = "Ấn Độ", "A\u0302\u0301n Đo\u0323\u0302"
    assert collate([composed, "Anh"], str, "vi")[0] == "Anh"
    assert collate([decomposed, "Anh"], str, "vi")[0] == "Anh"


def test_spaces_sort_before_letters():
    assert collate(["Nam Úc", "Na Uy"], str, "vi") == ["Na Uy", "Nam Úc"]


def test_english_collation_ignores_accents():
    assert collate(["Réunion", "Salo", "Queensland"], str, "en") == ["Queensland", "Réunion", "Salo"]


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
