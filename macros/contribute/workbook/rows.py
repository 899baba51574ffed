"""Rows of the sheet of tasks before anything is reported: each task with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.base.formats import date_text
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgencyItem, TaskItem
from macros.contribute.workbook.layout import ColumnKey
from macros.views.labels import task_words

Row = dict[ColumnKey, str]


def reporting_agencies(records: Catalogue) -> list[AgencyItem]:
    """Return the agencies that lead or coordinate a task today, in the order of the data."""
    return [item for item in records.agencies.values() if item.leads_today or item.coordinates_today]


def rows(agency: AgencyItem) -> Iterator[Row]:
    """Yield a row for each task of an agency, first for those that it leads; columns to fill in are left out."""
    led = {task.id for task in agency.leads_today}
    words = texts("vi")["workbook"]["roles"]
    for task in agency.leads_today:
        yield _row(task, words["lead"])
    for task in agency.coordinates_today:
        if task.id not in led:
            yield _row(task, words["coordinating"])


def _row(task: TaskItem, role: str) -> Row:
    words = texts("vi")["workbook"]
    reports = (update for update in task.updates if update.event == "progress")
    latest = max(reports, key=lambda update: update.date.last_day, default=None)
    return {
        "id": task.id,
        "number": task.record.number,
        "plan": task.plan.name.vi,
        "title": task.record.title.vi,
        "role": role,
        "due": words["no_due"] if task.due is None else date_text(task.due, "vi"),
        "current": task_words(task.status, task.support, "vi"),
        "last": words["none_yet"] if latest is None else f"{date_text(latest.date, 'vi')}: {latest.note.vi}",
    }
