"""Tasks counted against their deadlines."""

from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.standings import standing_rows
from macros.catalogue.status_ahead import place_changes


def test_what_was_shown_and_what_was_only_said_are_never_one_number(catalogue: Catalogue):
    tasks = [task for name, task in catalogue.tasks.items() if name.startswith("shore-")]
    rows = {row.standing: dict(row.numbers) for row in standing_rows(tasks)}
    assert rows["done-on-time"] == {"evidence": 1, "claim": 0}
    assert rows["done-late"] == {"evidence": 0, "claim": 1}
    assert rows["overdue"] == {"evidence": 0, "claim": 1, "none": 0}
    assert rows["no-deadline"] == {"evidence": 1, "claim": 0}
    assert rows["within-deadline"] == {"evidence": 0, "claim": 1}


def test_each_task_is_counted_once(catalogue: Catalogue):
    assert sum(row.total for row in standing_rows(catalogue.tasks.values())) == len(catalogue.tasks)


def test_the_four_and_those_without_a_report_are_counted_where_there_are_none():
    assert [row.standing for row in standing_rows(())] == [
        "done-on-time",
        "done-late",
        "within-deadline",
        "overdue",
        "not-reported",
    ]


def test_the_count_of_a_later_day_follows_the_deadlines(catalogue: Catalogue):
    tasks = [catalogue.tasks["shore-1-6"], catalogue.tasks["shore-1-3"]]
    assert [(str(day), n) for day, n in place_changes(tasks, ("within-deadline", "claim"), catalogue.as_of)] == [
        ("2027-04-01", 0)
    ]
    assert place_changes(tasks, ("paused", "claim"), catalogue.as_of) == ()
