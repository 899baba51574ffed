"""Tasks by status, what needs attention first, with a few of each in sight."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from macros.catalogue.items import TaskItem
from macros.catalogue.task_status import TaskStatus

# As readers ask: what is late, what is under way, what nobody told of, what is over.
_ORDER: Final[tuple[TaskStatus, ...]] = (
    "overdue",
    "in-progress",
    "partly-done",
    "paused",
    "not-started",
    "not-reported",
    "done",
    "dropped",
)
# So many tasks of a status are in sight; the others are folded.
IN_SIGHT: Final = 8


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """The tasks of one status: those in sight, and the rest."""

    status: TaskStatus
    first: tuple[TaskItem, ...]
    rest: tuple[TaskItem, ...]

    @property
    def number(self) -> int:
        return len(self.first) + len(self.rest)


def by_status(tasks: Iterable[TaskItem]) -> list[StatusGroup]:
    """Return tasks below their statuses, in the order of the plans; statuses without any are left out."""
    listed = tuple(tasks)
    groups = []
    for status in _ORDER:
        found = tuple(task for task in listed if task.status == status)
        if found:
            groups.append(StatusGroup(status, found[:IN_SIGHT], found[IN_SIGHT:]))
    return groups
