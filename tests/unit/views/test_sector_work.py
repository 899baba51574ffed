"""A sector in short: which have tasks under way."""

from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.views.sector_work import under_way


def test_sectors_with_tasks_in_progress_come_with_these_alone(catalogue: Catalogue):
    found = under_way(catalogue.sectors.values())
    assert {one.item.id: {task.id for task in one.tasks} for one in found} == {
        item.id: {task.id for task in item.tasks if task.status == "in-progress"}
        for item in catalogue.sectors.values()
        if any(task.status == "in-progress" for task in item.tasks)
    }
    numbers = [len(one.tasks) for one in found]
    assert numbers
    assert numbers == sorted(numbers, reverse=True)


def test_without_reports_no_sector_has_any(catalogue: Catalogue):
    silent = [item for item in catalogue.sectors.values() if all(task.status != "in-progress" for task in item.tasks)]
    assert under_way(silent) == []
