"""Agreements in force at the end of each year."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.year_ends import year_ends
from tests.unit.catalogue.examples import KOBE, TODAY, append, on, past, today


@pytest.fixture
def root(small_root: Path) -> Path:
    append(small_root, "partners.yaml", KOBE)
    return small_root


def test_each_year_from_the_first_signing_to_the_last_that_is_over(small_root: Path):
    agreements = today(small_root).agreements.values()
    ends = year_ends(agreements, TODAY, TODAY)
    assert [end.year for end in ends] == list(range(2009, 2026))
    assert [item.id for item in ends[0].in_force] == ["sakai-2009"]
    assert year_ends(agreements, on("2025-12-31"), TODAY)[-1].year == 2025
    assert year_ends(agreements, on("2025-12-30"), TODAY)[-1].year == 2024
    assert year_ends((), TODAY, TODAY) == []


def test_each_agreement_of_a_year_stands_in_one_place(root: Path):
    for year, end in today(root).year_ends.items():
        shown = [item.id for item in (*end.in_force, *end.unclear, *end.undated)]
        assert len(shown) == len(set(shown))
        begun = {"sakai-2009": 2009, "kobe-2012": 2012, "kobe-2001": 2001, "kobe-open": 2013, "kobe-three-years": 2025}
        over = 2005 <= year < 2010
        expected = {name for name, first in begun.items() if first <= year} | {"kobe-undated"}
        assert set(shown) == expected | ({"kobe-over"} if over else set())
        assert end.expired == (year >= 2010)


def test_the_reason_is_given_for_each_that_is_unclear(root: Path):
    for end in today(root).year_ends.values():
        assert set(end.why) == {item.id for item in end.unclear}
    assert today(root).year_ends[2013].why == {"kobe-open": "term-unstated"}


def test_agreements_that_no_source_dates_are_kept_apart(root: Path):
    end = today(root).year_ends[2010]
    assert [item.id for item in end.undated] == ["kobe-undated"]
    assert "kobe-undated" not in end.why


@pytest.mark.parametrize("year", [2001, 2009, 2010, 2012, 2013, 2024, 2025])
def test_a_year_end_says_what_the_site_of_that_day_says(root: Path, year: int):
    end, then = today(root).year_ends[year], past(root, f"{year}-12-31")
    assert then.agreement_counts["in-force"] == len(end.in_force)
    assert then.agreement_counts["expired"] == end.expired
