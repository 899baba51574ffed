"""Records joined with what belongs to them, as pages and exports take them from the catalogue.

In the order of subjects: relations, work, countries and sectors with all of both, documents. Agreements and tasks also
hold their status on the catalogue's day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.base.dates import PartialDate
from macros.catalogue.status import AgreementStatus, TaskStatus, Unclear
from macros.catalogue.status_ahead import Changes
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
    Organisation,
    Partner,
    Plan,
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
        instrument: the name of the sort of text that was signed.
        expires: its end, with the updates that had certainly happened; ``None`` where no end follows.
        unclear: the reason why its status is unknown.
        changes: the later days on which its status becomes another.
        updates: all updates on it, those dated ahead included.
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
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def first_known(self) -> PartialDate | None:
        """The date that orders it among others: the signing, else the end of its term."""
        return self.record.signed or self.expires


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
    """A partner with its agreements in the order of signing, its sectors and those of its agreements."""

    record: Partner
    country: Country
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
        changes: the later days on which its status becomes another.
        updates: all reports on it, those dated ahead included.
    """

    record: Task
    plan: Plan
    group: Group
    lead: tuple[Agency, ...]
    coordinating: tuple[Agency, ...]
    countries: tuple[Country, ...]
    sectors: tuple[Sector, ...]
    status: TaskStatus
    changes: Changes[TaskStatus]
    updates: tuple[Update, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

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
    """An agency with the tasks that name it, their sectors, and the agreements that it signed."""

    record: Agency
    leads: tuple[TaskItem, ...]
    coordinates: tuple[TaskItem, ...]
    signed: tuple[AgreementItem, ...]
    sectors: tuple[Sector, ...]
    place: Place


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
