"""Bodies that sign, lead or coordinate."""

from __future__ import annotations

from typing import Annotated

from macros.records.model.ids import Id
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Line
from macros.records.model.vocabulary import Code, ListedIn

AgencyKind = Annotated[Code, ListedIn("agency-kinds")]


class Agency(Record):
    """A body that signs, leads or coordinates."""

    id: Id
    kind: AgencyKind
    name: Text
    abbreviations: tuple[Line, ...] = ()
    aliases: tuple[Line, ...] = ()
    sources: Sources
