"""Agreements that call for a review, in their order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.views.reports.reviews import CALLS, TASK, ReviewItem, reviews
from tests.edits import edit

REVIEW = """
- id: on-{date}
  record: agreement/sakai-2009
  event: {event}
  date: {date}
{more}  note:
    vi: Đã rà soát.
"""


def told(root: Path, date: str, following: str = "", event: str = "reviewed") -> None:
    more = f"  result: continue\n{f'  next: {following}' if following else ''}\n" if event == "reviewed" else ""
    with (root / "data" / "updates.yaml").open("a", encoding="utf-8") as file:
        file.write(REVIEW.format(date=date, event=event, more=more))


def only(root: Path, day: str = "2026-11-21") -> ReviewItem:
    dataset, problems = check(root)
    assert [problem for problem in problems if problem.severity == "error"] == []
    (found,) = reviews(Catalogue(dataset, dt.date.fromisoformat(day)))
    return found


@pytest.mark.parametrize(
    ("term", "day", "call"),
    [
        ("indefinite", "2026-11-21", "unreviewed"),
        ("unstated", "2026-11-21", "unclear"),
        ("until\n        until: 2027-03-01", "2026-11-21", "expiring"),
        ("until\n        until: 2027-03-01", "2027-03-02", "expired"),
        ("until\n        until: 2029-03-01", "2026-11-21", "unreviewed"),
    ],
)
def test_one_never_reviewed_stands_by_its_term(term: str, day: str, call: str, small_root: Path):
    path = small_root / "data" / "partners.yaml"
    edit(path, "kind: indefinite", f"kind: {term}")
    found = only(small_root, day)
    assert (found.call, found.last) == (call, None)


def test_a_review_is_due_on_the_day_that_the_last_one_named(small_root: Path):
    told(small_root, "2026-01-10", "2026-06-01")
    assert [only(small_root, day).call for day in ("2026-05-31", "2026-06-01")] == ["reviewed", "due"]


def test_the_latest_review_counts_and_one_dated_ahead_does_not_yet(small_root: Path):
    told(small_root, "2026-03-01")
    told(small_root, "2025-03-01", "2025-06-01")
    told(small_root, "2027-03-01", "2027-06-01")
    found = only(small_root)
    assert found.call == "reviewed"
    assert str(found.last and found.last.date) == "2026-03-01"


def test_what_was_ended_needs_no_review(small_root: Path):
    told(small_root, "2025-03-01", "2025-06-01")
    told(small_root, "2026-03-01", event="ended")
    assert only(small_root).call == "ended"


def test_what_was_replaced_needs_no_review(catalogue: Catalogue):
    assert {item.agreement.id: item.call for item in reviews(catalogue)}["hanbit-2011"] == "ended"


def test_an_end_that_is_still_to_come_changes_nothing_yet(small_root: Path):
    told(small_root, "2027-03-01", event="ended")
    assert only(small_root).call == "unreviewed"


def test_an_extension_counts_as_having_been_looked_at(small_root: Path):
    partners = (small_root / "data" / "partners.yaml").read_text("utf-8")
    kobe = partners.replace("sakai", "kobe").replace("Sakai", "Kobe").replace("date: 2019", "date: 2020")
    (small_root / "data" / "partners").mkdir()
    (small_root / "data" / "partners" / "kobe.yaml").write_text(kobe, "utf-8")

    def order() -> list[str]:
        found = reviews(Catalogue(check(small_root)[0], dt.date(2026, 11, 21)))
        return [item.agreement.id for item in found]

    assert order() == ["sakai-2009", "kobe-2009"]
    with (small_root / "data" / "updates.yaml").open("a", encoding="utf-8") as file:
        file.write(REVIEW.format(date="2024-03-01", event="extended", more="  until: 2031\n"))
    assert order() == ["kobe-2009", "sakai-2009"]


def test_no_interval_is_assumed(small_root: Path):
    told(small_root, "2016-03-01")
    assert only(small_root).call == "reviewed"


def test_the_register_goes_from_what_calls_loudest_and_longest(catalogue: Catalogue):
    found = reviews(catalogue)
    coming = {item.id for item in catalogue.agreements.values() if item.status == "announced"}
    assert coming
    assert {item.agreement.id for item in found} == set(catalogue.agreements) - coming
    assert [CALLS.index(item.call) for item in found] == sorted(CALLS.index(item.call) for item in found)
    others = [item.agreement for item in found if item.call == "unreviewed"]
    assert others[0].id == "port-verity-1998"  # signed first
    assert {item.agreement.status for item in found if item.call == "expired"} == {"expired"}


def test_the_task_that_asks_for_it_is_in_the_data(real_catalogue: Catalogue):
    assert TASK in real_catalogue.tasks
