"""Write an agency's workbook: its tasks with what is known of them, and empty cells for what is new."""

from __future__ import annotations

import datetime as dt
import io
import textwrap
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import LANGS, Lang
from macros.base.system.zips import steady
from macros.base.words import count_text, texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgencyItem, TaskItem
from macros.contribute.workbook.layout import (
    ABOUT,
    COLUMNS,
    FORMAT,
    HEADING_ROW,
    REPORTABLE,
    VERSION,
    ColumnKey,
    sheet_name,
)

# As text, a date stays what was typed: a date cell would make 1 August 2026 of "08/2026", and 8 March of "3/8/2026"
# on a computer set to American English.
AS_TEXT: Final = "@"

FILL_IN: Final = PatternFill("solid", fgColor="FFF7D6")
GIVEN: Final = PatternFill("solid", fgColor="EEF1F4")
HEAD: Final = PatternFill("solid", fgColor="12405A")
LINE: Final = Side("thin", color="B8C2CC")
BOX: Final = Border(LINE, LINE, LINE, LINE)
FONT: Final = "Times New Roman"
SIZE: Final = 12
# Points that a line of that size takes, and characters of the guide's lines.
LINE_HEIGHT: Final = 16
GUIDE_WIDTH: Final = 90
WRAPPED: Final = Alignment(vertical="top", wrap_text=True)

Row = dict[ColumnKey, str]


def reporting_agencies(records: Catalogue) -> list[AgencyItem]:
    """Those agencies that lead or coordinate a task, in the order of the data."""
    return [item for item in records.agencies.values() if item.leads or item.coordinates]


def workbook(records: Catalogue, agency: AgencyItem) -> bytes:
    """The agency's workbook as an .xlsx file; the same bytes for the same data and day."""
    book = Workbook()
    guide = book.active
    assert isinstance(guide, Worksheet)
    _guide(guide, records, agency)
    _tasks(book.create_sheet(sheet_name("tasks")), records, agency)
    _about(book.create_sheet(ABOUT), records, agency)
    book.active = book.index(book[sheet_name("tasks")])
    book.properties.title = texts("vi")["workbook"]["title"].format(agency=agency.record.name.vi)
    book.properties.creator = texts("vi")["site"]["name"]
    book.properties.created = book.properties.modified = dt.datetime.combine(records.as_of, dt.time())
    packed = io.BytesIO()
    # Not Workbook.save(), which would put in the time of day.
    ExcelWriter(book, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED)).save()
    return steady(packed.getvalue())


def rows(agency: AgencyItem) -> Iterator[Row]:
    """What the form says of each task: first those that the agency leads."""
    led = {task.id for task in agency.leads}
    words = texts("vi")["workbook"]["roles"]
    for task in agency.leads:
        yield _row(task, words["lead"])
    for task in agency.coordinates:
        if task.id not in led:
            yield _row(task, words["coordinating"])


def _row(task: TaskItem, role: str) -> Row:
    words = texts("vi")["workbook"]
    latest = max(task.updates, key=lambda update: update.date.last_day, default=None)
    return {
        "id": task.id,
        "number": task.record.number,
        "plan": task.plan.name.vi,
        "title": task.record.title.vi,
        "role": role,
        "due": words["no_due"] if task.record.due is None else date_text(task.record.due, "vi"),
        "current": texts("vi")["task_status"][task.status],
        "last": words["none_yet"] if latest is None else f"{date_text(latest.date, 'vi')}: {latest.note.vi}",
    }


def _as_of(records: Catalogue, lang: Lang) -> str:
    day = records.as_of
    return str(texts(lang)["workbook"]["as_of"].format(date=date_text(PartialDate(day.year, day.month, day.day), lang)))


