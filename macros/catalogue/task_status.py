"""Tasks judged on a day: status, standing against the deadline in effect, evidence for what was reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Literal

from macros.base.dates import PartialDate
from macros.records.model import Note, Task, Update
from macros.records.task_events import due_after, in_order, lead_after

TaskStatus = Literal[
    "not-reported", "not-started", "in-progress", "partly-done", "done", "paused", "dropped", "overdue"
]
TASK_STATUSES: Final[tuple[TaskStatus, ...]] = (
    "not-reported",
    "not-started",
    "in-progress",
    "partly-done",
    "done",
    "paused",
    "dropped",
    "overdue",
)
# Reported so, a task is not overdue, whatever its deadline.
_SETTLED: Final = frozenset({"done", "paused", "dropped"})
Standing = Literal[
    "done-on-time",
    "done-late",
    "done-unjudged",
    "within-deadline",
    "no-deadline",
    "overdue",
    "paused",
    "dropped",
    "not-reported",
]
STANDINGS: Final[tuple[Standing, ...]] = (
    "done-on-time",
    "done-late",
    "within-deadline",
    "overdue",
    "done-unjudged",
    "no-deadline",
    "paused",
    "dropped",
    "not-reported",
)
"""The four that Vietnamese offices count, then those that these leave out."""
# Grounds of a status: evidence linked, only the word of whoever reported, or no report.
Support = Literal["evidence", "claim", "none"]
SUPPORTS: Final[tuple[Support, ...]] = ("evidence", "claim", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskJudgement:
    """A task as it stood on a day.

    Attributes:
        status: that of its last report, unless it is past due and neither done, paused nor dropped.
        standing: its place in the count against deadlines.
        support: the grounds for what was last reported.
        due: the deadline in effect.
        lead: the ids of the agencies that lead it, before successors.
        reason: the reason stated for its status, if there is one.
    """

    status: TaskStatus
    standing: Standing
    support: Support
    due: PartialDate | None
    lead: tuple[str, ...]
    reason: Note | None


def judged_task(task: Task, as_of: dt.date, updates: Iterable[Update] = ()) -> TaskJudgement:
    """Return how a task stood on a day.

    Args:
        task: the task.
        as_of: the day.
        updates: all updates on it; those of later days do not count.
    """
    known = [update for update in in_order(updates) if update.date.first_day <= as_of]
    latest = _latest_reports(known)
    reported = latest[-1].status if latest else None
    due = due_after(task, known)
    overdue = reported not in _SETTLED and due is not None and as_of > due.last_day
    return TaskJudgement(
        status="overdue" if overdue else reported or "not-reported",
        standing="overdue" if overdue else _standing(task, known, latest),
        support=_support(latest),
        due=due,
        lead=lead_after(task, known),
        reason=latest[-1].reason if latest and not overdue else None,
    )


def task_status(task: Task, as_of: dt.date, updates: Iterable[Update] = ()) -> TaskStatus:
    """Return the status of a task on a day."""
    return judged_task(task, as_of, updates).status


def _latest_reports(known: list[Update]) -> list[Update]:
    """Return the last reports on a task that agree on its status, the earliest of them first."""
    reports = [update for update in known if update.event == "progress"]
    agreeing = takewhile(lambda report: report.status == reports[-1].status, reversed(reports))
    return list(agreeing)[::-1]


def _support(latest: list[Update]) -> Support:
    if not latest:
        return "none"
    return "evidence" if any(report.url is not None or report.sources for report in latest) else "claim"


def _standing(task: Task, known: list[Update], latest: list[Update]) -> Standing:
    """Return the standing of a task that is not overdue."""
    if not latest or latest[-1].status is None:
        return "not-reported"
    match latest[-1].status:
        case "paused" | "dropped" as settled:
            return settled
        case "done":
            completed = latest[0].date
            before = [update for update in known if update.date.first_day <= completed.last_day]
            return _done(completed, due_after(task, before))
    return "no-deadline" if due_after(task, known) is None else "within-deadline"


def _done(completed: PartialDate, due: PartialDate | None) -> Standing:
    """Compare completion with the deadline in effect then; dates too coarse to tell are not judged."""
    if due is None or completed.first_day <= due.last_day < completed.last_day:
        return "done-unjudged"
    return "done-on-time" if completed.last_day <= due.last_day else "done-late"
