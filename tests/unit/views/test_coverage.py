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


def test_each_question_counts_the_records_that_have_its_answer(catalogue: Catalogue):
    rows = {row.key: row for row in coverage(catalogue)}
    agreements, tasks = catalogue.agreements.values(), catalogue.tasks.values()
    updates = [update for item in agreements for update in item.updates]
    updates += [update for item in tasks for update in item.updates]
    documents = catalogue.documents.values()
    known = {
        "agreement_term": sum(item.record.term.kind != "unstated" for item in agreements),
        "task_lead": sum(item.lead_named for item in tasks),
        "update_english": sum(update.note.en is not None for update in updates),
        "document_number": sum(item.record.number is not None for item in documents),
    }
    for key, number in known.items():
        assert rows[key].known == number
        # Some lack the answer, or the question would tell nothing apart.
        assert rows[key].known < rows[key].total


def test_an_empty_question_is_answered_in_full():
    assert Coverage("x", 0, 0).percent == 100
