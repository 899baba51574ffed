"""Tasks counted against their deadlines, what was shown apart from what was only said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from macros.catalogue.items import TaskItem
from macros.catalogue.task_status import STANDINGS, SUPPORTS, Standing, Support

# Counted for every set of tasks, even where there are none: the four of Vietnamese offices, and those without report.
_ALWAYS: Final = frozenset({"done-on-time", "done-late", "within-deadline", "overdue", "not-reported"})


@dataclass(frozen=True, slots=True)
class StandingRow:
    """The tasks of one standing: their numbers by the grounds for it; grounds that it cannot have are left out."""

    standing: Standing
    numbers: Mapping[Support, int]

    @property
    def total(self) -> int:
        return sum(self.numbers.values())


def grounds(standing: Standing) -> tuple[Support, ...]:
    """Return the grounds that a standing can have: who is overdue may have reported or not, the others are plain."""
    if standing == "overdue":
        return SUPPORTS
    return ("none",) if standing == "not-reported" else ("evidence", "claim")


def standing_rows(tasks: Iterable[TaskItem]) -> tuple[StandingRow, ...]:
    """Count tasks by standing and grounds; standings that are not among the four only where a task has them."""
    found = Counter((task.standing, task.support) for task in tasks)
    rows = (StandingRow(name, {support: found[name, support] for support in grounds(name)}) for name in STANDINGS)
    return tuple(row for row in rows if row.total or row.standing in _ALWAYS)
