from __future__ import annotations

import pytest

from macros.records.model import Conflict
from macros.views.count_comparison import compared


def conflict(*versions: tuple[str, str]) -> Conflict:
    sources = [{"document": "scheme", "locator": "Phần I"}]
    values = [{"value": {"vi": vi, "en": en}, "sources": sources} for vi, en in versions]
    note = {"vi": "n", "en": "n"}
    return Conflict.model_validate(
        {"id": "c", "record": "document/scheme", "field": "figures", "values": values, "note": note}
    )


def found(*versions: tuple[str, str]) -> list[tuple[str, str, tuple[int, ...]]]:
    return [(thing.name.vi, thing.name.en, thing.numbers) for thing in compared(conflict(*versions))]


def test_what_two_versions_count_differently_is_put_side_by_side():
    assert found(
        ("1.200 người; 23 nước và vùng", "1,200 people; 23 countries and regions"),
        ("1.013 người; 24 nước (chưa kể vùng)", "1,013 people; 24 countries (without regions)"),
        ("1.200 người", "1,200 people"),
    ) == [("người", "people", (1013, 1200, 1200)), ("nước", "countries", (23, 24))]


def test_a_name_that_begins_differently_is_that_of_the_last_version():
    assert found(("48 tỉnh, thành phố", "48 localities"), ("60 địa phương", "60 localities abroad")) == [
        ("địa phương", "localities", (48, 60))
    ]


@pytest.mark.parametrize(
    "versions",
    [
        # The same number; another noun; a decimal, a year and a period, which count nothing.
        (("5 nước", "5 countries"), ("5 nước", "5 countries")),
        (("5 nước", "5 countries"), ("6 cảng", "6 ports")),
        (("57,2 tỷ đồng", "57.2 billion dong"), ("58,2 tỷ đồng", "58.2 billion dong")),
        (("năm 2012 và sau", "in 2012 and later"), ("năm 2013 và sau", "in 2013 and later")),
        (("2008–2012 có", "2008–2012 had"), ("2008–2013 có", "2008–2013 had")),
        # Numbers that differ between the languages cannot be relied on.
        (("5 nước", "five countries"), ("6 nước", "6 countries")),
    ],
)
def test_nothing_is_compared_that_is_no_count_of_the_same_thing(versions: tuple[tuple[str, str], ...]):
    assert found(*versions) == []