def _guide(sheet: Worksheet, records: Catalogue, agency: AgencyItem) -> None:
    sheet.title = sheet_name("guide")
    sheet.column_dimensions["A"].width = GUIDE_WIDTH
    number = len(list(rows(agency)))
    for lang in LANGS:
        words = texts(lang)["workbook"]
        name = agency.record.name[lang]
        sheet.append([words["title"].format(agency=name)])
        sheet.cell(sheet.max_row, 1).font = Font(FONT, 14 if lang == "vi" else SIZE, bold=True)
        sheet.append([_as_of(records, lang)])
        sheet.cell(sheet.max_row, 1).font = Font(FONT, SIZE, italic=True)
        for index, sentence in enumerate(words["guide"], start=1):
            counted = count_text("tasks", number, lang, number_text(number, lang))
            sheet.append([f"{index}. {sentence.format(n=counted, agency=name)}"])
            sheet.cell(sheet.max_row, 1).font = Font(FONT, SIZE, color="000000" if lang == "vi" else "555555")
            sheet.row_dimensions[sheet.max_row].height = _height([(sentence, GUIDE_WIDTH)])
        sheet.append([])
    for (cell,) in sheet.iter_rows():
        cell.alignment = WRAPPED
    sheet.protection.sheet = True
    _paper(sheet, "portrait")


def _tasks(sheet: Worksheet, records: Catalogue, agency: AgencyItem) -> None:
    sheet["A1"] = texts("vi")["workbook"]["title"].format(agency=agency.record.name.vi)
    sheet["A1"].font = Font(FONT, 14, bold=True)
    sheet["A2"] = _as_of(records, "vi")
    sheet["A2"].font = Font(FONT, SIZE, italic=True)
    for number, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(HEADING_ROW, number, column.heading)
        cell.font, cell.fill, cell.border = Font(FONT, SIZE, bold=True, color="FFFFFF"), HEAD, BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[HEADING_ROW].height = 2 * LINE_HEIGHT
    last = HEADING_ROW
    for last, row in enumerate(rows(agency), start=HEADING_ROW + 1):
        for number, column in enumerate(COLUMNS, start=1):
            cell = sheet.cell(last, number, row.get(column.key))
            # A text that begins with = is no formula here.
            cell.data_type = "s" if cell.value is not None else cell.data_type
            cell.font, cell.border, cell.alignment = Font(FONT, SIZE), BOX, WRAPPED
            cell.fill = FILL_IN if column.filled_in else GIVEN
            cell.protection = Protection(locked=not column.filled_in)
            cell.number_format = AS_TEXT
        sheet.row_dimensions[last].height = _height([(row.get(column.key, ""), column.width) for column in COLUMNS])
    _choices(sheet, last)
    sheet.freeze_panes = f"{get_column_letter(5)}{HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(len(COLUMNS))}{last}"
    _protect(sheet)
    _paper(sheet, "landscape")
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(COLUMNS))}{last}"


def _height(texts_in_columns: Iterable[tuple[str, int]]) -> int:
    """Points that a row needs to show its wrapped texts; programs do not all find out for themselves."""
    lines = max(len(textwrap.wrap(text, max(width - 1, 1))) for text, width in texts_in_columns)
    return max(lines, 1) * LINE_HEIGHT


def _choices(sheet: Worksheet, last: int) -> None:
    """The list of statuses, and a hint for every cell to fill in."""
    words = texts("vi")["workbook"]["prompts"]
    statuses = ",".join(texts("vi")["task_status"][status] for status in REPORTABLE)
    for number, column in enumerate(COLUMNS, start=1):
        if not column.filled_in:
            continue
        if column.key == "status":
            # Refuses other words where the program enforces lists; the reader understands other spellings all the same.
            rule = DataValidation("list", formula1=f'"{statuses}"', allow_blank=True, showErrorMessage=True)
            rule.errorTitle, rule.error = column.heading, words[column.key]
        else:
            rule = DataValidation(None, allow_blank=True)
        rule.promptTitle, rule.prompt, rule.showInputMessage = column.heading, words[column.key], True
        letter = get_column_letter(number)
        rule.add(f"{letter}{HEADING_ROW + 1}:{letter}{max(last, HEADING_ROW + 1)}")
        sheet.add_data_validation(rule)


def _protect(sheet: Worksheet) -> None:
    """Against slips, not against anybody: no password. Filtering, and wider rows and columns, stay possible."""
    sheet.protection.sheet = True
    # In the file format these say what is *not* allowed.
    sheet.protection.autoFilter = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _paper(sheet: Worksheet, orientation: str) -> None:
    sheet.page_setup.orientation = orientation  # type: ignore[assignment]
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.5)
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P/&N"))


def _about(sheet: Worksheet, records: Catalogue, agency: AgencyItem) -> None:
    for key, value in {
        "format": FORMAT,
        "version": VERSION,
        "agency": agency.id,
        "as_of": records.as_of.isoformat(),
    }.items():
        sheet.append([key, value])
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True
