"""Records joined with what belongs to them, as pages and exports use them.

Made by :mod:`macros.catalogue.catalogue`.
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
    """What all joined records share."""

    record: Any

    @property
    def id(self) -> str:
        return str(self.record.id)


@dataclass(frozen=True, kw_only=True)
class AgreementItem(_Item):
    """An agreement with its partner, and what follows for ``as_of``."""

    record: Agreement
    partner: Partner
    country: Country
    signatory: Agency
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
    """A thing done, with the partners and organisations that it was done with."""

    record: Activity
    partners: tuple[Partner, ...]
    organisations: tuple[Organisation, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def year(self) -> int | None:
        return None if self.record.date is None else self.record.date.year


@dataclass(frozen=True, kw_only=True)
class CooperationItem(_Item):
    """What the Scheme wants with a country or group of countries."""

    record: Cooperation
    countries: tuple[Country, ...]
    sectors: tuple[Sector, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class OrganisationItem(_Item):
    """An organisation with what was done with it."""

    record: Organisation
    country: Country | None
    sectors: tuple[Sector, ...]
    activities: tuple[ActivityItem, ...]
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
class PartnerItem(_Item):
    """A partner with its agreements in the order of signing."""

    record: Partner
    country: Country
    agreements: tuple[AgreementItem, ...]
    sectors: tuple[Sector, ...]
    activities: tuple[ActivityItem, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def since(self) -> PartialDate | None:
        """When the relation began: the year that a document gives for it, else the first signing known."""
        if self.record.established is not None:
            return self.record.established.date
        signed = [item.record.signed for item in self.agreements if item.record.signed is not None]
        return min(signed, key=lambda date: date.first_day, default=None)

    @property
    def in_force(self) -> int:
        return sum(item.status == "in-force" for item in self.agreements)


@dataclass(frozen=True, kw_only=True)
class TaskItem(_Item):
    """A task with the bodies, countries and sectors that it names."""

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
class CountryItem(_Item):
    """A country with its partners and the tasks that name it; a territory's partners count with its country too."""

    record: Country
    partners: tuple[PartnerItem, ...]
    tasks: tuple[TaskItem, ...]
    parts: tuple[Country, ...]
    part_of: Country | None
    cooperation: tuple[CooperationItem, ...]
    organisations: tuple[OrganisationItem, ...]
    trade_agreements: tuple[TradeAgreementItem, ...]
    indicators: tuple[IndicatorItem, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @cached_property
    def agreements(self) -> tuple[AgreementItem, ...]:
        return tuple(agreement for partner in self.partners for agreement in partner.agreements)

    @cached_property
    def activities(self) -> tuple[ActivityItem, ...]:
        """What was done with its partners and organisations, each thing once."""
        found = {item.id: item for partner in self.partners for item in partner.activities}
        found |= {item.id: item for organisation in self.organisations for item in organisation.activities}
        return tuple(found.values())

    @property
    def in_force(self) -> int:
        return sum(item.status == "in-force" for item in self.agreements)

    def cooperation_of(self, kind: CooperationKind) -> list[CooperationItem]:
        """Its areas of cooperation of one kind, in the order of print."""
        return [item for item in self.cooperation if item.record.kind == kind]


@dataclass(frozen=True, kw_only=True)
class TradeAgreementItem(_Item):
    """A trade agreement with the tasks and countries that it concerns."""

    record: TradeAgreement
    countries: tuple[Country, ...]
    tasks: tuple[TaskItem, ...]
    conflicts: tuple[Conflict, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class SectorItem(_Item):
    """A sector with its partners, tasks and the agencies of those tasks."""

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
        """The priority areas of Annex I that fall into it."""
        return [item for item in self.cooperation if item.record.kind == "priority"]


@dataclass(frozen=True, kw_only=True)
class AgencyItem(_Item):
    """A body with the tasks that name it and the agreements that it signed."""

    record: Agency
    leads: tuple[TaskItem, ...]
    coordinates: tuple[TaskItem, ...]
    signed: tuple[AgreementItem, ...]
    sectors: tuple[Sector, ...]
    place: Place


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
class DocumentItem(_Item):
    """A document, how many records of each kind cite it, and the tasks whose text names its number."""

    record: Document
    uses_by_kind: dict[str, int]
    naming_tasks: tuple[TaskItem, ...]
    attachments: tuple[Document, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def uses(self) -> int:
        return sum(self.uses_by_kind.values())


@dataclass(frozen=True, kw_only=True)
class RecordItem(_Item):
    """A record of a kind that is joined with nothing else."""

    record: Any
    conflicts: tuple[Conflict, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class ConflictEntry:
    """A conflict with the record that it is about: its kind (singular), the joined record, and its name or text."""

    conflict: Conflict
    kind: str
    item: Any
    name: Text


@dataclass(frozen=True, kw_only=True)
class ConflictGroup:
    """The conflicts about records of one kind."""

    kind: str
    entries: tuple[ConflictEntry, ...]


@dataclass(frozen=True, kw_only=True)
class TallyRow:
    """A kind of record with its number of records and of citations."""

    kind: str
    records: int
    sources: int


@dataclass(frozen=True, kw_only=True)
class SigningYear:
    """A year with the number of agreements signed in it, and of those in force; ``None`` where no year is given."""

    year: int | None
    signed: int
    in_force: int
