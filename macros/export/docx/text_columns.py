"""Columns of centred lines side by side, without borders: above the text of a document and below it."""

from __future__ import annotations

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from macros.export.docx.ooxml import rule_above
from macros.export.docx.page_layout import BODY, CENTRE


def add_columns(document: Document, *widths: Length) -> Table:
    """Add empty columns as a table of one row."""
    table: Table = document.add_table(1, len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = width
        cell._tc.remove(cell.paragraphs[0]._p)
    return table


def add_line(
    cell: _Cell,
    text: str,
    *,
    size: Length = BODY,
    bold: bool = False,
    italic: bool = False,
    alignment: WD_ALIGN_PARAGRAPH = CENTRE,
) -> None:
    """Add a line of text to a column, without space below it."""
    paragraph = cell.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, size


def add_column_rule(cell: _Cell, length: Length) -> None:
    """Add a short line in the middle of a column."""
    assert cell.width is not None
    draw_rule(cell.add_paragraph(), cell.width, length)


def draw_rule(paragraph: Paragraph, room: int, length: Length) -> None:
    """Make a short line in the middle out of an empty paragraph.

    Args:
        paragraph: the paragraph.
        room: the width that it has.
        length: how long the line is.
    """
    spacing = paragraph.paragraph_format
    spacing.left_indent = spacing.right_indent = Length((room - length) // 2)
    spacing.space_before, spacing.space_after = Pt(3), Pt(6)
    spacing.line_spacing = Pt(3)
    rule_above(paragraph)
