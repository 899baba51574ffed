"""Deadline and lead of a task after what happened to it: the printed ones, unless a later document changed them."""

from __future__ import annotations

from collections.abc import Iterable

from macros.base.dates import PartialDate
from macros.records.model import Task, Update


def in_order(updates: Iterable[Update]) -> list[Update]:
    """Return updates by date, the earliest first; those of one day stay in the order of the files."""
    return sorted(updates, key=lambda update: update.date.last_day)


def due_after(task: Task, updates: Iterable[Update]) -> PartialDate | None:
    """Return the deadline in effect after these updates on the task; ``None`` where it has none."""
    moved = [update.due for update in in_order(updates) if update.event == "due-changed" and update.due is not None]
    return moved[-1] if moved else task.due


def lead_after(task: Task, updates: Iterable[Update]) -> tuple[str, ...]:
    """Return the ids of the agencies that lead after these updates on the task."""
    given = [update.lead for update in in_order(updates) if update.event == "reassigned" and update.lead]
    return given[-1] if given else task.lead
