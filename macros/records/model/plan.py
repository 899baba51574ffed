"""Plans that assign tasks, with their groups of tasks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.records.model.ids import DocumentId, SectorId
from macros.records.model.parts import Identified, Sources, Text
from macros.records.model.scalars import Flag, Line


class Group(Identified):
    """A group of tasks within a plan, numbered as printed."""

    number: Line
    name: Text
    sectors: tuple[SectorId, ...] = ()
    open_ended: Flag = False


class Plan(Identified):
    """A plan that assigns tasks."""

    document: DocumentId
    name: Text
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    note: Text | None = None
    sources: Sources
