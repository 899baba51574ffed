"""Paper and type of a Vietnamese administrative document, after Decree 30/2020/NĐ-CP, Annex I.

A4 upright, margins of 20 mm above and below, 30 mm left and 15 mm right; Times New Roman 14, single line spacing, at
least 6 points between paragraphs; page numbers in the middle of the top margin, none on the first page.
"""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from macros.export.docx.ooxml import add_page_number, set_font, set_language

FONT: Final = "Times New Roman"
BODY: Final = Pt(14)
SMALL: Final = Pt(12)
TEXT_WIDTH: Final = Mm(165)
CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER


def set_paper(document: Document) -> None:
    """Set size, margins and page numbers."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTRE
    number.paragraph_format.first_line_indent = Mm(0)
    add_page_number(number)


def set_type(document: Document, lang: str) -> None:
    """Set fonts, sizes and spacing of running text, headings and title, and the language of the whole."""
    styles: Any = document.styles
    normal = styles["Normal"]
    normal.font.size = BODY
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.0
    set_language(normal.element.get_or_add_rPr(), lang)
    for name in ("Normal", "Heading 1", "Heading 2", "Header", "Title"):
        styles[name].font.name = FONT
        set_font(styles[name].element.get_or_add_rPr(), FONT)
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
