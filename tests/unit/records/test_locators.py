"""Places in documents read in English, part by part; one unknown part leaves the whole in Vietnamese."""

from __future__ import annotations

import pytest

from macros.records.locators import Locators

LOCATORS = Locators(
    [
        ("Phụ lục {n}", "Annex {n}"),
        ("Phần {n}", "Part {n}"),
        ("mục {n}", "section {n}"),
        ("mục {n} đến {n}", "sections {n} to {n}"),
        ("mục Nhật Bản", "Japan"),
        ("dòng {n}", "row {n}"),
        ("dòng {n}–{n}", "rows {n}–{n}"),
        ("chú thích {n}", "footnote {n}"),
        ("đoạn về tàu, thuyền và cảng", "paragraph on ships, boats and ports"),
        ("đoạn về tàu", "paragraph on ships"),
        ("ba dòng", "row"),
        ("gãy {n}", "broken"),
    ]
)


@pytest.mark.parametrize(
    ("locator", "english"),
    [
        ("Phụ lục I, dòng 15", "Annex I, row 15"),
        ("Phụ lục II, mục II.B.15", "Annex II, section II.B.15"),
        ("Phần V, mục III.2.đ", "Part V, section III.2.đ"),
        ("Phụ lục I, mục Nhật Bản", "Annex I, Japan"),
        ("Phụ lục I, dòng 1–6 và 48", "Annex I, rows 1–6 and 48"),
        ("Phụ lục II, mục II.A đến II.E", "Annex II, sections II.A to II.E"),
        ("Phần I và chú thích 6", "Part I and footnote 6"),
        ("Phần I; Phụ lục II, dòng 3", "Part I; Annex II, row 3"),
        ("dòng 1, 2 và 3", "row 1, 2 and 3"),
    ],
)
def test_a_place_is_read_part_by_part(locator: str, english: str):
    assert LOCATORS.english(locator) == english
    assert LOCATORS.said(locator, "en") == english
    assert LOCATORS.said(locator, "vi") == locator


@pytest.mark.parametrize(
    "locator",
    [
        "",
        "Phụ lục",
        "Phụ lục I, trang 3",
        "trang 3, Phụ lục I",
        "Phụ lục I dòng 3",
        "Phụ lục Iốt",
        "mục Lào",
        "mục ABC",
        "dòng 3 ",
        ", dòng 3",
        "3",
        "Phụ lục I, ",
        "gãy 3",
    ],
)
def test_an_unknown_part_leaves_the_whole_in_vietnamese(locator: str):
    assert LOCATORS.english(locator) is None
    assert LOCATORS.said(locator, "en") == locator


def test_a_phrase_with_commas_is_read_whole():
    assert LOCATORS.english("Phần I, đoạn về tàu, thuyền và cảng") == "Part I, paragraph on ships, boats and ports"
    assert LOCATORS.english("đoạn về tàu, dòng 2") == "paragraph on ships, row 2"


def test_a_long_place_is_read_in_time_that_grows_with_its_length():
    assert LOCATORS.english(" và ".join(["dòng 1"] * 3000)) == " and ".join(["row 1"] * 3000)
    assert LOCATORS.english(" và ".join(["dòng 1"] * 3000) + "!") is None
