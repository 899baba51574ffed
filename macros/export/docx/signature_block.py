"""The end of an administrative document: recipients on the left, the signature on the right, both left blank."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from macros.export.docx.ooxml import keep_whole
from macros.export.docx.page_layout import SMALL
from macros.export.docx.text_columns import add_columns, add_line


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """The texts below a document.

    Attributes:
        recipients: the heading of the list of recipients.
        listed: the recipients.
        signatory: the office of the person who signs.
        signature: the note in the place of the signature.
        name: the line for the name of the person who signs.
    """

    recipients: str
    listed: tuple[str, ...]
    signatory: str
    signature: str
    name: str


def add_signature_block(document: Document, block: SignatureBlock) -> None:
    """Add the block, which no end of a page tears apart."""
    table = add_columns(document, Mm(75), Mm(90))
    keep_whole(table.rows[0])
    left, right = table.rows[0].cells
    add_line(left, block.recipients, size=SMALL, bold=True, italic=True, alignment=WD_ALIGN_PARAGRAPH.LEFT)
    for recipient in block.listed:
        add_line(left, recipient, size=Pt(11), alignment=WD_ALIGN_PARAGRAPH.LEFT)
    add_line(right, block.signatory, size=Pt(13), bold=True)
    add_line(right, block.signature, size=SMALL, italic=True)
    for _ in range(3):
        add_line(right, "")
    add_line(right, block.name, bold=True)
