"""Folding: one phrase as people and programs write it is one text, and so is what the scripts get."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from macros.base.characters import forbidden
from macros.base.folding import fold, slugify
from macros.base.folding_table import SCRIPT, script
from tests.conftest import PROJECT


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đà Nẵng", "da nang"),
        ("SỞ NGOẠI VỤ", "so ngoai vu"),
        ("Đắk Lắk", "dak lak"),
        ("Borås", "boras"),
        ("Tromsø, Łódź, Gießen", "tromso, lodz, giessen"),
        ("Đa\u0300 Na\u0306\u0303ng", "da nang"),
    ],
)
def test_fold_drops_accents_and_case(text: str, folded: str):
    assert fold(text) == folded


# What is typed on a keyboard, and as phones, office programs, clipboards and PDFs write it.
SPELLINGS = {
    "people's": ["people’s", "People‘s", "people´s", "people`s", "peopleʼs", "people′s", "people＇s", "people\u1ffds"],
    '"kyoto"': ["“Kyoto”", "„Kyoto“", "«Kyoto»", "＂Kyoto＂", "″Kyoto″", "「Kyoto」", "''Kyoto''", "``Kyoto´´"],
    "2021-2030": [
        *("2021–2030", "2021—2030", "2021 – 2030", "2021\u20112030", "2021−2030", "２０２１－２０３０"),
        *("2021--2030", "2021 --- 2030", "2021~2030", "2021〜2030", "2021-\n2030", "２０２１～２０３０", "2021─2030"),
        *("២០២១-២០៣០", "๒๐๒๑–๒๐๓๐", "٢٠٢١-٢٠٣٠"),
    ],
    "us$ 1.5 trieu": ["US$ 1,5 triệu", "US$\u00a01.5 triệu", "US＄ １，５ triệu"],
    "3x4 m2": ["3×4 m²", "3✕4 m2"],
    "a, b...": ["a， b…", "a、 b⋯"],
    "baki": ["Bakı", "BAKI", "BAKİ"],
    "da nang": [
        "Đà Nẵng",
        "Ðà Nẵng",
        "Ɖà Nẵng",
        "Đà\u00a0Nẵng",
        "Đà\u2009Nẵng",
        "Đà\u202fNẵng",
        " Đà \n Nẵng ",
        "đà nẵ\u00adng",
    ],
    "bien ban": ["Biên\u200b bản", "BIÊN BẢN", "\ufeffBiên bản", "Biên\u3000bản"],
    "financial": ["ﬁnancial", "ﬁnanсial", "Financial", "ＦＩＮＡＮＣＩＡＬ"],
    "165-tb/tu": ["165‑TB/TU", "165-ТВ/TU", "165-TB∕TU", "165 - TB⁄TU"],
    "1/2": ["½", "1⁄2"],
}


@pytest.mark.parametrize(
    ("plain", "written"), [(plain, written) for plain, several in SPELLINGS.items() for written in several]
)
def test_one_phrase_is_one_text_however_it_was_written(plain: str, written: str):
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, written)) == plain


def test_every_dash_and_space_of_unicode_and_whatever_the_check_calls_invisible_is_folded():
    meant = {"Pd": "-", "Zs": " ", "Zl": " ", "Zp": " "}
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if found := meant.get(unicodedata.category(char)):
            assert fold(f"a{char}b") == f"a{found}b", hex(code)
        if forbidden(char) in {"invisible-character", "bidirectional-character"}:
            assert fold(f"a{char}b") in {"ab", "a b"}, hex(code)


def test_vowels_of_other_scripts_tell_words_apart():
    assert fold("ກາ") != fold("ກິ")
    assert fold("か") != fold("が")


def test_what_is_folded_stays_as_it_is():
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char) not in {"Cn", "Cs", "Co"}:
            folded = fold(f"a{char}b")
            assert fold(folded) == folded, hex(code)


def test_the_scripts_have_the_same_table():
    """If not: `make schema`."""
    assert (PROJECT / SCRIPT).read_text(encoding="utf-8") == script()


def test_slugify_keeps_the_letter_d_of_da_nang():
    assert slugify("Đà Nẵng – 2030", "-") == "da-nang-2030"
