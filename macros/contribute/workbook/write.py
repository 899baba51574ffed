"""Writing an agency's workbook: its tasks with what is known of them, and empty cells for what is new."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import LANGS, Lang
from macros.base.system.zips import steady
from macros.base.words import count_text, texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgencyItem
from macros.contribute.workbook import styles
from macros.contribute.workbook.layout import (
    ABOUT,
    COLUMNS,
    FORMAT,
    HEADING_ROW,
    REPORTABLE,
    VERSION,
    Column,
    sheet_name,
)
from macros.contribute.workbook.rows import rows

# Characters of the lines of the guide.
_GUIDE_WIDTH: Final = 90
# The columns before this one stay in view when the sheet is scrolled sideways.
_FIRST_SCROLLED: Final = get_column_letter(5)
_LAST_COLUMN: Final = get_column_letter(len(COLUMNS))


def workbook(records: Catalogue, agency: AgencyItem) -> bytes:
    """Return the agency's workbook as an .xlsx file; the same bytes for the same data and day."""
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)
    _guide(guide, records, agency)
    _tasks(book.create_sheet(sheet_name("tasks")), records, agency)
    _about(book.create_sheet(ABOUT), records, agency)
    book.active = book.index(book[sheet_name("tasks")])
    book.properties.title = _title(agency, "vi")
    book.properties.creator = texts("vi")["site"]["name"]
    book.properties.created = book.properties.modified = dt.datetime.combine(records.as_of, dt.time())
    packed = io.BytesIO()
    # Not Workbook.save(), which would put in the time of day.
    ExcelWriter(book, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED)).save()
    return steady(packed.getvalue())


def _title(agency: AgencyItem, lang: Lang) -> str:
    return str(texts(lang)["workbook"]["title"].format(agency=agency.record.name[lang]))


def _as_of(records: Catalogue, lang: Lang) -> str:
    return str(texts(lang)["workbook"]["as_of"].format(date=date_text(PartialDate.of(records.as_of), lang)))


# --- the guide -----------------------------------------------------------------------------------------------------


def _guide(sheet: Worksheet, records: Catalogue, agency: AgencyItem) -> None:
    """Write the sheet that says how to fill in the other, in both languages."""
    sheet.title = sheet_name("guide")
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    number = len(list(rows(agency)))
    for lang in LANGS:
        own = lang == "vi"
        _line(sheet, _title(agency, lang), styles.font(styles.TITLE_SIZE if own else styles.SIZE, bold=True))
        _line(sheet, _as_of(records, lang), styles.font(italic=True))
        counted = count_text("tasks", number, lang, number_text(number, lang))
        for index, sentence in enumerate(texts(lang)["workbook"]["guide"], start=1):
            said = f"{index}. {sentence.format(n=counted, agency=agency.record.name[lang])}"
            row = _line(sheet, said, styles.font(color="000000" if own else "555555"))
            sheet.row_dimensions[row].height = styles.height([(sentence, _GUIDE_WIDTH)])
        sheet.append([])
    for (cell,) in sheet.iter_rows():
        cell.alignment = styles.WRAPPED
    sheet.protection.sheet = True
    styles.paper(sheet, "portrait")


def _line(sheet: Worksheet, text: str, font: Font) -> int:
    """Write a line below the others and return the number of its row."""
    sheet.append([text])
    sheet.cell(sheet.max_row, 1).font = font
    return sheet.max_row


# --- the tasks -----------------------------------------------------------------------------------------------------


def _tasks(sheet: Worksheet, records: Catalogue, agency: AgencyItem) -> None:
    """Write the sheet of tasks, with a row for each."""
    sheet["A1"] = _title(agency, "vi")
    sheet["A1"].font = styles.font(styles.TITLE_SIZE, bold=True)
    sheet["A2"] = _as_of(records, "vi")
    sheet["A2"].font = styles.font(italic=True)
    for number, column in enumerate(COLUMNS, start=1):
        styles.heading(_cell(sheet, HEADING_ROW, number, column.heading))
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[HEADING_ROW].height = 2 * styles.LINE_HEIGHT
    last = HEADING_ROW
    for last, row in enumerate(rows(agency), start=HEADING_ROW + 1):
        for number, column in enumerate(COLUMNS, start=1):
            styles.field(_cell(sheet, last, number, row.get(column.key)), filled_in=column.filled_in)
        sheet.row_dimensions[last].height = styles.height(
            [(row.get(column.key, ""), column.width) for column in COLUMNS]
        )
    for number, column in enumerate(COLUMNS, start=1):
        if column.filled_in:
            _explain(sheet, number, column, last)
    sheet.freeze_panes = f"{_FIRST_SCROLLED}{HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{_LAST_COLUMN}{last}"
    styles.protect(sheet)
    styles.paper(sheet, "landscape")
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.print_area = f"A1:{_LAST_COLUMN}{last}"


def _cell(sheet: Worksheet, row: int, column: int, text: str | None) -> Cell:
    """Write a text, which is no formula even where it begins with an equals sign."""
    cell = sheet.cell(row, column, text)
    assert isinstance(cell, Cell)
    if text is not None:
        cell.data_type = "s"
    return cell


def _explain(sheet: Worksheet, number: int, column: Column, last: int) -> None:
    """Give a column that is filled in a hint, and the column of statuses its list."""
    prompt = texts("vi")["workbook"]["prompts"][column.key]
    if column.key == "status":
        # Refuses other words where the program enforces lists; the reader understands other spellings all the same.
        statuses = ",".join(texts("vi")["task_status"][status] for status in REPORTABLE)
        rule = DataValidation("list", formula1=f'"{statuses}"', allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = column.heading, prompt
    else:
        rule = DataValidation(None, allow_blank=True)
    rule.promptTitle, rule.prompt, rule.showInputMessage = column.heading, prompt, True
    letter = get_column_letter(number)
    rule.add(f"{letter}{HEADING_ROW + 1}:{letter}{max(last, HEADING_ROW + 1)}")
    sheet.add_data_validation(rule)


# --- the agency ----------------------------------------------------------------------------------------------------


def _about(sheet: Worksheet, records: Catalogue, agency: AgencyItem) -> None:
    """Write the hidden sheet that tells whose workbook it is."""
    for key, value in {
        "format": FORMAT,
        "version": VERSION,
        "agency": agency.id,
        "as_of": records.as_of.isoformat(),
    }.items():
        sheet.append([key, value])
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
