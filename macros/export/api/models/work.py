"""Models of work planned and done: plans, tasks, agencies, sectors, activities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.task_status import TaskStatus
from macros.export.api.fields import Joined, TableName, Words
from macros.export.api.models.events import Event
from macros.export.api.references import (
    AgencyId,
    BackReferences,
    CountryCode,
    DocumentId,
    GroupId,
    OrganisationId,
    PartnerId,
    PlanId,
    SectorId,
)
from macros.export.api.values import (
    ApiModel,
    FormerIds,
    FormerName,
    Moment,
    Named,
    Number,
    Qualifier,
    Retired,
    Source,
    Text,
    Url,
)
from macros.records import model


class Group(ApiModel):
    record_kind: ClassVar = "task-group"

    id: str
    number: str
    name: Text
    sectors: list[SectorId]
    open_ended: bool
    former_ids: FormerIds
    retired: Retired | None
    url: Url


class Plan(ApiModel):
    record_kind: ClassVar = "plan"

    id: str
    document: DocumentId
    name: Text
    groups: list[Group]
    note: Text | None
    sources: list[Source]
    former_ids: FormerIds
    retired: Retired | None


class DueChange(ApiModel):
    """A change of a deadline; ``was`` is null where there was none, ``date`` the day of the change."""

    date: Moment
    was: Moment | None
    due: Moment


class Task(ApiModel):
    """``lead`` is as the plan prints it, ``lead_today`` who answers on the day of the file; ``due`` is in effect.

    ``evidence`` is true where a link or document bears out the last report, ``reason`` that of its status.
    """

    record_kind: ClassVar = "task"

    id: str
    plan: PlanId
    number: str
    group: GroupId
    title: Text
    summary: Text
    lead: list[AgencyId]
    lead_all_relevant: bool
    lead_today: Annotated[list[AgencyId], Joined()]
    coordinating: list[AgencyId]
    coordinating_all_relevant: bool
    due: Moment | None
    due_history: Annotated[list[DueChange], Joined(), TableName("deadlines")]
    status: Annotated[TaskStatus, Words("task_status")]
    reason: Text | None
    evidence: bool
    countries: list[CountryCode]
    sectors: list[SectorId]
    note: Text | None
    updates: list[Event]
    sources: list[Source]
    conflicts: BackReferences
    former_ids: FormerIds
    retired: Retired | None
    url: Url

    @classmethod
    def computed(cls, item: Any, _catalogue: Catalogue) -> Mapping[str, Any]:
        """Return the deadline in effect, and the ids of those who answer for the task."""
        return {"due": item.due, "lead_today": [agency.id for agency in item.lead_today]}


class Successor(ApiModel):
    agency: AgencyId
    date: Moment
    document: DocumentId


class Agency(Named):
    """``ended`` is the day on which an agency ended that nobody succeeds, ``ended_by`` the document that says so."""

    record_kind: ClassVar = "agency"

    id: str
    kind: Annotated[model.AgencyKind, Words("agency_kinds")]
    name: Text
    abbreviations: list[str]
    aliases: list[str]
    successors: list[Successor]
    ended: Moment | None
    ended_by: DocumentId | None
    leads: BackReferences
    coordinates: BackReferences
    sources: list[Source]
    former_names: list[FormerName]
    former_ids: FormerIds
    retired: Retired | None
    url: Url

    @classmethod
    def computed(cls, item: Any, catalogue: Catalogue) -> Mapping[str, Any]:
        """Return its other names, and its end in two fields."""
        found = super().computed(item, catalogue)
        end = item.record.ended
        ended = {"ended": None, "ended_by": None} if end is None else {"ended": end.date, "ended_by": end.document}
        return {**found, **ended}


class Sector(ApiModel):
    record_kind: ClassVar = "sector"

    id: str
    name: Text
    description: Text
    spearhead: int | None
    partners: BackReferences
    tasks: BackReferences
    sources: list[Source]
    former_names: list[FormerName]
    former_ids: FormerIds
    retired: Retired | None
    url: Url


class Amount(ApiModel):
    value: Number
    currency: model.Currency
    qualifier: Qualifier


class Activity(ApiModel):
    """``partner`` is the first of ``partners``, or null for what was done without a partner locality."""

    record_kind: ClassVar = "activity"

    id: str
    kind: Annotated[model.ActivityKind, Words("activity_kinds")]
    partner: PartnerId | None
    partners: list[PartnerId]
    organisations: list[OrganisationId]
    countries: list[CountryCode]
    hosted: bool
    date: Moment | None
    until: Moment | None
    also: Annotated[list[Moment], TableName("dates")]
    text: Text
    amounts: list[Amount]
    sectors: list[SectorId]
    note: Text | None
    sources: list[Source]
    former_ids: FormerIds
    retired: Retired | None

    @classmethod
    def computed(cls, item: Any, _catalogue: Catalogue) -> Mapping[str, Any]:
        """Return the partner that stands first."""
        return {"partner": next(iter(item.record.partners), None)}
