"""Records joined with what belongs to them, as pages and exports take them from the catalogue.

In the order of subjects: relations, work, countries and sectors with all of both, documents. Agreements and tasks also
hold their status on the catalogue's day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.base.dates import PartialDate
from macros.catalogue.status import AgreementStatus, Unclear
from macros.catalogue.status_ahead import Changes
from macros.catalogue.task_status import Standing, Support, TaskStatus
from macros.records.check.problem import Place
from macros.records.model import (
    Activity,
    Agency,
    Agreement,
    Conflict,
    Cooperation,
    CooperationKind,
    Country,
    Document,
    Group,
    Indicator,
    Note,
    Organisation,
    Partner,
    Plan,
    ReportedAgreement,
    Sector,
    Task,
    Text,
    TradeAgreement,
    Update,
)


class _Item:
    """A record of any kind with its id."""

    record: Any

    @property
    def id(self) -> str:
        return str(self.record.id)


@dataclass(frozen=True, kw_only=True)
class AgreementItem(_Item):
    """An agreement with its partner, and how it stands.

    Attributes:
        record: the agreement, with the announcement and the signing that updates tell.
        instrument: the name of the sort of text that was signed.
        expires: its end, with the updates that had certainly happened; ``None`` where no end follows.
        unclear: the reason why its status is unknown.
        changes: the later days on which its status becomes another.
        updates: all updates on it, those dated ahead included.
        decisive: these and its replacements by later agreements, which together decide its status.
    """

    record: Agreement
    partner: Partner
    country: Country
    signatory: Agency
    instrument: Text
    expires: PartialDate | None
    status: AgreementStatus
    unclear: Unclear | None
    changes: Changes[AgreementStatus]
    updates: tuple[Update, ...]
    decisive: tuple[Update, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def first_known(self) -> PartialDate | None:
        """The date that orders it among others: the signing, else the announcement, else the end of its term."""
        return self.record.signed or self.record.announced or self.expires


@dataclass(frozen=True, kw_only=True)
class ReportedAgreementItem(_Item):
    """An agreement that is only known to exist, with its country and instrument where a source names them."""

    record: ReportedAgreement
    country: Country | None
    instrument: Text | None
    conflicts: tuple[Conflict, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class ActivityItem(_Item):
    """An activity with the partners and organisations that took part and the countries that it names besides."""

    record: Activity
    partners: tuple[Partner, ...]
    organisations: tuple[Organisation, ...]
    countries: tuple[Country, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def year(self) -> int | None:
        return None if self.record.date is None else self.record.date.year


@dataclass(frozen=True, kw_only=True)
class OrganisationItem(_Item):
    """An organisation with the activities that it took part in."""

    record: Organisation
    country: Country | None
    sectors: tuple[Sector, ...]
    activities: tuple[ActivityItem, ...]
    conflicts: tuple[Conflict, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class PartnerItem(_Item):
    """A partner with its agreements in the order of signing, its sectors and those of its agreements.

    Attributes:
        through: the former province that began the relation, where it was inherited.
        took_over: the partners that were merged into it.
    """

    record: Partner
    country: Country
    through: Agency | None
    took_over: tuple[Partner, ...]
    agreements: tuple[AgreementItem, ...]
    sectors: tuple[Sector, ...]
    activities: tuple[ActivityItem, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def since(self) -> PartialDate | None:
        """The beginning of the relation: the date that a document gives for it, else the first signing known."""
        if self.record.established is not None:
            return self.record.established.date
        signed = [item.record.signed for item in self.agreements if item.record.signed is not None]
        return min(signed, key=lambda date: date.first_day, default=None)

    @property
    def in_force(self) -> int:
        """The number of its agreements that are in force."""
        return sum(item.status == "in-force" for item in self.agreements)


@dataclass(frozen=True, kw_only=True)
class TaskItem(_Item):
    """A task with the agencies, countries and sectors that it names, and how it stands.

    Attributes:
        lead: the agencies that its plan names; those of :attr:`coordinating` likewise.
        lead_today: the agencies that answer for it on the catalogue's day; ``coordinating_today`` likewise.
        due: the deadline in effect, which may differ from the printed one.
        due_history: the changes of its deadline, the earliest first.
        standing: its place in the count against deadlines.
        support: the grounds for what was last reported.
        reason: the reason stated for its status, if there is one.
        changes: the later days on which its status becomes another.
        standing_changes: those on which its standing does, or the grounds for it.
        updates: all updates on it, those dated ahead included.
    """

    record: Task
    plan: Plan
    group: Group
    lead: tuple[Agency, ...]
    coordinating: tuple[Agency, ...]
    lead_today: tuple[Agency, ...]
    coordinating_today: tuple[Agency, ...]
    countries: tuple[Country, ...]
    sectors: tuple[Sector, ...]
    due: PartialDate | None
    due_history: tuple[Update, ...]
    status: TaskStatus
    standing: Standing
    support: Support
    reason: Note | None
    changes: Changes[TaskStatus]
    standing_changes: Changes[tuple[Standing, Support]]
    updates: tuple[Update, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def evidence(self) -> bool:
        """True if a link or a document bears out what was last reported."""
        return self.support == "evidence"

    @property
    def lead_named(self) -> bool:
        return bool(self.lead) or self.record.lead_all_relevant


@dataclass(frozen=True, kw_only=True)
class GroupItem(_Item):
    """A group of tasks within its plan."""

    record: Group
    plan: Plan
    tasks: tuple[TaskItem, ...]
    sectors: tuple[Sector, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class PlanItem(_Item):
    """A plan with its groups and their tasks."""

    record: Plan
    groups: tuple[GroupItem, ...]
    place: Place

    @property
    def tasks(self) -> tuple[TaskItem, ...]:
        return tuple(task for group in self.groups for task in group.tasks)


@dataclass(frozen=True, kw_only=True)
class AgencyItem(_Item):
    """An agency with the tasks that name it or came to it, their sectors, and the agreements that it signed.

    Attributes:
        through: the partners whose relations the city inherited from it.
        leads: the tasks whose plans name it as lead; those of :attr:`coordinates` likewise.
        inherited_leads: the tasks that it leads today though their plans name others; ``inherited_coordinates``
            likewise.
        over: true if others answer for its work on the catalogue's day, or nobody does.
        answering: the agencies that answer for its work then; itself while it exists.
        predecessors: the agencies whose work came to it, directly.
    """

    record: Agency
    through: tuple[Partner, ...]
    leads: tuple[TaskItem, ...]
    coordinates: tuple[TaskItem, ...]
    inherited_leads: tuple[TaskItem, ...]
    inherited_coordinates: tuple[TaskItem, ...]
    signed: tuple[AgreementItem, ...]
    sectors: tuple[Sector, ...]
    over: bool
    answering: tuple[Agency, ...]
    predecessors: tuple[Agency, ...]
    place: Place

    @cached_property
    def leads_today(self) -> tuple[TaskItem, ...]:
        """The tasks that it leads on the catalogue's day, by its own or by others' plans."""
        return tuple(task for task in (*self.leads, *self.inherited_leads) if self.record in task.lead_today)

    @cached_property
    def coordinates_today(self) -> tuple[TaskItem, ...]:
        """The tasks that it supports on the catalogue's day."""
        named = (*self.coordinates, *self.inherited_coordinates)
        return tuple(task for task in named if self.record in task.coordinating_today)


