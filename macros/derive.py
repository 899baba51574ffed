"""What follows from the records on a given date: statuses, counts and the links back.

Nothing here is typed in ``data/``: in force, expired, overdue are judged by ``as_of`` each time.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, TypeVar

from macros.dataset import Dataset, Entry
from macros.dates import PartialDate
from macros.model import (
    REGIONS,
    Agency,
    Agreement,
    Conflict,
    Country,
    Document,
    Group,
    Partner,
    Plan,
    Region,
    Renewal,
    Sector,
    Task,
    Update,
)
from macros.problem import Place

AgreementStatus = Literal["in-force", "expired", "unknown"]
TaskStatus = Literal["not-reported", "not-started", "in-progress", "done", "overdue"]
R = TypeVar("R", Country, Sector, Agency, Plan)

AGREEMENT_STATUSES: Final[tuple[AgreementStatus, ...]] = ("in-force", "expired", "unknown")
TASK_STATUSES: Final[tuple[TaskStatus, ...]] = ("not-reported", "not-started", "in-progress", "done", "overdue")


def expiry(agreement: Agreement, updates: Iterable[Update] = ()) -> PartialDate | None:
    """When an agreement ends, no more precise than its source; ``None`` where no end follows from it.

    A term in years counts from the last signing. An update that renews or extends replaces the printed end.
    """
    ends = agreement.term.until
    if agreement.term.kind == "years" and agreement.term.years is not None and agreement.signed is not None:
        last = max([agreement.signed, *(renewal.date for renewal in agreement.renewed)], key=lambda date: date.last_day)
        ends = last.plus_years(agreement.term.years)
    for update in sorted(updates, key=lambda update: update.date.last_day):
        if update.event == "ended":
            return update.date
        if update.until is not None:
            ends = update.until
    return ends


def agreement_status(agreement: Agreement, as_of: dt.date, updates: Iterable[Update] = ()) -> AgreementStatus:
    """Whether an agreement is in force on a day.

    ``unknown`` where the source states no term, where it was signed later than that day, and within a year or month
    that is printed as the end without a day.
    """
    known = [update for update in updates if update.date.first_day <= as_of]
    if agreement.signed is not None and agreement.signed.first_day > as_of:
        return "unknown"
    ends = expiry(agreement, known)
    if ends is None:
        return "in-force" if agreement.term.kind == "indefinite" else "unknown"
    if as_of > ends.last_day:
        return "expired"
    return "in-force" if as_of <= ends.first_day else "unknown"


def task_status(task: Task, as_of: dt.date, updates: Iterable[Update] = ()) -> TaskStatus:
    """Where a task stands on a day: its last report, unless it is past due and not done."""
    known = sorted((u for u in updates if u.date.first_day <= as_of), key=lambda update: update.date.last_day)
    reported = known[-1].status if known else None
    if reported != "done" and task.due is not None and as_of > task.due.last_day:
        return "overdue"
    return reported or "not-reported"


@dataclass(frozen=True)
class AgreementItem:
    """An agreement with its partner, and what follows for ``as_of``."""

    record: Agreement
    partner: Partner
    country: Country
    signatory: Agency
    expires: PartialDate | None
    status: AgreementStatus
    updates: tuple[Update, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def first_known(self) -> PartialDate | None:
        """The date that orders it among others: the signing, else the end of its term."""
        return self.record.signed or self.expires


@dataclass(frozen=True)
class PartnerItem:
    """A partner with its agreements in the order of signing."""

    record: Partner
    country: Country
    agreements: tuple[AgreementItem, ...]
    sectors: tuple[Sector, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def id(self) -> str:
        return self.record.id

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


@dataclass(frozen=True)
class TaskItem:
    """A task with the bodies, countries and sectors that it names."""

    record: Task
    plan: Plan
    group: Group
    lead: tuple[Agency, ...]
    coordinating: tuple[Agency, ...]
    countries: tuple[Country, ...]
    sectors: tuple[Sector, ...]
    status: TaskStatus
    updates: tuple[Update, ...]
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def lead_named(self) -> bool:
        return bool(self.lead) or self.record.lead_all_relevant


@dataclass(frozen=True)
class CountryItem:
    """A country with its partners and the tasks that name it; a territory's partners count with its country too."""

    record: Country
    partners: tuple[PartnerItem, ...]
    tasks: tuple[TaskItem, ...]
    parts: tuple[Country, ...]
    part_of: Country | None
    place: Place

    @property
    def id(self) -> str:
        return self.record.id

    @cached_property
    def agreements(self) -> tuple[AgreementItem, ...]:
        return tuple(agreement for partner in self.partners for agreement in partner.agreements)

    @property
    def in_force(self) -> int:
        return sum(item.status == "in-force" for item in self.agreements)


@dataclass(frozen=True)
class SectorItem:
    """A sector with its partners, tasks and the agencies of those tasks."""

    record: Sector
    partners: tuple[PartnerItem, ...]
    tasks: tuple[TaskItem, ...]
    lead_agencies: tuple[Agency, ...]
    other_agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]
    place: Place

    @property
    def id(self) -> str:
        return self.record.id


