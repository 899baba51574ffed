from __future__ import annotations

import csv

import pytest

from macros.base.spreadsheet import BEGINNINGS, beginnings, guard


@pytest.mark.parametrize("text", ["=1+1", "+84 236", "-5 °C", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str):
    assert guard(text) == f"'{text}"


def test_taking_one_apostrophe_away_gives_any_text_back():
    for text in ("'tis", "=1", "''"):
        assert guard(text)[1:] == text
    assert guard("Sakai – 2002") == "Sakai – 2002"


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("a;=1", "a;'=1"),
        ("a; +1;-2", "a;' +1;'-2"),
        ("=1;=2", "'=1;'=2"),
        ("a;＝1", "a;'＝1"),
        ("a;'b", "a;''b"),
        ("a; b;c", "a; b;c"),
        ("", ""),
        (";", ";"),
    ],
)
def test_what_follows_a_semicolon_is_a_cell_of_its_own_in_many_spreadsheets(text: str, guarded: str):
    assert guard(text) == guarded
    cells = next(csv.reader([guard(text)], delimiter=";"))
    assert not [cell for cell in cells if cell.lstrip().startswith(tuple(set(BEGINNINGS) - {"'"}))]


def test_the_page_gets_the_same_beginnings():
    assert [chr(int(number)) for number in beginnings().split(" ")] == list(BEGINNINGS)
