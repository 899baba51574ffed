"""Rules about tasks."""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset
from macros.records.model import Conflict, Plan, Task


def task_group(dataset: Dataset) -> Iterator[Problem]:
    """A task's group belongs to its plan, and its number begins with the group's."""
    plans = [entry.record for entry in dataset.of("plans", Plan)]
    groups = {group.id: (plan.id, group.number) for plan in plans for group in plan.groups}
    for entry in dataset.of("tasks", Task):
        task = entry.record
        if task.group not in groups:
            continue  # reported by references()
        plan, number = groups[task.group]
        if plan != task.plan or not task.number.startswith(f"{number}."):
            yield problem("task-group", "tasks", entry, ("group",), found=task.number, group=task.group)


def agency_twice(dataset: Dataset) -> Iterator[Problem]:
    """An agency either leads or coordinates a task, unless a conflict records that the document prints both."""
    conflicts = [entry.record for entry in dataset.of("conflicts", Conflict)]
    excused = {conflict.record for conflict in conflicts if conflict.field == "coordinating"}
    for entry in dataset.of("tasks", Task):
        task = entry.record
        for index, agency in enumerate(task.coordinating):
            if agency in task.lead and f"task/{task.id}" not in excused:
                yield problem("agency-twice", "tasks", entry, ("coordinating",), at=(index,), found=agency)
