"""Letters that look like another are found with the letter meant; names of other alphabets are left alone."""

from __future__ import annotations

import pytest

from macros.base.lookalikes import lookalikes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ðà Nẵng", [(0, "Ð", "Đ")]),
        ("UBND-HÐND", [(6, "Ð", "Đ")]),
        ("tại ðây", [(4, "ð", "đ")]),
        ("Ɖức", [(0, "Ɖ", "Đ")]),
        ("thành рhố", [(6, "р", "p")]),
        ("ТB/TU", [(0, "Т", "T")]),
        ("ﬁnance", [(0, "ﬁ", "fi")]),
        ("Phụ lục Ⅱ, mục ⅳ", [(8, "Ⅱ", "II"), (15, "ⅳ", "iv")]),
        ("𝗗à 𝗡ẵ𝗻𝗴", [(0, "𝗗", "D"), (3, "𝗡", "N"), (5, "𝗻", "n"), (6, "𝗴", "g")]),
        ("Κobe", [(0, "Κ", "K")]),
        ("Tоkyо", [(1, "о", "o"), (4, "о", "o")]),
        ("ðà Nẵng, Ɖà", [(0, "ð", "đ"), (9, "Ɖ", "Đ")]),
    ],
)
def test_a_letter_that_looks_like_another_is_found_with_what_is_meant(text: str, found: list[tuple[int, str, str]]):
    assert list(lookalikes(text)) == found


@pytest.mark.parametrize(
    "text", ["Đà Nẵng", "Орск", "Ярославль", "Seyðisfjörður", "Θεσσαλονίκη", "12 μm", "Tromsø", "大阪市", "ＡＢＣ"]
)
def test_other_alphabets_and_letters_of_other_languages_are_left_alone(text: str):
    assert list(lookalikes(text)) == []
