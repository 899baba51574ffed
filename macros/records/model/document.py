"""Documents that records cite."""

from __future__ import annotations

from typing import Annotated

from macros.base.dates import PartialDate
from macros.records.model.ids import DocumentId
from macros.records.model.parts import Identified, Source, Text
from macros.records.model.scalars import Date, Line, Url
from macros.records.model.vocabulary import Code, ListedIn

DocumentKind = Annotated[Code, ListedIn("document-kinds")]


class Document(Identified):
    """A document that records cite or that a cited document names. Details that are not printed in it are left out."""

    kind: DocumentKind
    number: Line | None = None
    issuer: Text | None = None
    date: Date | None = None
    title: Text
    short: Text | None = None
    attached_to: DocumentId | None = None
    publisher: Text | None = None
    published: Date | None = None
    read: Date | None = None
    url: Url | None = None
    note: Text | None = None
    sources: tuple[Source, ...] = ()

    @property
    def dated(self) -> PartialDate | None:
        """Date of the document: that which it bears, else the day on which it was published."""
        return self.date or self.published


# New documents that a record cites, written with that record; they are added to those of data/documents.yaml.
Brought = tuple[Document, ...]
