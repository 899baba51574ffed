"""Read a workbook that an agency has filled in: its reports, or everything that cannot be right, by cell."""

from __future__ import annotations

import datetime as dt
import difflib
import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.worksheet import Worksheet

from macros.base.dates import PartialDate
from macros.base.folding import fold
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgencyItem, TaskItem
from macros.contribute.workbook import cell_values
from macros.contribute.workbook.faults import Fault, Unreadable
from macros.contribute.workbook.layout import (
    ABOUT,
    COLUMNS,
    FILLED_IN,
    FORMAT,
    VERSION,
    ColumnKey,
    Reportable,
    sheet_name,
)
from macros.contribute.workbook.safe_open import contents
from macros.records.check.problem import shorten

# Rows that a sheet may have; a form has some hundred, and an empty one at the very end of the sheet is a slip.
MOST_ROWS: Final = 20_000
# The heading row may have moved down, and columns to the right, by so much.
HEADINGS_WITHIN: Final = 30
HEADINGS: Final = {column.key: column.heading for column in COLUMNS}
NEEDED: Final[tuple[ColumnKey, ...]] = ("status", "date", "note")

AnyCell = Cell | MergedCell


@dataclass(frozen=True, slots=True)
class Report:
    """What an agency reports on one task."""

    task: TaskItem
    row: int
    status: Reportable
    date: PartialDate
    note: str
    note_en: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reports:
    """A workbook as read. Where there are faults, the reports are not to be used."""

    agency: AgencyItem
    reports: tuple[Report, ...]
    faults: tuple[Fault, ...]


def read(path: Path, records: Catalogue) -> Reports:
    """The reports of a workbook.

    Args:
        path: an .xlsx file, whoever saved it.
        records: the data that the workbook was made from, or newer.

    Raises:
        Unreadable: the file is not such a workbook; nothing in it was read.
    """
    book = _open(contents(path))
    agency = _agency(book, records)
    name = sheet_name("tasks")
    sheet = next((book[own] for own in book.sheetnames if fold(own).strip() == fold(name)), None)
    if not isinstance(sheet, Worksheet):
        raise Unreadable("not-the-form", name)
    if sheet.max_row > MOST_ROWS:
        raise Unreadable("too-many-rows", str(sheet.max_row), str(MOST_ROWS))
    table = _Table(sheet, agency, records, book.epoch)
    reports = table.reports()
    names = (agency.record.name.vi, agency.record.name.en)
    return Reports(agency, tuple(reports), tuple(replace(fault, agency=names) for fault in table.faults))


def _open(data: bytes) -> Workbook:
    try:
        with warnings.catch_warnings():
            # About parts that are left out, such as the lists of other programs.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as reason:  # a damaged workbook makes the library raise almost anything
        raise Unreadable("broken") from reason


def _agency(book: Workbook, records: Catalogue) -> AgencyItem:
    if ABOUT not in book.sheetnames or not isinstance(book[ABOUT], Worksheet):
        raise Unreadable("not-the-form", sheet_name("tasks") if sheet_name("tasks") not in book.sheetnames else ABOUT)
    about = {str(key): str(value) for key, value in book[ABOUT].iter_rows(max_row=20, max_col=2, values_only=True)}
    if about.get("format") != FORMAT:
        raise Unreadable("not-the-form", ABOUT)
    if about.get("version") != VERSION:
        raise Unreadable("version", shorten(about.get("version", "")), VERSION)
    found = records.agencies.get(about.get("agency", ""))
    if found is None:
        raise Unreadable("agency", shorten(about.get("agency", "")))
    return found


