"""Reading a workbook that an agency has filled in: its reports, or everything that cannot be right, by cell."""

from __future__ import annotations

import datetime as dt
import difflib
import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.worksheet import Worksheet

from macros.base.folding import fold
from macros.base.system.processes import Exhausted, Failed, within
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgencyItem, TaskItem
from macros.contribute.workbook import cell_values
from macros.contribute.workbook.faults import Fault, Unreadable
from macros.contribute.workbook.layout import ABOUT, FORMAT, VERSION, ColumnKey, sheet_name
from macros.contribute.workbook.reports import Report, Reports
from macros.contribute.workbook.safe_open import contents
from macros.contribute.workbook.sheet import HEADINGS, Sheet
from macros.records.check.problem import shorten
from macros.records.model import NEEDING_REASON

# Columns without which a row is no report.
NEEDED: Final[tuple[ColumnKey, ...]] = ("status", "date", "note")


# Reading a form takes a second, and less memory than the data.
SECONDS: Final = 60.0
MEMORY: Final = 512 * 1024 * 1024


def read(path: Path, records: Catalogue) -> Reports:
    """Read the reports of a workbook, in a process that is killed when it takes too much time or memory.

    Args:
        path: an .xlsx file, whatever program saved it.
        records: the data that the workbook was made from, or newer.

    Raises:
        Unreadable: the file is not such a workbook; nothing in it was read.
    """
    try:
        answer = within(SECONDS, MEMORY, lambda: _answer(path, records))
    except Exhausted as reason:
        raise Unreadable("too-much") from reason
    except Failed as reason:  # a damaged workbook makes the library return almost anything
        raise Unreadable("broken") from reason
    if isinstance(answer, Fault):
        raise Unreadable(answer.rule, answer.found, answer.allowed)
    agency, reports, faults = answer
    return Reports(
        records.agencies[agency],
        tuple(Report(task=records.tasks[task], **values) for task, values in reports),
        faults,
    )


def _answer(path: Path, records: Catalogue) -> Fault | tuple[str, list[tuple[str, dict[str, Any]]], tuple[Fault, ...]]:
    """Return what a workbook holds, records by their ids; or why it cannot be read."""
    try:
        found = _read(path, records)
    except Unreadable as reason:
        return reason.fault
    own = [field.name for field in fields(Report) if field.name != "task"]
    reports = [(report.task.id, {name: getattr(report, name) for name in own}) for report in found.reports]
    return found.agency.id, reports, found.faults


def _read(path: Path, records: Catalogue) -> Reports:
    """Read the reports of a workbook in this process."""
    book = _open(contents(path))
    agency = _agency(book, records)
    name = sheet_name("tasks")
    found = next((book[own] for own in book.sheetnames if fold(own).strip() == fold(name)), None)
    if not isinstance(found, Worksheet):
        raise Unreadable("not-the-form", name)
    sheet = Sheet(found)
    reports = tuple(_Rows(sheet, agency, records, book.epoch).reports())
    names = (agency.record.name.vi, agency.record.name.en)
    return Reports(agency, reports, tuple(replace(fault, agency=names) for fault in sheet.faults))


def _open(data: bytes) -> Workbook:
    try:
        with warnings.catch_warnings():
            # About parts that are left out, such as the lists of other programs.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), keep_links=False)
    except MemoryError:
        raise
    except Exception as reason:  # a damaged workbook makes the library raise almost anything
        raise Unreadable("broken") from reason


def _agency(book: Workbook, records: Catalogue) -> AgencyItem:
    """Return the agency whose workbook it is.

    Raises:
        Unreadable: it is no such workbook, of another version, or of no agency that there is.
    """
    if ABOUT not in book.sheetnames or not isinstance(book[ABOUT], Worksheet):
        raise Unreadable("not-the-form", sheet_name("tasks") if sheet_name("tasks") not in book.sheetnames else ABOUT)
    about = {
        str(key): str(value).strip() for key, value in book[ABOUT].iter_rows(max_row=20, max_col=2, values_only=True)
    }
    if about.get("format") != FORMAT:
        raise Unreadable("not-the-form", ABOUT)
    if about.get("version") != VERSION:
        raise Unreadable("version", shorten(about.get("version", "")), VERSION)
    found = records.agencies.get(about.get("agency", ""))
    if found is None:
        raise Unreadable("agency", shorten(about.get("agency", "")))
    return found


def _bare(number: str) -> str:
    """Return the number of a task without spaces, and without the point that may end it."""
    return fold(number).replace(" ", "").rstrip(".")


