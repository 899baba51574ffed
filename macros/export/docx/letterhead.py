"""The letterhead of an administrative document: issuing body and motto side by side, then kind and subject.

What the issuing body fills in (number, place and date) is left blank.
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from macros.export.docx.page_layout import BODY, CENTRE, SMALL, TEXT_WIDTH
from macros.export.docx.text_columns import add_column_rule, add_columns, add_line, draw_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The texts above a document.

    Attributes:
        above: the body above the issuing body.
        issuer: the issuing body.
        motto: the name of the state.
        motto_words: its motto.
        number: the line for the number.
        place_date: the line for place and date.
        kind: the kind of document, in capitals.
        subject: its subject.
        translation: a mark for translations, empty for originals.
    """

    above: str
    issuer: str
    motto: str
    motto_words: str
    number: str
    place_date: str
    kind: str
    subject: str
    translation: str = ""


def add_letterhead(document: Document, letterhead: Letterhead) -> None:
    """Add the two columns on top, and the title."""
    left, right = add_columns(document, Mm(66), Mm(99)).rows[0].cells
    add_line(left, letterhead.above.upper(), size=SMALL)
    add_line(left, letterhead.issuer.upper(), size=SMALL, bold=True)
    add_column_rule(left, Mm(22))
    add_line(left, letterhead.number, size=Pt(13))
    add_line(right, letterhead.motto, size=SMALL, bold=True)
    add_line(right, letterhead.motto_words, size=Pt(13), bold=True)
    add_column_rule(right, Mm(52))
    add_line(right, letterhead.place_date, size=Pt(13), italic=True)
    title = _add_centred(document, letterhead.kind, bold=True)
    title.style = document.styles["Title"]
    subject = _add_centred(document, letterhead.subject, bold=True)
    subject.paragraph_format.space_after = Pt(0)
    draw_rule(document.add_paragraph(), TEXT_WIDTH, Mm(45))
    if letterhead.translation:
        _add_centred(document, letterhead.translation, italic=True)


def _add_centred(document: Document, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.alignment = CENTRE
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, BODY
    return paragraph
