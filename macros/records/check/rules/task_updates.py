"""Rules about updates on tasks. They follow the design, section 4, "What happens to a record"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset, Entry
from macros.records.model import NEEDING_REASON, Task, Update
from macros.records.task_events import due_after, lead_after


def reason_missing(dataset: Dataset) -> Iterator[Problem]:
    """A task that is partly done, paused or dropped has a reason for it."""
    for entry in dataset.of("updates", Update):
        if entry.record.status in NEEDING_REASON and entry.record.reason is None:
            yield problem("reason-missing", "updates", entry, ("status",), found=str(entry.record.status))


def due_changed(dataset: Dataset) -> Iterator[Problem]:
    """A moved deadline has its new day, the day in effect before, which differ, and a source."""
    for task, before, entry in _each_with_what_came_before(dataset):
        update = entry.record
        if update.event != "due-changed":
            continue
        in_effect = due_after(task, before)
        if update.due is None:
            yield problem("due-missing", "updates", entry, ("event",), found=update.event)
        elif update.due in {update.was, in_effect}:
            yield problem("due-unchanged", "updates", entry, ("due",), found=str(update.due))
        elif update.was is None and in_effect is not None:
            yield problem("old-due-missing", "updates", entry, ("due",), found=str(update.due), due=str(in_effect))
        elif update.was is not None and update.was != in_effect:
            in_words = str(in_effect or "–")
            yield problem("old-due-differs", "updates", entry, ("was",), found=str(update.was), due=in_words)
        if not update.sources and update.url is None:
            yield problem("due-unsourced", "updates", entry, ("event",))


def reassigned(dataset: Dataset) -> Iterator[Problem]:
    """A task that is given to another agency says to which, and it is another."""
    for task, before, entry in _each_with_what_came_before(dataset):
        if entry.record.event != "reassigned":
            continue
        if not entry.record.lead:
            yield problem("lead-missing", "updates", entry, ("event",))
        elif set(entry.record.lead) == set(lead_after(task, before)):
            found = ", ".join(entry.record.lead)
            yield problem("lead-unchanged", "updates", entry, ("lead",), found=found)


def _each_with_what_came_before(dataset: Dataset) -> Iterator[tuple[Task, list[Update], Entry[Update]]]:
    """Yield each update on a task with the task and the updates on it that came earlier."""
    tasks = {f"task/{entry.record.id}": entry.record for entry in dataset.of("tasks", Task)}
    of_task: dict[str, list[Entry[Update]]] = defaultdict(list)
    for entry in dataset.of("updates", Update):
        if entry.record.record in tasks:
            of_task[entry.record.record].append(entry)
    for name, entries in of_task.items():
        entries.sort(key=lambda entry: entry.record.date.last_day)
        for index, entry in enumerate(entries):
            yield tasks[name], [earlier.record for earlier in entries[:index]], entry
