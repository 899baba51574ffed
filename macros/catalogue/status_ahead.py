"""Days after the catalogue's own on which statuses and counts change.

A page may be read long after it was built, for the schedule that rebuilds the site can stop. So a page holds, beside
each status, the days on which it changes, and a script shows the status of the reader's day. All rules are in Python.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from macros.catalogue.status import AgreementStatus, agreement_status, expiry
from macros.catalogue.task_status import Standing, Support, TaskStatus, judged_task, task_status
from macros.records.model import Agreement, Task, Update

T = TypeVar("T")
Changes = tuple[tuple[dt.date, T], ...]

_DAY = dt.timedelta(days=1)


class _Judged(Protocol):
    """An agreement with its status and the changes of that."""

    @property
    def status(self) -> AgreementStatus: ...

    @property
    def changes(self) -> Changes[AgreementStatus]: ...


class _Placed(Protocol):
    """A task with its place in the count against deadlines and the changes of that."""

    @property
    def standing(self) -> Standing: ...

    @property
    def support(self) -> Support: ...

    @property
    def standing_changes(self) -> Changes[tuple[Standing, Support]]: ...


def changes(judge: Callable[[dt.date], T], days: Iterable[dt.date], as_of: dt.date) -> Changes[T]:
    """Return the days after ``as_of`` on which a judgement changes, each with the new one, in their order.

    Args:
        judge: returns the judgement of a day.
        days: all days on which it may change.
        as_of: the day of the catalogue.
    """
    later = sorted({day for day in days if day > as_of})
    if not later:
        return ()
    found: list[tuple[dt.date, T]] = []
    before = judge(as_of)
    for day in later:
        if (now := judge(day)) != before:
            found.append((day, now))
            before = now
    return tuple(found)


def agreement_changes(
    agreement: Agreement, as_of: dt.date, updates: tuple[Update, ...] = ()
) -> Changes[AgreementStatus]:
    """Return the later statuses of an agreement.

    They follow from its announcement, its signing, its end, and updates dated ahead.
    """
    news = {as_of, *(update.date.first_day for update in updates)}
    days = news | {date.first_day for date in (agreement.announced, agreement.signed) if date is not None}
    for day in news:
        ends = expiry(agreement, [update for update in updates if update.date.first_day <= day])
        if ends is not None:
            days |= {ends.first_day + _DAY, ends.last_day + _DAY}
    return changes(lambda day: agreement_status(agreement, day, updates), days, as_of)


def task_changes(task: Task, as_of: dt.date, updates: tuple[Update, ...] = ()) -> Changes[TaskStatus]:
    """Return the later statuses of a task: they follow from its deadlines, and from updates dated ahead."""
    return changes(lambda day: task_status(task, day, updates), _task_days(task, updates), as_of)


def standing_changes(task: Task, as_of: dt.date, updates: tuple[Update, ...] = ()) -> Changes[tuple[Standing, Support]]:
    """Return the later places of a task in the count against deadlines, each with the grounds for it."""

    def place(day: dt.date) -> tuple[Standing, Support]:
        found = judged_task(task, day, updates)
        return found.standing, found.support

    return changes(place, _task_days(task, updates), as_of)


def _task_days(task: Task, updates: tuple[Update, ...]) -> set[dt.date]:
    """Return the days on which a task may come to stand otherwise."""
    deadlines = [task.due, *(update.due for update in updates)]
    return {update.date.first_day for update in updates} | {due.last_day + _DAY for due in deadlines if due is not None}


def count_changes(items: Iterable[_Judged], status: AgreementStatus, as_of: dt.date) -> Changes[int]:
    """Return the later numbers of agreements of a status, each with the day from which it holds."""
    return _counted(((item.status, item.changes) for item in items), status, as_of)


def place_changes(items: Iterable[_Placed], place: tuple[Standing, Support], as_of: dt.date) -> Changes[int]:
    """Return the later numbers of tasks of a standing on some grounds, each with the day from which it holds."""
    return _counted((((item.standing, item.support), item.standing_changes) for item in items), place, as_of)


def _counted(judged: Iterable[tuple[T, Changes[T]]], wanted: T, as_of: dt.date) -> Changes[int]:
    # The difference that each day makes: one pass, however many records and days there are.
    steps: Counter[dt.date] = Counter()
    number = 0
    for now, later in judged:
        number += now == wanted
        before = now
        for day, after in later:
            steps[day] += (after == wanted) - (before == wanted)
            before = after
    found: list[tuple[dt.date, int]] = []
    for day in sorted(steps):
        if day > as_of and steps[day]:
            number += steps[day]
            found.append((day, number))
    return tuple(found)
