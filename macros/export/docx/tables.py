"""Tables of a Word document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Pt
from docx.table import Table, _Cell

from macros.export.docx.ooxml import keep_whole, repeat, shade
from macros.export.docx.page_layout import CENTRE, SMALL, TEXT_WIDTH

# Heads of tables with more columns than these, whose words would break.
_SMALLER: Final = Pt(10)
_MOST_WIDE: Final = 5
# Colour of table heads, light enough to print in black and white.
_HEAD: Final = "E8EEF1"


def add_table(
    document: Document,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    *,
    figures: bool = False,
) -> None:
    """Add a table whose head is repeated on every page.

    Args:
        document: the document.
        heads: one for each column.
        rows: texts; a row of one text heads a group and takes the whole width.
        widths: shares of the width.
        figures: whether all columns but the first hold figures, which stand right.
    """
    table = _add_grid(document, [heads, *rows], widths)
    size = SMALL if len(heads) <= _MOST_WIDE else _SMALLER
    head, *others = table.rows
    keep_whole(head)
    for cell in head.cells:
        _emphasise(cell, size)
        cell.paragraphs[0].alignment = CENTRE
    for row, values in zip(others, rows, strict=True):
        keep_whole(row)
        cells = row.cells
        if len(values) == 1:
            cells[0].merge(cells[-1])
            _emphasise(cells[0], size)
        elif figures:
            for cell in cells[1:]:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    repeat(head)
    _add_air(document)


def _add_grid(document: Document, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
    """Add a ruled table filled with text."""
    table: Table = document.add_table(len(rows), len(widths), "Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    sizes = [Length(int(TEXT_WIDTH * width / sum(widths))) for width in widths]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    # Cells of a row at a time: asking the table for each one makes long tables take minutes.
    for row, values in zip(table.rows, rows, strict=True):
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = size
        for cell, value in zip(row.cells, values, strict=False):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(value).font.size = SMALL
    return table


def _emphasise(cell: _Cell, size: Length) -> None:
    """Make a cell a heading: bold on a shade, on the page of what follows."""
    paragraph: Any = cell.paragraphs[0]
    paragraph.runs[0].bold = True
    paragraph.runs[0].font.size = size
    paragraph.paragraph_format.keep_with_next = True
    shade(cell._tc.get_or_add_tcPr(), _HEAD)


def _add_air(document: Document) -> None:
    """Add air below a table; without it, two tables in a row would grow together."""
    spacing = document.add_paragraph().paragraph_format
    spacing.space_after, spacing.line_spacing = Pt(0), Pt(6)
