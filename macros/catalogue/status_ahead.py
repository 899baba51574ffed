"""What printed statuses and counts become on later days.

A page may be read long after it was built, for the schedule that rebuilds the site can stop. So the page holds, beside
each status, the days on which it changes, and a script puts in the words for the reader's day. The rules stay here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from macros.catalogue.status import AgreementStatus, TaskStatus, agreement_status, expiry, task_status
from macros.records.model import Agreement, Task, Update

T = TypeVar("T")
Changes = tuple[tuple[dt.date, T], ...]

_DAY = dt.timedelta(days=1)


class _Judged(Protocol):
    """An agreement with its status and how that changes."""

    @property
    def status(self) -> AgreementStatus: ...

    @property
    def changes(self) -> Changes[AgreementStatus]: ...


def changes(judge: Callable[[dt.date], T], days: Iterable[dt.date], as_of: dt.date) -> Changes[T]:
    """The days after ``as_of`` on which a judgement becomes another, each with what it becomes.

    Args:
        judge: what holds on a day.
        days: every day on which it may change.
        as_of: the day that it is known for.
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
    """When an agreement's status changes: by its signing, its end, and updates dated ahead."""
    news = {as_of, *(update.date.first_day for update in updates)}
    days = set(news)
    if agreement.signed is not None:
        days.add(agreement.signed.first_day)
    for day in news:
        ends = expiry(agreement, [update for update in updates if update.date.first_day <= day])
        if ends is not None:
            days |= {ends.first_day + _DAY, ends.last_day + _DAY}
    return changes(lambda day: agreement_status(agreement, day, updates), days, as_of)


def task_changes(task: Task, as_of: dt.date, updates: tuple[Update, ...] = ()) -> Changes[TaskStatus]:
    """When a task's status changes: by its due date, and reports dated ahead."""
    days = {update.date.first_day for update in updates}
    if task.due is not None:
        days.add(task.due.last_day + _DAY)
    return changes(lambda day: task_status(task, day, updates), days, as_of)


def count_changes(items: Iterable[_Judged], status: AgreementStatus, as_of: dt.date) -> Changes[int]:
    """When the number of agreements of a status changes."""
    items = tuple(items)
    # What each day adds to the number, or takes away: one pass, however many agreements and days there are.
    steps: Counter[dt.date] = Counter()
    for item in items:
        before = item.status
        for day, after in item.changes:
            steps[day] += (after == status) - (before == status)
            before = after
    number = sum(item.status == status for item in items)
    found: list[tuple[dt.date, int]] = []
    for day in sorted(steps):
        if day > as_of and steps[day]:
            number += steps[day]
            found.append((day, number))
    return tuple(found)
