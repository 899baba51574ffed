"""The records of the API, v1: the contract, which the schemas, the OpenAPI description and the tables are made from.

Fields may be added within v1, never renamed or removed. Dates are ISO 8601, unknown is ``null``.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from macros.base.dates import Precision
from macros.catalogue.status import AgreementStatus, TaskStatus
from macros.export.api.values import (
    Activities,
    AgencyId,
    Agreements,
    Code,
    Conflicts,
    Day,
    DocumentId,
    GroupId,
    JoinedSectors,
    JoinedTasks,
    Moment,
    Name,
    OrganisationId,
    Out,
    PartnerId,
    Partners,
    PlanId,
    SectorId,
    Source,
    TaskId,
    Tasks,
    Text,
    Url,
    Words,
)
from macros.records import model

Qualifier = Literal["exact", "about", "over", "nearly"]


class Country(Out):
    page: ClassVar = "country"

    id: Code
    name: Text
    aliases: list[str]
    region: Annotated[model.Region, Words("regions")]
    part_of: Code | None
    partners: Partners
    sources: list[Source]
    url: Url


class Partner(Out):
    page: ClassVar = "partner"

    id: str
    kind: Annotated[model.PartnerKind, Words("partner_kinds")]
    name: Text
    within: Text | None
    aliases: list[Name]
    country: Code
    territory: Code | None
    since: Moment | None
    sectors: JoinedSectors
    agreements: Agreements
    conflicts: Conflicts
    sources: list[Source]
    url: Url


class Renewed(Moment):
    kind: Annotated[Literal["strengthened", "re-signed", "further"], Words("renewal_kinds")]


class Term(Out):
    kind: Literal["indefinite", "until", "years", "unstated"]
    until: Moment | None
    years: int | None


class Event(Out):
    id: str
    event: Annotated[str, Words("events")]
    date: Moment
    status: Annotated[str | None, Words("task_status")]
    until: Moment | None
    result: Annotated[model.ReviewResult | None, Words("reviews.results")]
    next: Moment | None
    note: Text
    url: str | None


class Agreement(Out):
    page: ClassVar = "agreement"

    id: str
    partner: PartnerId
    country: Code
    instrument: Annotated[model.Instrument, Words("instruments")]
    signatory: AgencyId
    signed: Moment | None
    renewed: list[Renewed]
    term: Term
    expires: Annotated[str | None, Day()]
    expires_precision: Precision | None
    status: Annotated[AgreementStatus, Words("agreement_status")]
    subject: Text | None
    sectors: list[SectorId]
    note: Text | None
    updates: list[Event]
    sources: list[Source]
    conflicts: Conflicts
    url: Url


class Task(Out):
    page: ClassVar = "task"

    id: str
    plan: PlanId
    number: str
    group: GroupId
    title: Text
    summary: Text
    lead: list[AgencyId]
    lead_all_relevant: bool
    coordinating: list[AgencyId]
    coordinating_all_relevant: bool
    due: Moment | None
    status: Annotated[TaskStatus, Words("task_status")]
    countries: list[Code]
    sectors: list[SectorId]
    note: Text | None
    updates: list[Event]
    sources: list[Source]
    conflicts: Conflicts
    url: Url


class Cooperation(Out):
    id: str
    countries: list[Code]
    kind: Annotated[model.CooperationKind, Words("cooperation_kinds")]
    text: Text
    sectors: list[SectorId]
    note: Text | None
    sources: list[Source]


class Amount(Out):
    value: float
    currency: model.Currency
    qualifier: Qualifier


class Activity(Out):
    """``partner`` is the first of ``partners``, or null for what was done with organisations only."""

    id: str
    partner: PartnerId | None
    partners: list[PartnerId]
    organisations: list[OrganisationId]
    date: Moment | None
    until: Moment | None
    also: list[Moment]
    text: Text
    amounts: list[Amount]
    sectors: list[SectorId]
    note: Text | None
    sources: list[Source]


class Organisation(Out):
    page: ClassVar = "organisation"

    id: str
    kind: Annotated[model.OrganisationKind, Words("organisation_kinds")]
    name: Text
    abbreviation: str | None
    aliases: list[str]
    country: Code | None
    since: Moment | None
    description: Text
    sectors: list[SectorId]
    activities: Activities
    sources: list[Source]
    url: Url


class Statement(Out):
    text: Text
    sources: list[Source]


class TradeAgreement(Out):
    page: ClassVar = "trade-agreement"

    id: str
    name: Text
    abbreviation: str | None
    countries: list[Code]
    states: list[Statement]
    plans: list[Statement]
    tasks: list[TaskId]
    conflicts: Conflicts
    sources: list[Source]
    url: Url


class Indicator(Out):
    id: str
    label: Text
    value: float
    unit: Text
    qualifier: Qualifier
    period: Text
    as_of: Moment
    scope: Annotated[Literal["before-merger", "after-merger", "unstated"], Words("scopes")]
    series: str
    sectors: list[SectorId]
    countries: list[Code]
    note: Text | None
    conflicts: Conflicts
    sources: list[Source]


class GlossaryEntry(Out):
    id: str
    abbreviation: str
    full: str | None
    meaning: Text
    note: Text | None
    sources: list[Source]


class Agency(Out):
    page: ClassVar = "agency"

    id: str
    kind: Annotated[model.AgencyKind, Words("agency_kinds")]
    name: Text
    abbreviations: list[str]
    aliases: list[str]
    leads: Tasks
    coordinates: Tasks
    sources: list[Source]
    url: Url


class Sector(Out):
    page: ClassVar = "sector"

    id: str
    name: Text
    description: Text
    spearhead: int | None
    partners: Partners
    tasks: Tasks
    sources: list[Source]
    url: Url


class Document(Out):
    page: ClassVar = "document"

    id: str
    kind: Annotated[str, Words("document_kinds")]
    number: str | None
    issuer: Text | None
    date: Moment | None
    title: Text
    attached_to: DocumentId | None
    note: Text | None
    naming_tasks: JoinedTasks
    conflicts: Conflicts
    sources: list[Source]
    url: Url


class Group(Out):
    page: ClassVar = "task-group"

    id: str
    number: str
    name: Text
    sectors: list[SectorId]
    open_ended: bool
    url: Url


class Plan(Out):
    id: str
    document: DocumentId
    name: Text
    groups: list[Group]
    note: Text | None
    sources: list[Source]


class Place(Out):
    """Where a partner lies; ``partner`` is null for the city itself and for archipelagos."""

    id: str
    partner: PartnerId | None
    role: model.PlaceRole
    name: Text
    latitude: float
    longitude: float
    gazetteer: DocumentId
    gazetteer_id: str | None
    note: Text | None


class Claim(Out):
    value: Text
    sources: list[Source]


class Conflict(Out):
    id: str
    record: str
    field: Annotated[str, Words("fields")]
    values: list[Claim]
    note: Text
