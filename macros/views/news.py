"""News: events in the world, newest first. What was signed, renewed or expired, reported, moved or is now overdue.

Changes of the data are another thing; the log of changes has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from macros.base.dates import PartialDate
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem, TaskItem
from macros.records.model import Plan, Update
from macros.views import timeline

NewsKind = Literal[timeline.EventKind, "progress", "due-changed", "reassigned", "overdue"]
# Not yet happened, or told with the partner instead.
_NO_NEWS: Final = frozenset({"expires", "activity"})


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something that happened by the day of the records.

    Attributes:
        agreement: the agreement that it happened to, if any.
        tasks: the tasks that it happened to; those of one plan that fell due on one day come together.
        plan: the plan of the tasks.
        update: the update that tells of it, if any.
    """

    kind: NewsKind
    date: PartialDate
    agreement: AgreementItem | None = None
    tasks: tuple[TaskItem, ...] = ()
    plan: Plan | None = None
    update: Update | None = None


def news(records: Catalogue) -> list[News]:
    """Return the events up to the day of the records, newest first; what no source dates is left out."""
    found = [*_of_agreements(records), *_of_tasks(records), *_overdue(records)]
    return sorted(found, key=lambda event: (event.date.last_day, event.date.precision == "day"), reverse=True)


def _of_agreements(records: Catalogue) -> Iterator[News]:
    for event in timeline.events(records.agreements.values(), (), records.as_of):
        if event.date is not None and event.date.last_day <= records.as_of and event.kind not in _NO_NEWS:
            yield News(kind=event.kind, date=event.date, agreement=event.agreement, update=event.update)


def _of_tasks(records: Catalogue) -> Iterator[News]:
    for task in records.tasks.values():
        for update in task.updates:
            if update.date.last_day <= records.as_of and update.event in {"progress", "due-changed", "reassigned"}:
                yield News(kind=update.event, date=update.date, tasks=(task,), plan=task.plan, update=update)


def _overdue(records: Catalogue) -> Iterator[News]:
    """Yield the days on which tasks fell due that are overdue since, by plan."""
    late = [(task.due, task) for task in records.tasks.values() if task.status == "overdue" and task.due is not None]
    late.sort(key=lambda found: (found[0].last_day, found[1].plan.id, found[1].id))
    for (due, plan), group in groupby(late, key=lambda found: (found[0], found[1].plan)):
        yield News(kind="overdue", date=due, tasks=tuple(task for _, task in group), plan=plan)
