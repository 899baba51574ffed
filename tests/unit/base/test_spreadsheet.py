from __future__ import annotations

import pytest

from macros.base.spreadsheet import BEGINNINGS, beginnings, guard


@pytest.mark.parametrize("text", ["=1+1", "+84 236", "-5 °C", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str):
    assert guard(text) == f"'{text}"


def test_taking_one_apostrophe_away_gives_any_text_back():
    for text in ("'tis", "=1", "''"):
        assert guard(text)[1:] == text
    assert guard("Sakai – 2002") == "Sakai – 2002"


def test_the_page_gets_the_same_beginnings():
    assert [chr(int(number)) for number in beginnings().split(" ")] == list(BEGINNINGS)
