"""A report on a period: the numbers and lists that its page and its document print."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem, TaskItem
from macros.catalogue.standings import StandingRow, grounds
from macros.catalogue.status import AgreementStatus
from macros.catalogue.task_status import Standing
from macros.records.model import Agency, Plan, Update
from macros.views.reports.periods import Period
from macros.views.timeline import Event


@dataclass(frozen=True, slots=True)
class Row:
    """The tasks of a plan or of a lead agency by how they stand.

    ``plan`` and ``agency`` are both ``None`` for tasks whose lead is no single body: ``all_relevant`` tells those that
    the plan leaves to all relevant agencies from those for which it names nobody.
    """

    tasks: tuple[TaskItem, ...]
    reported: int
    plan: Plan | None = None
    agency: Agency | None = None
    all_relevant: bool = False

    def standing(self, standing: Standing) -> StandingRow:
        """Return how many of the tasks have a standing, by the grounds for it."""
        own = Counter(task.support for task in self.tasks if task.standing == standing)
        return StandingRow(standing, {support: own[support] for support in grounds(standing)})


@dataclass(frozen=True, slots=True)
class Progress:
    """A task with what was reported on it in the period, oldest first."""

    task: TaskItem
    updates: tuple[Update, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """The agreements that something happened to within a report; ``key`` names what, as :class:`Report` does."""

    key: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report on a period, as of ``records.as_of``.

    Attributes:
        period: the year or quarter.
        records: the records as of the last day that the report covers.
        agreements: the number of agreements of each status on that day.
        signed: signings in the period; ``announced``, ``renewed`` (extensions and amendments included), ``reviewed``
            and ``ended`` (also by expiry or replacement) likewise.
        imprecise: events that may lie in the period, dated less precisely than it is.
        expiring: agreements that end within a year.
        tasks: all tasks, in the order of the plans.
        standings: the numbers of tasks by standing and the grounds for it.
        by_plan: the tasks of each plan.
        by_agency: the tasks of each agency that answers for them on the last day.
        progress: tasks that were reported on in the period; ``imprecise_progress`` tasks that may have been.
        overdue: tasks past their due date.
        silent: open tasks that nobody reported on, by lead agency.
    """

    period: Period
    records: Catalogue
    agreements: tuple[tuple[AgreementStatus, int], ...]
    announced: tuple[Event, ...]
    signed: tuple[Event, ...]
    renewed: tuple[Event, ...]
    reviewed: tuple[Event, ...]
    ended: tuple[Event, ...]
    imprecise: tuple[Event, ...]
    expiring: tuple[AgreementItem, ...]
    tasks: tuple[TaskItem, ...]
    standings: tuple[StandingRow, ...]
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
    def happened(self) -> list[Happened]:
        """What happened to agreements; announcements, and what may lie in the period, only if there are any."""
        always = ("signed", "renewed", "reviewed", "ended")
        found = [Happened(key, getattr(self, key)) for key in (*always, "announced", "imprecise")]
        return [happened for happened in found if happened.events or happened.key in always]

    @property
    def agreements_known(self) -> int:
        """The number of agreements that there were by the last day."""
        return sum(number for _, number in self.agreements)

    @property
    def tasks_known(self) -> int:
        """The number of tasks that had been assigned by the last day."""
        return sum(row.total for row in self.standings)

    @property
    def counted(self) -> tuple[StandingRow, ...]:
        """The standings that any task has, for tables."""
        return tuple(row for row in self.standings if row.total)

    @property
    def silent_tasks(self) -> int:
        """The number of tasks that nobody reported on, each counted once however many agencies lead it."""
        return len({task.id for row in self.silent for task in row.tasks})
