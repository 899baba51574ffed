"""The look of the workbook: colours, fonts, heights of rows, paper, protection."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Final, Literal

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FILL_IN: Final = PatternFill("solid", fgColor="FFF7D6")
GIVEN: Final = PatternFill("solid", fgColor="EEF1F4")
HEAD: Final = PatternFill("solid", fgColor="12405A")
LINE: Final = Side("thin", color="B8C2CC")
BOX: Final = Border(LINE, LINE, LINE, LINE)
WRAPPED: Final = Alignment(vertical="top", wrap_text=True)
CENTRED: Final = Alignment(horizontal="center", vertical="center", wrap_text=True)
FONT: Final = "Times New Roman"
# Points: of text, of titles, and of the line that a text takes.
SIZE: Final = 12
TITLE_SIZE: Final = 14
LINE_HEIGHT: Final = 16
# As text, a date stays what was typed: a date cell would make 1 August 2026 of "08/2026", and 8 March of "3/8/2026"
# on a computer set to American English.
AS_TEXT: Final = "@"
_A4: Final = 9
_MARGIN_INCHES: Final = 0.5


def font(size: int = SIZE, *, bold: bool = False, italic: bool = False, color: str | None = None) -> Font:
    """Return a font of the workbook's face."""
    return Font(FONT, size, bold=bold, italic=italic, color=color)


def heading(cell: Cell) -> None:
    """Make a cell look like a heading of a column."""
    cell.font, cell.fill, cell.border = font(bold=True, color="FFFFFF"), HEAD, BOX
    cell.alignment = CENTRED


def field(cell: Cell, *, filled_in: bool) -> None:
    """Make a cell look like one that is filled in by the agency, or like one that is given and locked."""
    cell.font, cell.border, cell.alignment = font(), BOX, WRAPPED
    cell.fill = FILL_IN if filled_in else GIVEN
    cell.protection = Protection(locked=not filled_in)
    cell.number_format = AS_TEXT


def height(wrapped: Iterable[tuple[str, int]]) -> int:
    """Return the points that a row needs to show its texts; programs do not all find out for themselves.

    Args:
        wrapped: each text with the width of its column in characters.
    """
    lines = max(len(textwrap.wrap(text, max(width - 1, 1))) for text, width in wrapped)
    return max(lines, 1) * LINE_HEIGHT


def protect(sheet: Worksheet) -> None:
    """Protect against slips, not against anybody: no password; filtering and wider rows and columns stay possible."""
    sheet.protection.sheet = True
    # In the file format these say what is *not* allowed.
    sheet.protection.autoFilter = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def paper(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """Print on A4, as wide as the paper, with page numbers."""
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, _MARGIN_INCHES)
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("&P/&N"))
