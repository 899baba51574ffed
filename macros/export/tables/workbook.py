"""All tables of a language in one Excel workbook: a sheet a kind, with notes on what they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from macros.base.clock import built_at
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.api.values import Moment
from macros.export.notes import notes
from macros.export.tables.columns import SEPARATOR, Cell, Column, Form
from macros.export.tables.relational import tables
from macros.export.tables.table import Table
from macros.views import addresses

# Widths of columns, in characters.
_WIDTHS: Final[dict[Form, int]] = {
    "key": 22,
    "code": 18,
    "codes": 24,
    "name": 28,
    "names": 32,
    "text": 40,
    "citations": 40,
    "address": 32,
}
_NARROW: Final = 13
# Excel allows no more in the name of a sheet.
_LONGEST_NAME: Final = 31


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the workbook of each language below ``target`` (the site's root)."""
    for lang in LANGS:
        folder = target / addresses.data_folder(lang)
        folder.mkdir(parents=True, exist_ok=True)
        # Tables that only join others are left out: the columns of those name the same records.
        shown = [table for table in tables(catalogue, lang) if not table.joins]
        Workbook(target / addresses.workbook(lang), lang).fill(catalogue, shown)


class Workbook:
    """Writes one workbook. Text is always written as text, so nothing in it can be a formula."""

    def __init__(self, path: Path, lang: Lang) -> None:
        """Begin a file at ``path``, with headings in a language."""
        self._lang: Lang = lang
        self._book = xlsxwriter.Workbook(str(path), {"in_memory": True})
        self._book.set_properties({"title": texts(lang)["site"]["name"], "created": built_at().replace(tzinfo=None)})
        self._heading = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E3EEF1"})
        self._title = self._book.add_format({"bold": True, "font_size": 14})
        self._day = self._book.add_format(
            {"num_format": "dd/mm/yyyy" if lang == "vi" else "d mmm yyyy", "align": "left"}
        )
        self._plain = self._book.add_format({"align": "left"})

    def fill(self, catalogue: Catalogue, shown: Sequence[Table]) -> None:
        """Add notes and every table, and write the file."""
        first = self._book.add_worksheet(texts(self._lang)["data"]["notes"]["sheet"])
        for table in shown:
            self.sheet(table)
        self._notes(first, catalogue, shown)
        self.close()

    def close(self) -> None:
        """Write the file."""
        self._book.close()

    def sheet(self, table: Table) -> None:
        """Add a table's sheet."""
        sheet = self._book.add_worksheet(sheet_name(table, self._lang))
        self._columns(sheet, 0, [column.title(self._lang) for column in table.columns])
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, _WIDTHS.get(column.form, _NARROW))
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        for number, row in enumerate(table.rows, 1):
            for index, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
                if cell is not None:
                    self._cell(sheet, number, index, column, cell)

    def _columns(self, sheet: Worksheet, row: int, titles: Sequence[str]) -> None:
        for index, title in enumerate(titles):
            sheet.write_string(row, index, title, self._heading)

    def _cell(self, sheet: Worksheet, row: int, index: int, column: Column, cell: Cell) -> None:
        """Write a cell: a date where its day is known, a year as a number, a month as text."""
        value = typed(column, cell)
        if isinstance(value, bool):
            sheet.write_boolean(row, index, value)
        elif isinstance(value, int | float):
            sheet.write_number(row, index, value, *self._aligned(column))
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, index, value, self._day)
        else:
            sheet.write_string(row, index, value)

    def _aligned(self, column: Column) -> tuple[Format, ...]:
        return (self._plain,) if column.form == "moment" else ()

    def _notes(self, sheet: Worksheet, catalogue: Catalogue, shown: Sequence[Table]) -> None:
        """Fill the first sheet: notes on the data set, then every column with its explanation."""
        words = texts(self._lang)["data"]["notes"]
        lines = notes(catalogue.as_of, self._lang)
        sheet.write_string(0, 0, texts(self._lang)["site"]["name"], self._title)
        for row, line in enumerate(lines, 1):
            sheet.write_string(row, 0, line)
        sheet.set_column(0, 1, 34)
        sheet.set_column(2, 2, 28)
        sheet.set_column(3, 3, 80)
        row = len(lines) + 2
        self._columns(sheet, row, [words[name] for name in ("sheet_column", "column", "file_column", "explanation")])
        for table in shown:
            for column in table.columns:
                row += 1
                explained = column.title(self._lang), column.name, column.explanation(self._lang)
                for index, text in enumerate((sheet_name(table, self._lang), *explained)):
                    sheet.write_string(row, index, text)


def sheet_name(table: Table, lang: Lang) -> str:
    """Return the name of the sheet of a table, which Excel limits."""
    return table.title(lang)[:_LONGEST_NAME]


def typed(column: Column, cell: Cell) -> Any:
    """Return a cell as a value of Excel's own types: date, number, truth or text."""
    if isinstance(cell, Moment):
        if cell.precision == "day":
            return dt.date.fromisoformat(cell.value)
        return int(cell.value) if cell.precision == "year" else cell.value
    if isinstance(cell, tuple):
        return SEPARATOR.join(cell)
    if column.form == "day":
        return dt.date.fromisoformat(str(cell))
    return cell
