"""Statuses that follow from dates: in force, expired, overdue. Judged by a day each time, never typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal

from macros.dates import PartialDate
from macros.model import Agreement, Renewal, Task, Update

AgreementStatus = Literal["in-force", "expired", "unknown"]
TaskStatus = Literal["not-reported", "not-started", "in-progress", "done", "overdue"]
AGREEMENT_STATUSES: Final[tuple[AgreementStatus, ...]] = ("in-force", "expired", "unknown")
TASK_STATUSES: Final[tuple[TaskStatus, ...]] = ("not-reported", "not-started", "in-progress", "done", "overdue")


def expiry(agreement: Agreement, updates: Iterable[Update] = ()) -> PartialDate | None:
    """When an agreement ends, no more precise than its source; ``None`` where no end follows from it.

    A term in years counts from the last signing. An update that renews or extends replaces the printed end.
    """
    ends = agreement.term.until
    if agreement.term.kind == "years" and agreement.term.years is not None and agreement.signed is not None:
        last = max([agreement.signed, *(renewal.date for renewal in agreement.renewed)], key=lambda date: date.last_day)
        ends = last.plus_years(agreement.term.years)
    for update in sorted(updates, key=lambda update: update.date.last_day):
        if update.event == "ended":
            return update.date
        if update.until is not None:
            ends = update.until
    return ends


def agreement_status(agreement: Agreement, as_of: dt.date, updates: Iterable[Update] = ()) -> AgreementStatus:
    """Whether an agreement is in force on a day.

    ``unknown`` where the source states no term, where it was signed later than that day, and within a year or month
    that is printed as the end without a day.
    """
    known = [update for update in updates if update.date.first_day <= as_of]
    if agreement.signed is not None and agreement.signed.first_day > as_of:
        return "unknown"
    ends = expiry(agreement, known)
    if ends is None:
        return "in-force" if agreement.term.kind == "indefinite" else "unknown"
    if as_of > ends.last_day:
        return "expired"
    return "in-force" if as_of <= ends.first_day else "unknown"


def task_status(task: Task, as_of: dt.date, updates: Iterable[Update] = ()) -> TaskStatus:
    """Where a task stands on a day: its last report, unless it is past due and not done."""
    known = sorted((u for u in updates if u.date.first_day <= as_of), key=lambda update: update.date.last_day)
    reported = known[-1].status if known else None
    if reported != "done" and task.due is not None and as_of > task.due.last_day:
        return "overdue"
    return reported or "not-reported"


def renewals(agreement: Agreement) -> tuple[Renewal, ...]:
    """Further signings, oldest first."""
    return tuple(sorted(agreement.renewed, key=lambda renewal: renewal.date.first_day))
