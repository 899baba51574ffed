"""What a report on a year or quarter says: the page and the document print these numbers and lists and no others.

A report on a period that is over is judged by its last day, whenever it is made. What is dated less precisely than the
period (``2026`` in a report on a quarter) is listed apart, not counted.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from macros.base.dates import PartialDate
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem, TaskItem
from macros.catalogue.status import AgreementStatus, TaskStatus
from macros.records.model import Agency, Plan, Update
from macros.views.timeline import Event, events, expiring

QUARTERS: Final = (1, 2, 3, 4)
MONTHS_OF_A_QUARTER: Final = 3
_SHAPE: Final = re.compile(r"(\d{4})(?:-q([1-4]))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar year, or a quarter of it."""

    year: int
    quarter: int | None = None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``2026`` or ``2026-q4``.

        Raises:
            ValueError: the text has another shape.
        """
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]) if found[2] else None)

    @property
    def id(self) -> str:
        return str(self.year) if self.quarter is None else f"{self.year}-q{self.quarter}"

    @property
    def first_day(self) -> dt.date:
        month = 1 if self.quarter is None else (self.quarter - 1) * MONTHS_OF_A_QUARTER + 1
        return dt.date(self.year, month, 1)

    @property
    def last_day(self) -> dt.date:
        return PartialDate(self.year, None if self.quarter is None else self.quarter * MONTHS_OF_A_QUARTER).last_day

    def holds(self, date: PartialDate) -> bool:
        """Whether all days that the date can mean lie in the period."""
        return self.first_day <= date.first_day and date.last_day <= self.last_day

    def touches(self, date: PartialDate) -> bool:
        """Whether any of them does."""
        return self.first_day <= date.last_day and date.first_day <= self.last_day


@dataclass(frozen=True, slots=True)
class Row:
    """The tasks of a plan or of a lead agency by status.

    ``plan`` and ``agency`` are both ``None`` for tasks whose lead is no single body: ``all_relevant`` says whether the
    plan leaves them to all relevant agencies or names nobody.
    """

    tasks: tuple[TaskItem, ...]
    reported: int
    plan: Plan | None = None
    agency: Agency | None = None
    all_relevant: bool = False

    def number(self, status: TaskStatus) -> int:
        return sum(task.status == status for task in self.tasks)


@dataclass(frozen=True, slots=True)
class Progress:
    """A task with what was reported on it in the period, oldest first."""

    task: TaskItem
    updates: tuple[Update, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report on a period says, as of ``records.as_of``."""

    period: Period
    records: Catalogue
    agreements: tuple[tuple[AgreementStatus, int], ...]
    signed: tuple[Event, ...]
    renewed: tuple[Event, ...]
    reviewed: tuple[Event, ...]
    ended: tuple[Event, ...]
    imprecise: tuple[Event, ...]
    expiring: tuple[AgreementItem, ...]
    by_status: tuple[tuple[TaskStatus, int], ...]
    by_plan: tuple[Row, ...]
    by_agency: tuple[Row, ...]
    progress: tuple[Progress, ...]
    imprecise_progress: tuple[Progress, ...]
    overdue: tuple[TaskItem, ...]
    silent: tuple[Row, ...]

    @property
    def id(self) -> str:
        return self.period.id

    @property
    def until(self) -> dt.date:
        """The last day that the report covers."""
        return self.records.as_of

    @property
    def agreements_known(self) -> int:
        """How many agreements there were by the last day."""
        return sum(number for _, number in self.agreements)

    @property
    def tasks_known(self) -> int:
        """How many tasks had been assigned by the last day."""
        return sum(number for _, number in self.by_status)

    @property
    def statuses(self) -> tuple[TaskStatus, ...]:
        """Those that any task has, for tables."""
        return tuple(status for status, number in self.by_status if number)

    @property
    def silent_tasks(self) -> int:
        """How many tasks nobody reported on, each counted once however many agencies lead it."""
        return len({task.id for row in self.silent for task in row.tasks})


def periods(records: Catalogue) -> list[Period]:
    """Periods that the site has a report on: every year since the data began, and the quarters in which something was.

    Newest first, a year before its quarters.
    """
    years = range(min(records.kept_since.year, records.as_of.year), records.as_of.year + 1)
    found: list[Period] = []
    for year in reversed(years):
        found.append(Period(year))
        found += [Period(year, quarter) for quarter in reversed(QUARTERS) if _anything(Period(year, quarter), records)]
    return found


