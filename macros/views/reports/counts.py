"""Counts and lists of a report on a year or quarter.

A report on a period that is over is judged by its last day, whenever it is made. What is dated less precisely than the
period (``2026`` in a report on a quarter) is listed apart, not counted.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import TaskItem
from macros.catalogue.standings import standing_rows
from macros.records.model import Agency, Update
from macros.views.reports.periods import Period
from macros.views.reports.report import Progress, Report, Row
from macros.views.timeline import Event, EventKind, events, expiring

# The updates on each task, by its id, oldest first.
_Updates = Mapping[str, Sequence[Update]]


# Nobody has to report on such a task any more.
_CLOSED: Final = frozenset({"done", "dropped"})


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
    told, imprecise = _agreement_events(period, records)
    plans = records.plans.values()
    tasks = [task for item in plans for task in item.tasks]
    known = {task.id: _known(task, records.as_of) for task in tasks}
    held = {name: [update for update in found if period.holds(update.date)] for name, found in known.items()}
    touched = {name: [update for update in found if period.touches(update.date)] for name, found in known.items()}
    rest = {name: [update for update in found if update not in held[name]] for name, found in touched.items()}
    return Report(
        period=period,
        records=records,
        agreements=tuple(records.agreement_counts.items()),
        announced=tuple(told["announced"]),
        signed=tuple(told["signed"]),
        renewed=(*told["renewed"], *told["extended"], *told["amended"]),
        reviewed=tuple(told["reviewed"]),
        ended=tuple(sorted([*told["ended"], *told["replaced"], *told["expired"], *told["expires"]], key=_last_day)),
        imprecise=imprecise,
        expiring=tuple(expiring(records.agreements.values(), records.as_of)),
        tasks=tuple(tasks),
        standings=standing_rows(tasks),
        by_plan=tuple(Row(item.tasks, _reported(item.tasks, held), plan=item.record) for item in plans),
        by_agency=_by_agency(tasks, held),
        progress=_progress(tasks, held),
        imprecise_progress=_progress(tasks, rest),
        overdue=tuple(task for task in tasks if task.status == "overdue"),
        silent=_by_agency([task for task in tasks if task.status not in _CLOSED and not touched[task.id]], held),
    )


def _known(task: TaskItem, as_of: dt.date) -> list[Update]:
    """The updates on a task that there were by then, oldest first."""
    known = [update for update in task.updates if update.date.first_day <= as_of]
    return sorted(known, key=lambda update: update.date.first_day)


def _progress(tasks: Iterable[TaskItem], updates: _Updates) -> tuple[Progress, ...]:
    """The tasks that have updates, with these."""
    return tuple(Progress(task, tuple(updates[task.id])) for task in tasks if updates[task.id])


def _agreement_events(
    period: Period, records: Catalogue
) -> tuple[Mapping[EventKind, Sequence[Event]], tuple[Event, ...]]:
    """The events of agreements in the period by their kind, and those that may have been in it."""
    told: dict[EventKind, list[Event]] = defaultdict(list)
    imprecise = []
    for event in events(records.agreements.values(), (), records.as_of):
        if event.date is None or (event.date.first_day > records.as_of and event.kind != "expires"):
            continue
        if period.holds(event.date):
            told[event.kind].append(event)
        elif period.touches(event.date):
            imprecise.append(event)
    return told, tuple(imprecise)


def _last_day(event: Event) -> dt.date:
    return dt.date.max if event.date is None else event.date.last_day


def _reported(tasks: Iterable[TaskItem], updates: _Updates) -> int:
    """The number of tasks that have updates."""
    return sum(bool(updates[task.id]) for task in tasks)


def _by_agency(tasks: Iterable[TaskItem], updates: _Updates) -> tuple[Row, ...]:
    """Tasks by the lead of the day, most tasks first; one with several stands with each, those without a body last."""
    led: dict[str, list[TaskItem]] = defaultdict(list)
    agencies: dict[str, Agency] = {}
    shared: dict[bool, list[TaskItem]] = {True: [], False: []}
    for task in tasks:
        # Of an agency that ended without a successor, the plan's word is all there is.
        answering = task.lead_today or task.lead
        for agency in answering:
            agencies[agency.id] = agency
            led[agency.id].append(task)
        if not answering:
            shared[task.record.lead_all_relevant].append(task)
    rows = [Row(tuple(own), _reported(own, updates), agency=agencies[name]) for name, own in led.items()]
    rows.sort(key=lambda row: -len(row.tasks))
    for all_relevant, own in shared.items():
        if own:
            rows.append(Row(tuple(own), _reported(own, updates), all_relevant=all_relevant))
    return tuple(rows)