@dataclass(frozen=True)
class AgencyItem:
    """A body with the tasks that name it and the agreements that it signed."""

    record: Agency
    leads: tuple[TaskItem, ...]
    coordinates: tuple[TaskItem, ...]
    signed: tuple[AgreementItem, ...]
    sectors: tuple[Sector, ...]
    place: Place

    @property
    def id(self) -> str:
        return self.record.id


@dataclass(frozen=True)
class GroupItem:
    """A group of tasks within its plan."""

    record: Group
    plan: Plan
    tasks: tuple[TaskItem, ...]
    sectors: tuple[Sector, ...]
    place: Place

    @property
    def id(self) -> str:
        return self.record.id


@dataclass(frozen=True)
class DocumentItem:
    """A document, and how many records cite it."""

    record: Document
    uses: int
    conflicts: tuple[Conflict, ...]
    place: Place

    @property
    def id(self) -> str:
        return self.record.id


class Catalogue:
    """All records joined, as of one date. Lists keep the order of the data files, which is that of the documents."""

    def __init__(self, dataset: Dataset, as_of: dt.date) -> None:
        """Join a data set that has passed the check.

        Args:
            dataset: records whose references resolve.
            as_of: the date that statuses are judged by.
        """
        self.as_of = as_of
        self._dataset = dataset
        self._conflicts: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in dataset.of("conflicts", Conflict):
            self._conflicts[conflict.record.record].append(conflict.record)
        self._updates: dict[str, list[Update]] = defaultdict(list)
        for update in dataset.of("updates", Update):
            self._updates[update.record.record].append(update.record)
        self._countries = _by_id(dataset.of("countries", Country))
        self._sectors = _by_id(dataset.of("sectors", Sector))
        self._agencies = _by_id(dataset.of("agencies", Agency))

    def _conflicts_of(self, kind: str, name: str) -> tuple[Conflict, ...]:
        return tuple(self._conflicts.get(f"{kind}/{name}", ()))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(entry.record for entry in self._dataset.of("conflicts", Conflict))

    @cached_property
    def partners(self) -> dict[str, PartnerItem]:
        items = {}
        for entry in self._dataset.of("partners", Partner):
            partner = entry.record
            agreements = tuple(
                self._agreement(entry, index, agreement) for index, agreement in enumerate(partner.agreements)
            )
            items[partner.id] = PartnerItem(
                partner,
                self._countries[partner.country],
                tuple(sorted(agreements, key=_by_date)),
                self._sectors_of(
                    [*partner.sectors, *(sector for item in partner.agreements for sector in item.sectors)]
                ),
                self._conflicts_of("partner", partner.id),
                entry.place,
            )
        return items

    def _agreement(self, entry: Entry[Partner], index: int, agreement: Agreement) -> AgreementItem:
        updates = tuple(self._updates.get(f"agreement/{agreement.id}", ()))
        known = [update for update in updates if update.date.first_day <= self.as_of]
        return AgreementItem(
            agreement,
            entry.record,
            self._countries[entry.record.country],
            self._agencies[agreement.signatory],
            expiry(agreement, known),
            agreement_status(agreement, self.as_of, updates),
            updates,
            self._conflicts_of("agreement", agreement.id),
            entry.place_of("agreements", index),
        )

    def _sectors_of(self, ids: Iterable[str]) -> tuple[Sector, ...]:
        return tuple(self._sectors[name] for name in dict.fromkeys(ids))

    @cached_property
    def agreements(self) -> dict[str, AgreementItem]:
        return {item.id: item for partner in self.partners.values() for item in partner.agreements}

    @cached_property
    def tasks(self) -> dict[str, TaskItem]:
        plans = _by_id(self._dataset.of("plans", Plan))
        groups = {group.id: group for plan in plans.values() for group in plan.groups}
        items = {}
        for entry in self._dataset.of("tasks", Task):
            task = entry.record
            updates = tuple(self._updates.get(f"task/{task.id}", ()))
            items[task.id] = TaskItem(
                task,
                plans[task.plan],
                groups[task.group],
                tuple(self._agencies[name] for name in task.lead),
                tuple(self._agencies[name] for name in task.coordinating),
                tuple(self._countries[name] for name in task.countries),
                self._sectors_of(task.sectors),
                task_status(task, self.as_of, updates),
                updates,
                self._conflicts_of("task", task.id),
                entry.place,
            )
        return items

    @cached_property
    def countries(self) -> dict[str, CountryItem]:
        partners: dict[str, list[PartnerItem]] = defaultdict(list)
        for partner in self.partners.values():
            for name in dict.fromkeys([partner.record.country, partner.record.territory or partner.record.country]):
                partners[name].append(partner)
        tasks: dict[str, list[TaskItem]] = defaultdict(list)
        for task in self.tasks.values():
            for country in task.countries:
                tasks[country.id].append(task)
        parts: dict[str, list[Country]] = defaultdict(list)
        for country in self._countries.values():
            if country.part_of is not None:
                parts[country.part_of].append(country)
        return {
            entry.record.id: CountryItem(
                entry.record,
                tuple(partners[entry.record.id]),
                tuple(tasks[entry.record.id]),
                tuple(parts[entry.record.id]),
                self._countries.get(entry.record.part_of or ""),
                entry.place,
            )
            for entry in self._dataset.of("countries", Country)
        }

    @cached_property
    def regions(self) -> dict[Region, tuple[CountryItem, ...]]:
        """Countries by region; regions without a country are left out."""
        countries = self.countries.values()
        found = {region: tuple(item for item in countries if item.record.region == region) for region in REGIONS}
        return {region: items for region, items in found.items() if items}

    @cached_property
    def sectors(self) -> dict[str, SectorItem]:
        groups = [group for entry in self._dataset.of("plans", Plan) for group in entry.record.groups]
        items = {}
        for entry in self._dataset.of("sectors", Sector):
            sector = entry.record
            tasks = tuple(task for task in self.tasks.values() if sector in task.sectors)
            leads = {agency.id: agency for task in tasks for agency in task.lead}
            others = {agency.id: agency for task in tasks for agency in task.coordinating if agency.id not in leads}
            items[sector.id] = SectorItem(
                sector,
                tuple(partner for partner in self.partners.values() if sector in partner.sectors),
                tasks,
                tuple(leads.values()),
                tuple(others.values()),
                tuple(group for group in groups if sector.id in group.sectors),
                entry.place,
            )
        return items

    @cached_property
    def agencies(self) -> dict[str, AgencyItem]:
        leads: dict[str, list[TaskItem]] = defaultdict(list)
        coordinates: dict[str, list[TaskItem]] = defaultdict(list)
        for task in self.tasks.values():
            for agency in task.lead:
                leads[agency.id].append(task)
            for agency in task.coordinating:
                coordinates[agency.id].append(task)
        signed: dict[str, list[AgreementItem]] = defaultdict(list)
        for agreement in self.agreements.values():
            signed[agreement.record.signatory].append(agreement)
        items = {}
        for entry in self._dataset.of("agencies", Agency):
            name = entry.record.id
            touched = [sector.id for task in [*leads[name], *coordinates[name]] for sector in task.sectors]
            items[name] = AgencyItem(
                entry.record,
                tuple(leads[name]),
                tuple(coordinates[name]),
                tuple(signed[name]),
                self._sectors_of(touched),
                entry.place,
            )
        return items

    @cached_property
    def groups(self) -> dict[str, GroupItem]:
        items = {}
        for entry in self._dataset.of("plans", Plan):
            for index, group in enumerate(entry.record.groups):
                items[group.id] = GroupItem(
                    group,
                    entry.record,
                    tuple(task for task in self.tasks.values() if task.record.group == group.id),
                    self._sectors_of(group.sectors),
                    entry.place_of("groups", index),
                )
        return items

    @cached_property
    def plans(self) -> dict[str, Plan]:
        return _by_id(self._dataset.of("plans", Plan))

    @cached_property
    def documents(self) -> dict[str, DocumentItem]:
        uses: dict[str, int] = defaultdict(int)
        for entries in self._dataset.entries.values():
            for entry in entries:
                for source in {source.document for source in getattr(entry.record, "sources", ())}:
                    uses[source] += 1
        return {
            entry.record.id: DocumentItem(
                entry.record, uses[entry.record.id], self._conflicts_of("document", entry.record.id), entry.place
            )
            for entry in self._dataset.of("documents", Document)
        }

    @cached_property
    def leading_agencies(self) -> int:
        """How many agencies lead at least one task."""
        return sum(bool(item.leads) for item in self.agencies.values())

    @cached_property
    def agreement_counts(self) -> dict[AgreementStatus, int]:
        found = [item.status for item in self.agreements.values()]
        return {status: found.count(status) for status in AGREEMENT_STATUSES}

    @cached_property
    def task_counts(self) -> dict[TaskStatus, int]:
        found = [item.status for item in self.tasks.values()]
        return {status: found.count(status) for status in TASK_STATUSES}

    @cached_property
    def partners_by_region(self) -> dict[Region, int]:
        """How many partners each region has; a territory's partner counts once, with its country."""
        regions = [partner.country.region for partner in self.partners.values()]
        return {region: regions.count(region) for region in REGIONS}

    @cached_property
    def partner_countries(self) -> tuple[CountryItem, ...]:
        """Countries that a partner belongs to, as the register counts them (territories count with their country)."""
        own = {partner.record.country for partner in self.partners.values()}
        return tuple(item for item in self.countries.values() if item.id in own)


def renewals(agreement: Agreement) -> tuple[Renewal, ...]:
    """Further signings, oldest first."""
    return tuple(sorted(agreement.renewed, key=lambda renewal: renewal.date.first_day))


def _by_id(entries: Iterable[Entry[R]]) -> dict[str, R]:
    return {entry.record.id: entry.record for entry in entries}


def _by_date(item: AgreementItem) -> dt.date:
    """Signing first; an agreement whose signing date no source gives stands where its term would end."""
    date = item.first_known
    return date.first_day if date is not None else dt.date.max