def _tasks_of(agency: AgencyItem, records: Catalogue) -> dict[str, TaskItem]:
    """Return the tasks that an agency may report on, by id.

    A workbook made for an agency that has ended comes from those that answer now, so their tasks are among them.
    """
    items = [agency, *(records.agencies[other.id] for other in agency.answering if other.id != agency.id)]
    lists = (
        tasks
        for item in items
        for tasks in (item.leads, item.coordinates, item.inherited_leads, item.inherited_coordinates)
    )
    return {task.id: task for tasks in lists for task in tasks}


class _Rows:
    """The rows of a sheet, read as reports on an agency's tasks."""

    def __init__(self, sheet: Sheet, agency: AgencyItem, records: Catalogue, epoch: dt.datetime) -> None:
        self._sheet = sheet
        self._records = records
        self._epoch = epoch
        self._own = _tasks_of(agency, records)

    def reports(self) -> Iterator[Report]:
        """Yield the reports of rows that can be right."""
        rows: dict[str, int] = {}
        filled = self._sheet.filled_rows()
        self._sheet.refuse_merged(max(filled, default=0))
        for row in filled:
            if self._sheet.has_formulas(row):
                continue
            task = self._task(row)
            report = self._report(row, task)
            if task is not None and (first := rows.setdefault(task.id, row)) != row:
                self._sheet.fault("task-twice", row, "id", str(first))
            if report is not None:
                yield report

    def _task(self, row: int) -> TaskItem | None:
        """Return the task that a row is about, if it is one of the agency's."""
        fault = self._sheet.fault
        name = fold(str(self._sheet.cell(row, "id").value or ""))
        if not name:
            fault("no-task", row, "id")
            return None
        task = self._records.tasks.get(name)
        if task is None:
            near = difflib.get_close_matches(name, self._own, n=3) or list(self._own)[:3]
            fault("unknown-task", row, "id", name, ", ".join(near))
            return None
        if task.id not in self._own:
            agencies = ", ".join(agency.name.vi for agency in (*task.lead_today, *task.coordinating_today))
            fault("other-agency", row, "id", name, agencies or "–")
            return None
        number = str(self._sheet.cell(row, "number").value or "").strip()
        if _bare(number) != _bare(task.record.number):
            fault("task-number", row, "number", number, task.record.number)
            return None
        return task

    def _report(self, row: int, task: TaskItem | None) -> Report | None:
        """Return the report of a row; None where something in it cannot be right."""
        before = len(self._sheet.faults)
        # A moved deadline or a new lead is news without a status too.
        due = self._value(row, "new_due", cell_values.due)
        lead = self._value(row, "new_lead", lambda value: cell_values.agencies(value, self._records.agency_records))
        status = self._value(row, "status", cell_values.status, wanted=due is None and not lead)
        date = self._value(row, "date", lambda value: cell_values.date(value, self._records.as_of))
        note = self._value(row, "note", cell_values.text)
        note_en = self._value(row, "note_en", cell_values.text)
        target = getattr(self._sheet.cell(row, "url").hyperlink, "target", None)
        url = self._value(row, "url", lambda value: cell_values.link(value, target))
        reason = self._value(row, "reason", cell_values.text)
        if status in NEEDING_REASON and reason is None and self._reasonless(row):
            self._sheet.fault("no-reason", row, "reason" if self._sheet.has("reason") else "status", HEADINGS["reason"])
        if due is not None and url is None:
            self._sheet.fault("due-unsourced", row, "url")
        if task is None or date is None or note is None or len(self._sheet.faults) > before:
            return None
        told = {"status": status, "date": date, "note": note, "note_en": note_en, "url": url, "reason": reason}
        return Report(task=task, row=row, due=due, lead=lead or (), **told)

    def _reasonless(self, row: int) -> bool:
        """Return True where nobody stated a reason; a cell that is wrong has a fault of its own."""
        return not self._sheet.has("reason") or cell_values.is_empty(self._sheet.cell(row, "reason").value)

    def _value(self, row: int, key: ColumnKey, reading: Callable[[Any], Any], *, wanted: bool = True) -> Any:
        """Return a cell's value as ``reading`` understands it; None where it is empty or wrong.

        An empty cell of a column that every report needs is a fault where it is ``wanted``.
        """
        if not self._sheet.has(key):
            return None
        value = self._sheet.cell(row, key).value
        if cell_values.is_empty(value):
            if key in NEEDED and wanted:
                needed = ", ".join(HEADINGS[needed] for needed in NEEDED)
                self._sheet.fault("missing", row, key, HEADINGS[key], needed)
            return None
        if key in {"date", "new_due"} and isinstance(value, int | float) and int(value) in cell_values.SERIALS:
            value = from_excel(value, self._epoch)
        try:
            return reading(value)
        except cell_values.Wrong as wrong:
            self._sheet.fault(wrong.rule, row, key, wrong.found, wrong.allowed)
            return None
