"""An administrative document as a Word file: begun, given running text, and packed."""

from __future__ import annotations

import datetime as dt
import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from macros.base.system.zips import steady
from macros.export.docx.ooxml import set_language
from macros.export.docx.page_layout import set_paper, set_type


def new_document(title: str, author: str, day: dt.date, lang: str) -> Document:
    """Return an empty document, laid out as :mod:`macros.export.docx.page_layout` says.

    Args:
        title: the title among its properties.
        author: the author among its properties.
        day: the day that it says it was made on.
        lang: its language.
    """
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, lang
    properties.comments, properties.last_modified_by = "", author
    properties.created = properties.modified = dt.datetime.combine(day, dt.time())
    set_paper(document)
    set_type(document, lang)
    return document


def add_paragraph(document: Document, text: str, *, italic: bool = False, with_next: bool = False) -> None:
    """Add running text, its first line indented; ``with_next`` keeps it on the page of what follows."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = with_next
    paragraph.add_run(text).italic = italic
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)


def add_item(document: Document, text: str, lang: str | None = None) -> None:
    """Add a line of a list, with a hyphen as the decree's own lists have it.

    Args:
        document: the document.
        text: the line without the hyphen.
        lang: its language, where it differs from the document's.
    """
    paragraph = document.add_paragraph()
    run = paragraph.add_run(f"- {text}")
    if lang is not None:
        set_language(run._r.get_or_add_rPr(), lang)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.left_indent = Mm(10)


def packed(document: Document) -> bytes:
    """Return the document as a .docx file; the same bytes for the same content."""
    found = io.BytesIO()
    document.save(found)
    return steady(found.getvalue())
