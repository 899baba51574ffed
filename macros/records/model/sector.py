"""Fields of cooperation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.records.model.ids import Id
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Count


class Sector(Record):
    """A field of cooperation."""

    id: Id
    name: Text
    description: Text
    spearhead: Annotated[Count | None, Field(ge=1, le=5)] = None
    sources: Sources
