"""One answer for a day in the past, whichever way it is asked for.

The site built for that day, the catalogue of today turned to it, and the list of what was in force on it agree.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.year_ends import year_end
from tests.unit.catalogue.examples import ANNOUNCED, KOBE, LATER, TODAY, append, on, past, today

# Dated to the year only: in the middle of that year nobody can say that it had happened.
EXTENDED = """
- {id: u, record: agreement/kobe-over, event: extended, date: 2011, until: 2014-06-30, note: {vi: n, en: n}}
"""
DAYS = [
    "2000-12-31",
    "2001-06-30",
    "2005-12-31",
    "2010-06-30",
    "2010-07-01",
    "2011-06-30",
    "2011-12-31",
    "2012-05-15",
    "2014-12-31",
    "2015-08-31",
    "2015-12-31",
    "2024-12-31",
    "2025-12-31",
    "2026-03-31",
    "2026-06-20",
    "2026-07-01",
    "2026-11-20",
    "2026-11-21",
]


@pytest.fixture
def root(small_root: Path) -> Path:
    append(small_root, "partners.yaml", KOBE)
    append(small_root, "partners.yaml", ANNOUNCED)
    append(small_root, "updates.yaml", EXTENDED + LATER)
    return small_root


def judged(catalogue: Catalogue) -> dict[str, tuple[object, ...]]:
    return {item.id: (item.status, item.unclear, item.expires) for item in catalogue.agreements.values()}


@pytest.mark.parametrize("day", DAYS)
def test_today_turned_to_a_day_says_what_the_site_of_that_day_says(root: Path, day: str):
    turned, built = today(root).on(on(day)), past(root, day)
    assert turned.as_of == built.as_of
    assert judged(turned) == judged(built)
    assert turned.agreement_counts == built.agreement_counts
    assert set(turned.tasks) == set(built.tasks)
    assert [entry.record.id for entry in turned.updates] == [entry.record.id for entry in built.updates]


@pytest.mark.parametrize("day", DAYS)
def test_the_list_of_a_day_says_what_the_site_of_that_day_says(root: Path, day: str):
    found, built = year_end(today(root).agreements.values(), on(day), TODAY), past(root, day)
    counted = {status: number for status, number in built.agreement_counts.items() if status != "announced"}
    assert counted == {
        "in-force": len(found.in_force),
        "expired": found.expired,
        "unknown": len(found.unclear) + len(found.undated),
    }


def test_an_agreement_that_no_source_dates_is_not_in_force_on_any_day_before_today(root: Path):
    catalogue = today(root)
    assert catalogue.agreements["kobe-undated"].status == "in-force"
    for day in ("2026-03-31", "2026-11-20"):
        item = catalogue.on(on(day)).agreements["kobe-undated"]
        assert (item.status, item.unclear) == ("unknown", "no-signing-date")


def test_turned_twice_a_catalogue_still_knows_what_was_known_first(root: Path):
    twice = today(root).on(on("2026-06-30")).on(on("2012-05-15"))
    assert judged(twice) == judged(past(root, "2012-05-15"))
    assert twice.agreements["kobe-2012"].unclear == "signing-imprecise"


def test_an_agreement_that_certainly_began_later_is_not_there_yet(root: Path):
    # Three years until 2028 began in 2025, though no source dates the signing.
    assert "kobe-three-years" in past(root, "2025-01-01").agreements
    assert "kobe-three-years" not in past(root, "2024-12-31").agreements


@pytest.mark.parametrize(
    ("day", "status", "expires"),
    [
        ("2010-12-31", "expired", "2010-06-30"),
        ("2011-06-30", "expired", "2010-06-30"),
        ("2011-12-31", "in-force", "2014-06-30"),
        ("2014-07-01", "expired", "2014-06-30"),
    ],
)
def test_the_end_shown_is_the_end_that_the_status_was_judged_by(root: Path, day: str, status: str, expires: str):
    item = past(root, day).agreements["kobe-over"]
    assert (item.status, str(item.expires)) == (status, expires)


@pytest.mark.parametrize("day", ["2013-12-31", "2024-12-31", "2025-12-31"])
def test_the_register_of_the_last_day_of_a_year_and_the_page_of_that_year_end_agree(root: Path, day: str):
    built = past(root, day)
    end = built.year_ends[on(day).year]
    assert {item.id for item in end.in_force} == {
        item.id for item in built.agreements.values() if item.status == "in-force"
    }


def test_the_day_itself_is_the_catalogue_itself(root: Path):
    catalogue = today(root)
    assert catalogue.on(TODAY) is catalogue
