"""The look of a Vietnamese administrative document, after Decree 30/2020/NĐ-CP, Annex I: paper, type, head and foot.

A4 upright, margins of 20 mm above and below, 30 mm left and 15 mm right, Times New Roman 14, paragraphs justified with
a first line indented by 10 mm and at least 6 points apart; page numbers in the middle of the top margin, none on the
first page. What the issuing body fills in (number, place and date, recipients, signature) is left blank.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from macros.base.system.zips import steady

FONT: Final = "Times New Roman"
BODY: Final = Pt(14)
SMALL: Final = Pt(12)
# Heads of tables with more columns than these, whose words would break.
SMALLER: Final = Pt(10)
MOST_WIDE: Final = 5
TEXT_WIDTH: Final = Mm(165)
# Colours of the bars and of table heads, dark enough to print in black and white.
BAR: Final = "0B5C74"
HEAD: Final = "E8EEF1"
CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text: the body above, the issuing body, motto, number, place and date, title."""

    above: str
    issuer: str
    motto: str
    motto_words: str
    number: str
    place_date: str
    kind: str
    subject: str
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands below the text: who gets it, who signs it."""

    recipients: str
    listed: tuple[str, ...]
    signatory: str
    signature: str
    name: str


class AdministrativeDocument:
    """A document under construction, written from top to bottom."""

    def __init__(self, title: str, author: str, day: dt.date, lang: str) -> None:
        self._document = Document()
        properties = self._document.core_properties
        properties.title, properties.author, properties.language = title, author, lang
        properties.comments, properties.last_modified_by = "", author
        properties.created = properties.modified = dt.datetime.combine(day, dt.time())
        self._paper()
        self._type(lang)

    def _paper(self) -> None:
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        section.header_distance = Mm(10)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = CENTRE
        number.paragraph_format.first_line_indent = Mm(0)
        _page_number(number)

    def _type(self, lang: str) -> None:
        styles: Any = self._document.styles
        normal = styles["Normal"]
        normal.font.size = BODY
        normal.paragraph_format.space_after = Pt(6)
        normal.paragraph_format.line_spacing = 1.0
        _language(normal.element.get_or_add_rPr(), lang)
        for name in ("Normal", "Heading 1", "Heading 2", "Header", "Title"):
            style = styles[name]
            style.font.name = FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{script}"), FONT)
            # The template's headings name the theme's fonts, which would win.
            for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
        title = styles["Title"]
        title.element.get_or_add_pPr().remove_all("w:pBdr")
        title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(18), Pt(0)
        for name in ("Heading 1", "Heading 2", "Title"):
            style = styles[name]
            style.font.size, style.font.bold, style.font.italic = BODY, True, False
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.paragraph_format.keep_with_next = True
        for name in ("Heading 1", "Heading 2"):
            spacing = styles[name].paragraph_format
            spacing.space_before, spacing.space_after = Pt(12), Pt(6)

    def head(self, head: Head) -> None:
        """The two columns on top, and the title."""
        table = self._columns(Mm(66), Mm(99))
        left, right = table.rows[0].cells
        _line(left, head.above.upper(), size=SMALL)
        _line(left, head.issuer.upper(), size=SMALL, bold=True)
        _rule(left, Mm(22))
        _line(left, head.number, size=Pt(13))
        _line(right, head.motto, size=SMALL, bold=True)
        _line(right, head.motto_words, size=Pt(13), bold=True)
        _rule(right, Mm(52))
        _line(right, head.place_date, size=Pt(13), italic=True)
        title = self._centred(head.kind, bold=True)
        title.style = self._document.styles["Title"]
        subject = self._centred(head.subject, bold=True)
        subject.paragraph_format.space_after = Pt(0)
        self._rule(Mm(45))
        if head.translation:
            self._centred(head.translation, italic=True)

    def heading(self, text: str, level: int = 1) -> None:
        self._document.add_heading(text, level)

    def paragraph(self, text: str, *, italic: bool = False, with_next: bool = False) -> None:
        """Running text; ``with_next`` keeps it on the page of what follows."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = with_next
        paragraph.add_run(text).italic = italic
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(10)

    def item(self, text: str, lang: str | None = None) -> None:
        """A line of a list, with a hyphen as the decree's own lists have it; ``lang`` where it is another language."""
        paragraph = self._document.add_paragraph()
        run = paragraph.add_run(f"- {text}")
        if lang is not None:
            _language(run._r.get_or_add_rPr(), lang)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.left_indent = Mm(10)

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], *, figures: bool = False
    ) -> None:
        """A table whose head is repeated on every page.

        Args:
            heads: one for each column.
            rows: texts; a row of one text heads a group and takes the whole width.
            widths: shares of the width.
            figures: whether all columns but the first hold figures, which stand right.
        """
        table = self._grid([heads, *rows], widths)
        for number, (row, values) in enumerate(zip(table.rows, [heads, *rows], strict=True)):
            _keep_whole(row)
            cells = row.cells
            if len(values) == 1:
                cells[0].merge(cells[-1])
            for column, cell in enumerate(cells):
                paragraph = cell.paragraphs[0]
                if number == 0 or len(values) == 1:
                    paragraph.runs[0].bold = True
                    paragraph.runs[0].font.size = SMALL if len(heads) <= MOST_WIDE else SMALLER
                    paragraph.alignment = CENTRE if number == 0 else None
                    paragraph.paragraph_format.keep_with_next = True
                    _shade(cell._tc.get_or_add_tcPr(), HEAD)
                elif figures and column:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if len(values) == 1:
                    break
        _repeat(table.rows[0])
        self._after_table()

    def bars(self, rows: Sequence[tuple[str, int, str]]) -> None:
        """A bar chart as a table: label, a shaded bar as long as its share of the largest, and the value as written."""
        most = max((value for _, value, _ in rows), default=0) or 1
        widths = (34, 54, 12)
        table = self._grid([(label, "", shown) for label, _, shown in rows], widths)
        room = int(TEXT_WIDTH * widths[1] / sum(widths)) - Mm(4)
        for row, (_, value, _) in zip(table.rows, rows, strict=True):
            _keep_whole(row)
            row.cells[2].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if value:
                bar = row.cells[1].paragraphs[0]
                # A shaded paragraph is as wide as its indents leave it.
                bar.paragraph_format.right_indent = Length(int(room * (1 - Decimal(value) / most)))
                bar.add_run("\u00a0").font.size = SMALL
                _shade(bar._p.get_or_add_pPr(), BAR)
        self._after_table()

    def foot(self, foot: Foot) -> None:
        """Recipients on the left, the signature on the right; never torn apart by the end of a page."""
        table = self._columns(Mm(75), Mm(90))
        _keep_whole(table.rows[0])
        left, right = table.rows[0].cells
        _line(left, foot.recipients, size=SMALL, bold=True, italic=True, alignment=WD_ALIGN_PARAGRAPH.LEFT)
        for recipient in foot.listed:
            _line(left, recipient, size=Pt(11), alignment=WD_ALIGN_PARAGRAPH.LEFT)
        _line(right, foot.signatory, size=Pt(13), bold=True)
        _line(right, foot.signature, size=SMALL, italic=True)
        for _ in range(3):
            _line(right, "")
        _line(right, foot.name, bold=True)

    def content(self) -> bytes:
        """The document as a .docx file; the same bytes for the same content."""
        packed = io.BytesIO()
        self._document.save(packed)
        return steady(packed.getvalue())

    def _grid(self, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
        """A ruled table filled with text."""
        table: Table = self._document.add_table(len(rows), len(widths), "Table Grid")
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

    def _columns(self, *widths: Length) -> Table:
        """Columns without lines."""
        table: Table = self._document.add_table(1, len(widths))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
            column.width = cell.width = width
            cell._tc.remove(cell.paragraphs[0]._p)
        return table

    def _after_table(self) -> None:
        """Air below a table; without it, two tables in a row would grow together."""
        spacing = self._document.add_paragraph().paragraph_format
        spacing.space_after, spacing.line_spacing = Pt(0), Pt(6)

    def _centred(self, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = CENTRE
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size = bold, italic, BODY
        return paragraph

    def _rule(self, length: Length) -> None:
        _ruled(self._document.add_paragraph(), TEXT_WIDTH, length)


def _line(
    cell: _Cell,
    text: str,
    *,
    size: Length = BODY,
    bold: bool = False,
    italic: bool = False,
    alignment: WD_ALIGN_PARAGRAPH = CENTRE,
) -> None:
    paragraph = cell.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, size


def _rule(cell: _Cell, length: Length) -> None:
    """A short line in the middle below what stands above."""
    assert cell.width is not None
    _ruled(cell.add_paragraph(), cell.width, length)


def _ruled(paragraph: Paragraph, room: int, length: Length) -> None:
    spacing = paragraph.paragraph_format
    spacing.left_indent = spacing.right_indent = Length((room - length) // 2)
    spacing.space_before, spacing.space_after = Pt(3), Pt(6)
    spacing.line_spacing = Pt(3)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _shade(properties: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    properties.insert_element_before(
        shade, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:noWrap", "w:tcMar", "w:vAlign", "w:rPr"
    )


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _language(properties: Any, lang: str) -> None:
    stated = properties.find(qn("w:lang"))
    if stated is None:
        stated = OxmlElement("w:lang")
        properties.append(stated)
    stated.set(qn("w:val"), {"vi": "vi-VN", "en": "en-GB"}[lang])


def _page_number(paragraph: Paragraph) -> None:
    run = paragraph.add_run()
    run.font.size = Pt(13)
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:instrText" if kind is None else "w:fldChar")
        if kind is None:
            element.text = "PAGE"
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)
