"""Writing an agency's workbook: its tasks with what is known of them, and empty cells for what is new."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from macros.base.formats import count_text, day_text
from macros.base.languages import LANGS, Lang
from macros.base.system import cache
from macros.base.words import texts
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
from macros.contribute.workbook.rows import Row, rows

# The width of the guide's column, which fits the paper, and the characters of its type that a line holds.
_GUIDE_WIDTH: Final = 80
_GUIDE_LINE: Final = 88
# The columns before this one stay in view when the sheet is scrolled sideways.
_FIRST_SCROLLED: Final = 4
# What a workbook follows from besides its agency, its tasks and the day.
_CODE: Final = (cache.code(Path(__file__).parent), metadata.version("xlsxwriter"))


def workbook(records: Catalogue, agency: AgencyItem) -> bytes:
    """Return the agency's workbook as an .xlsx file; the same bytes for the same data and day, which are made once."""
    writer = _Writer(records, agency)
    return cache.content(writer.written, "workbook", *_CODE, *writer.inputs)


class _Writer:
    """Writes one workbook. Text is written as text, so nothing in it can be a formula."""

    def __init__(self, records: Catalogue, agency: AgencyItem) -> None:
        self._records, self._agency = records, agency
        self._rows = list(rows(agency))

    @property
    def inputs(self) -> tuple[str, ...]:
        """All texts of the workbook as they are told, and the words of its columns."""
        guide = [(self._title(lang), self._as_of(lang), self._sentences(lang)) for lang in LANGS]
        words = (texts("vi")["workbook"], texts("vi")["task_status"], texts("vi")["site"]["name"])
        return repr(guide), repr(words), repr((self._agency.id, self._records.as_of, self._rows))

    def written(self) -> bytes:
        """Make the workbook and return the file."""
        packed = io.BytesIO()
        self._book = xlsxwriter.Workbook(packed, {"in_memory": True})
        self._looks = styles.looks(self._book)
        self._guide(self._book.add_worksheet(sheet_name("guide")))
        self._tasks(self._book.add_worksheet(sheet_name("tasks")))
        self._about(self._book.add_worksheet(ABOUT))
        self._book.set_properties(
            {
                "title": self._title("vi"),
                "author": texts("vi")["site"]["name"],
                "created": dt.datetime.combine(self._records.as_of, dt.time()),
            }
        )
        self._book.close()
        return packed.getvalue()

    def _title(self, lang: Lang) -> str:
        return str(texts(lang)["workbook"]["title"].format(agency=self._agency.record.name[lang]))

    def _as_of(self, lang: Lang) -> str:
        day = day_text(self._records.as_of, lang)
        return str(texts(lang)["workbook"]["as_of"].format(date=day))

    # --- the guide -------------------------------------------------------------------------------------------------

    def _guide(self, sheet: Worksheet) -> None:
        """Write the sheet that says how to fill in the other, in both languages."""
        sheet.set_column(0, 0, _GUIDE_WIDTH)
        row = 0
        for lang in LANGS:
            own = lang == "vi"
            sheet.write_string(row, 0, self._title(lang), self._looks["title" if own else "second_title"])
            sheet.write_string(row + 1, 0, self._as_of(lang), self._looks["day"])
            sentences = self._sentences(lang)
            for number, sentence in enumerate(sentences, start=row + 2):
                sheet.set_row(number, styles.height([(sentence, _GUIDE_LINE)]))
                sheet.write_string(number, 0, sentence, self._looks["text" if own else "second_text"])
            row += len(sentences) + 3
        sheet.protect()
        styles.on_paper(sheet)

    def _sentences(self, lang: Lang) -> list[str]:
        """Return the numbered sentences of the guide."""
        number = len(self._rows)
        values = {
            "n": count_text("tasks", number, lang),
            "agency": self._agency.record.name[lang],
        }
        sentences: Sequence[str] = texts(lang)["workbook"]["guide"]
        return [f"{index}. {sentence.format(**values)}" for index, sentence in enumerate(sentences, start=1)]

    # --- the tasks -------------------------------------------------------------------------------------------------

    def _tasks(self, sheet: Worksheet) -> None:
        """Write the sheet of tasks, with a row for each."""
        sheet.activate()
        sheet.write_string(0, 0, self._title("vi"), self._looks["sheet_title"])
        sheet.write_string(1, 0, self._as_of("vi"), self._looks["sheet_day"])
        # Rows and columns are counted from 0 here, and in the layout from 1, as people do.
        head = HEADING_ROW - 1
        sheet.set_row(head, 2 * styles.LINE_HEIGHT)
        for number, column in enumerate(COLUMNS):
            sheet.set_column(number, number, column.width)
            sheet.write_string(head, number, column.heading, self._looks["heading"])
        for number, row in enumerate(self._rows, start=HEADING_ROW):
            self._task(sheet, number, row)
        last = head + len(self._rows)
        for number, column in enumerate(COLUMNS):
            if column.filled_in:
                _explain(sheet, number, column, max(last, HEADING_ROW))
        sheet.freeze_panes(HEADING_ROW, _FIRST_SCROLLED)
        sheet.autofilter(head, 0, last, len(COLUMNS) - 1)
        styles.protect(sheet)
        sheet.set_landscape()
        styles.on_paper(sheet)
        sheet.repeat_rows(head)
        sheet.print_area(0, 0, last, len(COLUMNS) - 1)

    def _task(self, sheet: Worksheet, number: int, row: Row) -> None:
        sheet.set_row(number, styles.height([(row.get(column.key, ""), column.width) for column in COLUMNS]))
        for index, column in enumerate(COLUMNS):
            look = self._looks["filled_in" if column.filled_in else "given"]
            if (text := row.get(column.key)) is None:
                sheet.write_blank(number, index, None, look)
            else:
                sheet.write_string(number, index, text, look)

    # --- the agency ------------------------------------------------------------------------------------------------

    def _about(self, sheet: Worksheet) -> None:
        """Write the hidden sheet that tells whose workbook it is."""
        values = {
            "format": FORMAT,
            "version": VERSION,
            "agency": self._agency.id,
            "as_of": self._records.as_of.isoformat(),
        }
        for row, (key, value) in enumerate(values.items()):
            sheet.write_string(row, 0, key)
            sheet.write_string(row, 1, value)
        sheet.hide()
        sheet.protect()


def _explain(sheet: Worksheet, number: int, column: Column, last: int) -> None:
    """Give a column that is filled in a hint, and the column of statuses its list."""
    prompt = texts("vi")["workbook"]["prompts"][column.key]
    rule = {"validate": "any", "input_title": column.heading, "input_message": prompt}
    if column.key == "status":
        # Refuses other words where the program enforces lists; the reader understands other spellings all the same.
        statuses = [texts("vi")["task_status"][status] for status in REPORTABLE]
        rule |= {"validate": "list", "source": statuses, "error_title": column.heading, "error_message": prompt}
    sheet.data_validation(HEADING_ROW, number, last, number, rule)
