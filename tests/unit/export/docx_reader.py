"""Word documents as tests read them, by a public library."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as Opened
from docx.table import Table


def opened(content: bytes) -> Opened:
    return Document(io.BytesIO(content))


def words(document: Opened) -> str:
    """All text in its order, cells included."""
    return "\n".join(text.text or "" for text in document.element.body.iter() if text.tag.endswith("}t"))


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def table_with(document: Opened, head: str) -> list[list[str]]:
    """The rows of the first table whose first cell has this text."""
    return next(found for table in document.tables if (found := rows(table))[0][0] == head)
