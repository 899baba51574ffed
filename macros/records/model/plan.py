"""Plans that assign tasks, with their groups of tasks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.records.model.ids import DocumentId, Id, SectorId
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Flag, Line


class Group(Record):
    """A group of tasks within a plan, numbered as printed."""

    id: Id
    number: Line
    name: Text
    sectors: tuple[SectorId, ...] = ()
    open_ended: Flag = False


class Plan(Record):
    """A plan that assigns tasks."""

    id: Id
    document: DocumentId
    name: Text
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    note: Text | None = None
    sources: Sources
