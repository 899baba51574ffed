"""Documents that records cite."""

from __future__ import annotations

from typing import Annotated

from macros.base.dates import PartialDate
from macros.records.model.ids import DocumentId
from macros.records.model.parts import Identified, Record, Source, Text
from macros.records.model.scalars import Date, Line, Url
from macros.records.model.vocabulary import Code, ListedIn

DocumentKind = Annotated[Code, ListedIn("document-kinds")]


class DocumentCopy(Record):
    """A copy of a document with a publisher that is neither its issuer nor a database of the State."""

    url: Url
    seen: Date


class Document(Identified):
    """A document that records cite or that a cited document names. Details that are not printed in it are left out.

    The address of an act is that of its issuer or of a database of the State; other copies stand apart.
    """

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
    seen: Date | None = None
    unofficial_copy: DocumentCopy | None = None
    note: Text | None = None
    sources: tuple[Source, ...] = ()

    @property
    def dated(self) -> PartialDate | None:
        """Date of the document: that which it bears, else the day on which it was published."""
        return self.date or self.published


# New documents that a record cites, written with that record; they are added to those of data/documents.yaml.
Brought = tuple[Document, ...]
