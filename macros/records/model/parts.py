"""Parts that many records share: their identity, texts in both languages, and sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from macros.records.model.ids import DocumentId, Id
from macros.records.model.scalars import Date, Line


class Record(BaseModel):
    """Base of all records and their parts: immutable, without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """A text in both languages."""

    vi: Line
    en: Line

    def __getitem__(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en


class Title(Text):
    """A heading in both languages."""

    vi: Annotated[Line, StringConstraints(max_length=120)]
    en: Annotated[Line, StringConstraints(max_length=120)]


class Note(Record):
    """A text whose English may be missing for now (updates only); the Vietnamese then stands in for it."""

    vi: Line
    en: Line | None = None

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" and self.en is not None else self.vi


class Source(Record):
    """Source of a fact: a document and the place in it."""

    document: DocumentId
    locator: Line
    note: Text | None = None


Sources = Annotated[tuple[Source, ...], Field(min_length=1)]


class Statement(Record):
    """A text with its sources."""

    text: Text
    sources: Sources


class Retired(Record):
    """The day on which a record was taken out of use, and why. Its page stays and says so."""

    date: Date
    reason: Text


class Identified(Record):
    """Base of the records of every kind: an id, and what became of it."""

    id: Id
    former_ids: tuple[Id, ...] = ()
    retired: Retired | None = None

    @property
    def first_id(self) -> str:
        """The id that programs know it by, whatever it is called now: the first that it had."""
        return self.former_ids[0] if self.former_ids else self.id


class FormerName(Record):
    """A name that something had before it was renamed."""

    name: Text
    until: Date | None = None
    sources: tuple[Source, ...] = ()


FormerNames = tuple[FormerName, ...]
