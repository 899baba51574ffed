from __future__ import annotations

import pytest

from macros.base.folding import fold, slugify


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
