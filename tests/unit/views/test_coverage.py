from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.views.reports.coverage import Coverage, coverage


def test_coverage_counts_what_the_records_know(small_root: Path):
    rows = {row.key: row for row in coverage(Catalogue(check(small_root)[0], dt.date(2026, 11, 21)))}
    assert (rows["agreement_signed"].known, rows["agreement_signed"].total) == (1, 1)
    assert rows["agreement_day"].known == 0
    assert rows["task_due"].known == 0
    assert rows["task_reported"].known == 0
    assert rows["partner_activities"].known == 1
    assert rows["document_number"].known == 1


def test_an_empty_question_is_answered_in_full():
    assert Coverage("x", 0, 0).percent == 100
