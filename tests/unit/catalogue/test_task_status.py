"""Tasks judged on a day: status, the count against deadlines, evidence, deadline and lead in effect."""

from __future__ import annotations

import pytest

from macros.catalogue.task_status import STANDINGS, Standing, judged_task, task_status
from tests.unit.catalogue.examples import SOURCES, on, task, update

REASON = {"vi": "Vì sao."}
DAY = on("2026-11-21")


def test_a_task_without_a_report_is_not_reported():
    assert task_status(task(), DAY) == "not-reported"


def test_a_tasks_last_report_counts():
    reports = [update("progress", "2026-02", status="done"), update("progress", "2026-01", status="in-progress")]
    assert task_status(task(), DAY, reports) == "done"
    assert task_status(task(), on("2026-01-15"), reports) == "in-progress"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("not-started", "overdue"),
        ("in-progress", "overdue"),
        ("partly-done", "overdue"),
        ("done", "done"),
        ("paused", "paused"),
        ("dropped", "dropped"),
    ],
)
def test_a_task_past_due_is_overdue_unless_done_paused_or_dropped(status: str, expected: str):
    reports = [update("progress", "2025-06-01", status=status, reason=REASON)]
    assert task_status(task(due="2025-06-10"), on("2025-06-11"), reports) == expected
    assert task_status(task(due="2025-06-10"), on("2025-06-10"), reports) == status


@pytest.mark.parametrize(
    ("due", "reported", "standing"),
    [
        ("2026-06-30", ("2026-06-30", "done"), "done-on-time"),
        ("2026-06", ("2026-06-30", "done"), "done-on-time"),
        ("2026-06-30", ("2026-07-01", "done"), "done-late"),
        # Done in 2026, due in June: nobody can tell.
        ("2026-06-30", ("2026", "done"), "done-unjudged"),
        (None, ("2026-06-30", "done"), "done-unjudged"),
        ("2026-12-31", ("2026-06-30", "not-started"), "within-deadline"),
        ("2026-12-31", ("2026-06-30", "partly-done"), "within-deadline"),
        (None, ("2026-06-30", "in-progress"), "no-deadline"),
        ("2026-10-31", ("2026-06-30", "partly-done"), "overdue"),
        ("2026-10-31", None, "overdue"),
        ("2026-12-31", None, "not-reported"),
        (None, None, "not-reported"),
        ("2026-10-31", ("2026-06-30", "paused"), "paused"),
        ("2026-10-31", ("2026-06-30", "dropped"), "dropped"),
    ],
)
def test_a_task_stands_in_one_place_of_the_count(due: str | None, reported: tuple[str, str] | None, standing: Standing):
    reports = [] if reported is None else [update("progress", reported[0], status=reported[1], reason=REASON)]
    assert judged_task(task(due=due), DAY, reports).standing == standing
    assert standing in STANDINGS


def test_a_task_that_was_done_in_time_stays_so_when_that_is_said_again():
    reports = [update("progress", "2026-05-01", status="done"), update("progress", "2026-09-01", status="done")]
    assert judged_task(task(due="2026-06-30"), DAY, reports).standing == "done-on-time"
    reports.insert(1, update("progress", "2026-06-01", status="in-progress"))
    assert judged_task(task(due="2026-06-30"), DAY, reports).standing == "done-late"


def test_done_is_compared_with_the_deadline_in_effect_then():
    moved = update("due-changed", "2026-03-01", was="2026-01-31", due="2026-06-30")
    done = update("progress", "2026-05-01", status="done")
    assert judged_task(task(due="2026-01-31"), DAY, [moved, done]).standing == "done-on-time"
    late = update("due-changed", "2026-07-01", was="2026-01-31", due="2026-08-31")
    assert judged_task(task(due="2026-01-31"), DAY, [late, done]).standing == "done-late"


@pytest.mark.parametrize(
    ("day", "due", "status"),
    [
        ("2026-01-31", "2026-01-31", "not-reported"),
        ("2026-02-01", "2026-01-31", "overdue"),
        ("2026-02-15", "2026-06-30", "not-reported"),
        ("2026-07-01", "2026-06-30", "overdue"),
        ("2026-07-15", "2027", "not-reported"),
    ],
)
def test_the_deadline_in_effect_on_the_day_counts(day: str, due: str, status: str):
    moves = [
        update("due-changed", "2026-07-10", was="2026-06-30", due="2027"),
        update("due-changed", "2026-02-10", was="2026-01-31", due="2026-06-30"),
    ]
    found = judged_task(task(due="2026-01-31"), on(day), moves)
    assert (str(found.due), found.status) == (due, status)


def test_the_lead_in_effect_on_the_day_counts():
    given = [update("reassigned", "2026-02-10", lead=["b", "c"]), update("reassigned", "2026-08-01", lead=["d"])]
    leads = [judged_task(task(lead=("a",)), on(day), given).lead for day in ("2026-02-09", "2026-02-10", "2026-11-01")]
    assert leads == [("a",), ("b", "c"), ("d",)]


@pytest.mark.parametrize(
    ("grounds", "support"),
    [({"url": "https://example.org/x"}, "evidence"), ({"sources": SOURCES}, "evidence"), ({}, "claim")],
)
def test_a_link_or_a_document_is_evidence_and_a_word_is_none(grounds: dict[str, object], support: str):
    assert judged_task(task(), DAY, [update("progress", "2026-05-01", status="done", **grounds)]).support == support
    assert judged_task(task(), DAY).support == "none"


def test_evidence_counts_for_the_status_that_it_was_given_for():
    started = update("progress", "2026-03-01", status="in-progress", url="https://example.org/x")
    done = update("progress", "2026-05-01", status="done")
    assert judged_task(task(), DAY, [started, done]).support == "claim"
    shown = update("progress", "2026-04-01", status="done", url="https://example.org/y")
    assert judged_task(task(), DAY, [shown, done]).support == "evidence"


def test_the_reason_is_that_of_the_status():
    paused = update("progress", "2026-03-01", status="paused", reason=REASON)
    found = judged_task(task(), DAY, [paused])
    assert found.reason is not None
    assert found.reason.vi == REASON["vi"]
    assert judged_task(task(), DAY, [paused, update("progress", "2026-05-01", status="in-progress")]).reason is None
