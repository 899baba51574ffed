"""Disagreements between sources."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Discriminator, Field, Tag

from macros.records.model.ids import RecordName
from macros.records.model.parts import Identified, Record, Sources, Text
from macros.records.model.scalars import Line

# The two forms of a value. Pydantic puts them into the paths of its errors; no field can have such a name.
IN_BOTH_LANGUAGES: Final = "in both languages"
AS_PRINTED: Final = "as printed"


class Claim(Record):
    """One side of a conflict: a value and its sources."""

    value: Annotated[
        Annotated[Text, Tag(IN_BOTH_LANGUAGES)] | Annotated[Line, Tag(AS_PRINTED)],
        Discriminator(lambda value: IN_BOTH_LANGUAGES if isinstance(value, dict | Text) else AS_PRINTED),
    ]
    sources: Sources


class Conflict(Identified):
    """A disagreement between sources about a field of a record."""

    record: RecordName
    field: Line
    values: Annotated[tuple[Claim, ...], Field(min_length=2)]
    note: Text
