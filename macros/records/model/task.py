"""Tasks that a plan assigns."""

from __future__ import annotations

from macros.records.model.document import Brought
from macros.records.model.ids import AgencyId, CountryId, GroupId, PlanId, SectorId
from macros.records.model.parts import Identified, Sources, Text, Title
from macros.records.model.scalars import Date, Flag, Line


class Task(Identified):
    """A task that a plan assigns."""

    plan: PlanId
    group: GroupId
    number: Line
    title: Title
    summary: Text
    lead: tuple[AgencyId, ...] = ()
    lead_all_relevant: Flag = False
    coordinating: tuple[AgencyId, ...] = ()
    coordinating_all_relevant: Flag = False
    due: Date | None = None
    countries: tuple[CountryId, ...] = ()
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    sources: Sources
    documents: Brought = ()
