"""Fields of an update, which depend on its event."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.check.rules import check
from tests.edits import replaced

REVIEW = """- id: sakai-reviewed
  record: agreement/sakai-2009
  event: reviewed
  date: 2026-01
  result: continue
  next: 2027-01
  note:
    vi: Đã rà soát.
    en: Reviewed.
"""


def rules(root: Path, update: str) -> list[str]:
    (root / "data" / "updates").mkdir()
    (root / "data" / "updates" / "review.yaml").write_text(update)
    return [problem.rule for problem in check(root)[1]]


def test_a_review_has_a_result_and_may_name_the_next(small_root: Path):
    assert rules(small_root, REVIEW) == []
    (small_root / "data" / "updates" / "review.yaml").write_text(replaced(REVIEW, "  next: 2027-01\n", ""))
    assert check(small_root)[1] == []


def test_the_next_review_comes_after_this_one(small_root: Path):
    assert rules(small_root, replaced(REVIEW, "next: 2027-01", "next: 2025-12")) == ["date-order"]


@pytest.mark.parametrize(
    ("typed", "instead"),
    [("event: reviewed", "event: ended"), ("next: 2027-01", "until: 2027-01"), ("  result: continue\n", "")],
)
def test_a_field_of_another_event_is_refused(typed: str, instead: str, small_root: Path):
    assert rules(small_root, replaced(REVIEW, typed, instead)) == ["event-fields"]
