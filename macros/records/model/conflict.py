"""Disagreements between sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from macros.records.model.ids import Id, RecordName
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Line


class Claim(Record):
    """One side of a conflict: a value and its sources."""

    value: Annotated[
        Annotated[Text, Tag("text")] | Annotated[Line, Tag("line")],
        Discriminator(lambda value: "text" if isinstance(value, dict | Text) else "line"),
    ]
    sources: Sources


class Conflict(Record):
    """A disagreement between sources about a field of a record."""

    id: Id
    record: RecordName
    field: Line
    values: Annotated[tuple[Claim, ...], Field(min_length=2)]
    note: Text
