"""The sheet of tasks as somebody sent it back: its columns by their headings, its filled rows, its faults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from macros.base.folding import fold
from macros.contribute.workbook import cell_values
from macros.contribute.workbook.faults import Fault, Unreadable
from macros.contribute.workbook.layout import COLUMNS, FILLED_IN, SINCE, ColumnKey
from macros.records.check.problem import shorten

# Rows that a sheet may have; a form has some hundred, and an empty one at the very end of the sheet is a slip.
MOST_ROWS: Final = 20_000
# Rows and columns of a sheet's corner in which the headings are looked for.
HEADINGS_WITHIN: Final = 30
HEADINGS: Final = {column.key: column.heading for column in COLUMNS}
_REQUIRED: Final = HEADINGS.keys() - SINCE


class Sheet:
    """The sheet; ``faults`` gathers what cannot be right in it."""

    def __init__(self, sheet: Worksheet) -> None:
        """Find the columns.

        Raises:
            Unreadable: there are too many rows, or no row of headings has all columns.
        """
        if sheet.max_row > MOST_ROWS:
            raise Unreadable("too-many-rows", str(sheet.max_row), str(MOST_ROWS))
        self.faults: list[Fault] = []
        self._sheet = sheet
        self._heading_row, self._columns = _headings(sheet)

    def cell(self, row: int, key: ColumnKey) -> Cell | MergedCell:
        """Return the cell of a column."""
        return self._sheet.cell(row, self._columns[key])

    def has(self, key: ColumnKey) -> bool:
        """Return True for a column that the workbook has; older ones lack some."""
        return key in self._columns

    def filled_rows(self) -> list[int]:
        """Return the rows with a report; hidden ones too, for filtering a table does not take reports back."""
        return [
            row
            for row in range(self._heading_row + 1, self._sheet.max_row + 1)
            if any(not cell_values.is_empty(self.cell(row, key).value) for key in FILLED_IN if self.has(key))
        ]

    def fault(self, rule: str, row: int, key: ColumnKey, found: str = "", allowed: str = "") -> None:
        """Note a fault of one cell."""
        address = f"{get_column_letter(self._columns[key])}{row}"
        self.faults.append(Fault(rule, address, shorten(found), allowed))

    def refuse_merged(self, last: int) -> None:
        """Note merged cells down to the row ``last``: one says once what should be said for each row."""
        for area in sorted(self._sheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col)):
            if self._heading_row < area.max_row and area.min_row <= last:
                address = f"{get_column_letter(area.min_col)}{area.min_row}"
                self.faults.append(Fault("merged", address, area.coord))

    def has_formulas(self, row: int) -> bool:
        """Return True for a row with formulas or their errors, which nobody reported; each is noted as a fault."""
        before = len(self.faults)
        for key in filter(self.has, _REPORTED):
            cell = self.cell(row, key)
            if cell.data_type == "f":
                self.fault("formula", row, key)
            elif cell.data_type == "e":
                self.fault("cell-error", row, key, str(cell.value))
        return len(self.faults) > before


# Cells that make a report: which task it is about, and what was filled in.
_REPORTED: Final[tuple[ColumnKey, ...]] = ("id", "number", *FILLED_IN)


def _headings(sheet: Worksheet) -> tuple[int, dict[ColumnKey, int]]:
    """Return the row of headings and the number of each column; they may have moved.

    Raises:
        Unreadable: no row has all headings.
    """
    wanted = {fold(heading): key for key, heading in HEADINGS.items()}
    best: dict[ColumnKey, int] = {}
    rows: Iterator[tuple[object, ...]] = sheet.iter_rows(
        max_row=HEADINGS_WITHIN, max_col=HEADINGS_WITHIN, values_only=True
    )
    for number, row in enumerate(rows, start=1):
        found: dict[ColumnKey, int] = {}
        for column, value in enumerate(row, start=1):
            if (key := wanted.get(" ".join(fold(str(value)).split()))) is not None:
                found.setdefault(key, column)
        if found.keys() >= _REQUIRED:
            return number, found
        best = max(best, found, key=len)
    missing = [heading for key, heading in HEADINGS.items() if key in _REQUIRED and key not in best]
    raise Unreadable("columns", ", ".join(missing))