class _Table:
    """The sheet of tasks; gathers what is wrong with it."""

    def __init__(self, sheet: Worksheet, agency: AgencyItem, records: Catalogue, epoch: dt.datetime) -> None:
        self.faults: list[Fault] = []
        self._sheet = sheet
        self._agency = agency
        self._records = records
        self._epoch = epoch
        self._own = {task.id: task for task in (*agency.leads, *agency.coordinates)}
        self._heading_row, self._columns = self._headings()

    def _headings(self) -> tuple[int, dict[ColumnKey, int]]:
        """The row of headings, and where each column is."""
        wanted = {fold(heading): key for key, heading in HEADINGS.items()}
        best: dict[ColumnKey, int] = {}
        rows = self._sheet.iter_rows(max_row=HEADINGS_WITHIN, max_col=HEADINGS_WITHIN, values_only=True)
        for number, row in enumerate(rows, start=1):
            found: dict[ColumnKey, int] = {}
            for column, value in enumerate(row, start=1):
                if (key := wanted.get(" ".join(fold(str(value)).split()))) is not None:
                    found.setdefault(key, column)
            if len(found) == len(HEADINGS):
                return number, found
            best = max(best, found, key=len)
        missing = [heading for key, heading in HEADINGS.items() if key not in best]
        raise Unreadable("columns", ", ".join(missing))

    def reports(self) -> list[Report]:
        found: list[Report] = []
        rows: dict[str, int] = {}
        filled = list(self._filled_rows())
        self._merged(max(filled, default=0))
        for row in filled:
            if self._formulas(row):
                continue
            task = self._task(row)
            report = self._report(row, task)
            if task is not None and (first := rows.setdefault(task.id, row)) != row:
                self._fault("task-twice", row, "id", str(first))
            if report is not None:
                found.append(report)
        return found

    def _filled_rows(self) -> Iterator[int]:
        """Rows with a report; hidden ones too, for filtering a table does not take reports back."""
        for row in range(self._heading_row + 1, self._sheet.max_row + 1):
            if any(not cell_values.is_empty(self._cell(row, key).value) for key in FILLED_IN):
                yield row

    def _cell(self, row: int, key: ColumnKey) -> AnyCell:
        return self._sheet.cell(row, self._columns[key])

    def _fault(self, rule: str, row: int, key: ColumnKey, found: str = "", allowed: str = "") -> None:
        address = f"{get_column_letter(self._columns[key])}{row}"
        self.faults.append(Fault(rule, address, shorten(found), allowed))

    def _merged(self, last: int) -> None:
        """A merged cell says once what should be said for each row."""
        for area in sorted(self._sheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
            if self._heading_row < area.max_row and area.min_row <= last:
                address = f"{get_column_letter(area.min_col)}{area.min_row}"
                self.faults.append(Fault("merged", address, area.coord))

    def _formulas(self, row: int) -> bool:
        """Whether the row holds formulas or their errors, which nobody reported; each is a fault."""
        before = len(self.faults)
        for key in ("id", "number", *FILLED_IN):
            cell = self._cell(row, key)
            if cell.data_type == "f":
                self._fault("formula", row, key)
            elif cell.data_type == "e":
                self._fault("cell-error", row, key, str(cell.value))
        return len(self.faults) > before

    def _task(self, row: int) -> TaskItem | None:
        typed = self._cell(row, "id").value
        name = str(typed or "").strip().lower()
        if not name:
            self._fault("no-task", row, "id")
            return None
        task = self._records.tasks.get(name)
        if task is None:
            near = difflib.get_close_matches(name, self._own, n=3) or list(self._own)[:3]
            self._fault("unknown-task", row, "id", name, ", ".join(near))
            return None
        if task.id not in self._own:
            agencies = ", ".join(agency.name.vi for agency in (*task.lead, *task.coordinating))
            self._fault("other-agency", row, "id", name, agencies or "–")
            return None
        number = str(self._cell(row, "number").value or "").strip()
        if fold(number) != fold(task.record.number):
            self._fault("task-number", row, "number", number, task.record.number)
            return None
        return task

    def _report(self, row: int, task: TaskItem | None) -> Report | None:
        before = len(self.faults)
        status = self._value(row, "status", cell_values.status)
        date = self._value(row, "date", lambda value: cell_values.date(value, self._records.as_of))
        note = self._value(row, "note", cell_values.text)
        note_en = self._value(row, "note_en", cell_values.text)
        target = getattr(self._cell(row, "url").hyperlink, "target", None)
        url = self._value(row, "url", lambda value: cell_values.link(value, target))
        if task is None or status is None or date is None or note is None or len(self.faults) > before:
            return None
        return Report(task, row, status, date, note, note_en, url)

    def _value(self, row: int, key: ColumnKey, reading: Callable[[Any], Any]) -> Any:
        """A cell's value as ``reading`` understands it; ``None`` where it is empty or wrong."""
        value = self._cell(row, key).value
        if cell_values.is_empty(value):
            if key in NEEDED:
                self._fault("missing", row, key, HEADINGS[key], ", ".join(HEADINGS[needed] for needed in NEEDED))
            return None
        if key == "date" and isinstance(value, int | float) and int(value) in cell_values.SERIALS:
            value = from_excel(value, self._epoch)
        try:
            return reading(value)
        except cell_values.Wrong as wrong:
            self._fault(wrong.rule, row, key, wrong.found, wrong.allowed)
            return None
