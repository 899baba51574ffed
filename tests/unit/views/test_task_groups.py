"""Tasks by status: what is late first, a few of each in sight, none lost."""

from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.task_status import TASK_STATUSES
from macros.views import task_groups
from macros.views.task_groups import IN_SIGHT, by_status


def test_every_status_has_its_place():
    assert set(task_groups._ORDER) == set(TASK_STATUSES)


def test_each_task_stands_once_below_its_status_and_late_ones_first(catalogue: Catalogue):
    groups = by_status(catalogue.tasks.values())
    assert groups[0].status == "overdue"
    assert all(task.status == group.status for group in groups for task in (*group.first, *group.rest))
    listed = [task.id for group in groups for task in (*group.first, *group.rest)]
    assert sorted(listed) == sorted(catalogue.tasks)


def test_a_few_of_a_status_are_in_sight_in_the_order_given(catalogue: Catalogue):
    task = next(iter(catalogue.tasks.values()))
    (group,) = by_status([task] * (IN_SIGHT + 2))
    assert (len(group.first), len(group.rest), group.number) == (IN_SIGHT, 2, IN_SIGHT + 2)
