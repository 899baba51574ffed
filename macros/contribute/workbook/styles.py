"""The look of the workbook: colours, fonts, heights of rows, paper, protection."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Iterable
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

# Points: of text, of titles, and of the line that a text takes.
SIZE: Final = 12
TITLE_SIZE: Final = 14
LINE_HEIGHT: Final = 16
_FONT: Final = {"font_name": "Times New Roman", "font_size": SIZE}
_TITLE: Final = {"font_size": TITLE_SIZE, "bold": True}
_WRAPPED: Final = {"text_wrap": True, "valign": "top"}
_CENTRED: Final = {"text_wrap": True, "align": "center", "valign": "vcenter"}
_BOX: Final = {"border": 1, "border_color": "#B8C2CC"}
# As text, a date stays what was typed: a date cell would make 1 August 2026 of "08/2026", and 8 March of "3/8/2026"
# on a computer set to American English.
_FIELD: Final = {**_BOX, **_WRAPPED, "num_format": "@"}
_SECOND: Final = {"font_color": "#555555"}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {**_TITLE, **_WRAPPED},
    "second_title": {"bold": True, **_WRAPPED},
    "day": {"italic": True, **_WRAPPED},
    "text": {**_WRAPPED},
    "second_text": {**_SECOND, **_WRAPPED},
    "sheet_title": _TITLE,
    "sheet_day": {"italic": True},
    "heading": {**_BOX, **_CENTRED, "bold": True, "font_color": "#FFFFFF", "bg_color": "#12405A"},
    "given": {**_FIELD, "bg_color": "#EEF1F4", "locked": True},
    "filled_in": {**_FIELD, "bg_color": "#FFF7D6", "locked": False},
}
_A4: Final = 9
_MARGIN_INCHES: Final = 0.5


def looks(book: Workbook) -> dict[str, Format]:
    """Return the looks of a workbook's cells by name; fields are ``given`` and locked, or ``filled_in`` by somebody."""
    return {name: book.add_format({**_FONT, **look}) for name, look in _LOOKS.items()}


def height(wrapped: Iterable[tuple[str, int]]) -> int:
    """Return the points that a row needs to show its texts; programs do not all find out for themselves.

    Args:
        wrapped: each text with the width of its column in characters.
    """
    return max(1, *(_lines(text, width) for text, width in wrapped)) * LINE_HEIGHT


@functools.cache
def _lines(text: str, width: int) -> int:
    """Return the lines that a text takes; a task stands in the workbooks of several agencies."""
    return len(textwrap.wrap(text, max(width - 1, 1)))


def protect(sheet: Worksheet) -> None:
    """Protect against slips, not against anybody: no password; filtering and wider rows and columns stay possible."""
    sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})


def on_paper(sheet: Worksheet) -> None:
    """Print on A4, as wide as the paper, with page numbers."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(*[_MARGIN_INCHES] * 4)
    sheet.set_footer("&C&P/&N")