@dataclass(frozen=True, kw_only=True)
class CooperationItem(_Item):
    """An area of cooperation of the Scheme with the countries that it is planned for."""

    record: Cooperation
    countries: tuple[Country, ...]
    sectors: tuple[Sector, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class TradeAgreementItem(_Item):
    """A trade agreement with the tasks and countries that it concerns."""

    record: TradeAgreement
    countries: tuple[Country, ...]
    tasks: tuple[TaskItem, ...]
    conflicts: tuple[Conflict, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class IndicatorItem(_Item):
    """A figure with what contradicts it."""

    record: Indicator
    sectors: tuple[Sector, ...]
    conflicts: tuple[Conflict, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class CountryItem(_Item):
    """A country with everything that names it; a territory's partners also count with its country.

    Attributes:
        parts: the territories that belong to it.
        part_of: the country that it belongs to, if it is a territory.
    """

    record: Country
    partners: tuple[PartnerItem, ...]
    tasks: tuple[TaskItem, ...]
    parts: tuple[Country, ...]
    part_of: Country | None
    cooperation: tuple[CooperationItem, ...]
    organisations: tuple[OrganisationItem, ...]
    trade_agreements: tuple[TradeAgreementItem, ...]
    indicators: tuple[IndicatorItem, ...]
    activities_naming_it: tuple[ActivityItem, ...]
    reported_agreements: tuple[ReportedAgreementItem, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @cached_property
    def agreements(self) -> tuple[AgreementItem, ...]:
        return tuple(agreement for partner in self.partners for agreement in partner.agreements)

    @cached_property
    def activities(self) -> tuple[ActivityItem, ...]:
        """The activities of its partners and organisations and those that name it, each once."""
        found = {item.id: item for partner in self.partners for item in partner.activities}
        found |= {item.id: item for organisation in self.organisations for item in organisation.activities}
        found |= {item.id: item for item in self.activities_naming_it}
        return tuple(found.values())

    @property
    def in_force(self) -> int:
        """The number of its agreements that are in force."""
        return sum(item.status == "in-force" for item in self.agreements)

    def cooperation_of(self, kind: CooperationKind) -> list[CooperationItem]:
        """Return its areas of cooperation of one kind, in the order of print."""
        return [item for item in self.cooperation if item.record.kind == kind]


@dataclass(frozen=True, kw_only=True)
class SectorItem(_Item):
    """A sector with everything that names it, and the agencies of its tasks, each in one of the two lists."""

    record: Sector
    partners: tuple[PartnerItem, ...]
    tasks: tuple[TaskItem, ...]
    lead_agencies: tuple[Agency, ...]
    other_agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]
    cooperation: tuple[CooperationItem, ...]
    activities: tuple[ActivityItem, ...]
    organisations: tuple[OrganisationItem, ...]
    indicators: tuple[IndicatorItem, ...]
    place: Place

    @property
    def seeks(self) -> list[CooperationItem]:
        """The priorities of Annex I that fall into it."""
        return [item for item in self.cooperation if item.record.kind == "priority"]


@dataclass(frozen=True, kw_only=True)
class DocumentItem(_Item):
    """A document with the number of records of each kind that cite it, and the tasks whose text names its number."""

    record: Document
    uses_by_kind: dict[str, int]
    naming_tasks: tuple[TaskItem, ...]
    attachments: tuple[Document, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def uses(self) -> int:
        """The number of records that cite it."""
        return sum(self.uses_by_kind.values())


@dataclass(frozen=True, kw_only=True)
class RecordItem(_Item):
    """A record of a kind that is joined with nothing else."""

    record: Any
    conflicts: tuple[Conflict, ...]
    place: Place