def _anything(period: Period, records: Catalogue) -> bool:
    if period.first_day > records.as_of:
        return False
    dates = [event.date for event in events(records.agreements.values(), (), records.as_of)]
    dates += [entry.record.date for entry in records.updates]
    return any(date is not None and period.holds(date) and date.first_day <= records.as_of for date in dates)


def report(period: Period, records: Catalogue) -> Report:
    """Return the report on a period, as far as it has come.

    Args:
        period: a year or quarter.
        records: the catalogue of a day (see :func:`macros.catalogue.of_day.catalogue_of`); of a period that is over by
            then, only what is known of its last day counts.

    Raises:
        ValueError: the period has not begun.
    """
    if period.first_day > records.as_of:
        raise ValueError(period.id)
    records = records.on(min(period.last_day, records.as_of))
    plans = records.plans.values()
    tasks = [task for item in plans for task in item.tasks]
    held = {task.id: _updates(task, period, records.as_of) for task in tasks}
    touched = {task.id: [u for u in _known(task, records.as_of) if period.touches(u.date)] for task in tasks}
    told, imprecise = _agreements(period, records)
    return Report(
        period,
        records,
        agreements=tuple(records.agreement_counts.items()),
        signed=told["signed"],
        renewed=told["renewed"] + told["extended"],
        reviewed=told["reviewed"],
        ended=tuple(sorted(told["ended"] + told["expired"] + told["expires"], key=_day)),
        imprecise=imprecise,
        expiring=tuple(expiring(records.agreements.values(), records.as_of)),
        by_status=tuple(records.task_counts.items()),
        by_plan=tuple(
            Row(item.tasks, sum(bool(held[task.id]) for task in item.tasks), plan=item.record) for item in plans
        ),
        by_agency=_by_agency(tasks, held),
        progress=tuple(Progress(task, tuple(held[task.id])) for task in tasks if held[task.id]),
        imprecise_progress=tuple(
            Progress(task, rest)
            for task in tasks
            if (rest := tuple(u for u in touched[task.id] if u not in held[task.id]))
        ),
        overdue=tuple(task for task in tasks if task.status == "overdue"),
        silent=_by_agency([task for task in tasks if task.status != "done" and not touched[task.id]], held),
    )


def _known(task: TaskItem, as_of: dt.date) -> list[Update]:
    known = [update for update in task.updates if update.date.first_day <= as_of]
    return sorted(known, key=lambda update: update.date.first_day)


def _updates(task: TaskItem, period: Period, as_of: dt.date) -> list[Update]:
    return [update for update in _known(task, as_of) if period.holds(update.date)]


def _agreements(period: Period, records: Catalogue) -> tuple[dict[str, tuple[Event, ...]], tuple[Event, ...]]:
    """What happened to agreements by kind of event, and what may have happened in the period."""
    told: dict[str, list[Event]] = defaultdict(list)
    imprecise = []
    for event in events(records.agreements.values(), (), records.as_of):
        if event.date is None or (event.date.first_day > records.as_of and event.kind != "expires"):
            continue
        if period.holds(event.date):
            told[event.kind].append(event)
        elif period.touches(event.date):
            imprecise.append(event)
    kinds = ("signed", "renewed", "extended", "reviewed", "ended", "expired", "expires")
    return {kind: tuple(told[kind]) for kind in kinds}, tuple(imprecise)


def _day(event: Event) -> dt.date:
    return dt.date.max if event.date is None else event.date.last_day


def _by_agency(tasks: Iterable[TaskItem], held: dict[str, list[Update]]) -> tuple[Row, ...]:
    """Tasks by lead, most tasks first; a task with several leads stands with each. Those without a body come last."""
    led: dict[str, list[TaskItem]] = defaultdict(list)
    agencies: dict[str, Agency] = {}
    shared: dict[bool, list[TaskItem]] = {True: [], False: []}
    for task in tasks:
        for agency in task.lead:
            agencies[agency.id] = agency
            led[agency.id].append(task)
        if not task.lead:
            shared[task.record.lead_all_relevant].append(task)

    def reported(own: list[TaskItem]) -> int:
        return sum(bool(held[task.id]) for task in own)

    rows = [Row(tuple(own), reported(own), agency=agencies[name]) for name, own in led.items()]
    rows.sort(key=lambda row: -len(row.tasks))
    rows += [Row(tuple(own), reported(own), all_relevant=everybody) for everybody, own in shared.items() if own]
    return tuple(rows)
