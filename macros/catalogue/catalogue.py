"""What follows from the records on a given date: statuses, counts and the links back.

Nothing here is typed in ``data/``: in force, expired, overdue are judged by ``as_of`` each time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel

from macros.catalogue.items import (
    ActivityItem,
    AgencyItem,
    AgreementItem,
    ConflictEntry,
    ConflictGroup,
    CooperationItem,
    CountryItem,
    DocumentItem,
    GroupItem,
    IndicatorItem,
    OrganisationItem,
    PartnerItem,
    PlanItem,
    SectorItem,
    SigningYear,
    TallyRow,
    TaskItem,
    TradeAgreementItem,
)
from macros.catalogue.status import (
    AGREEMENT_STATUSES,
    TASK_STATUSES,
    AgreementStatus,
    TaskStatus,
    expiry,
    judged,
    task_status,
)
from macros.catalogue.status_ahead import agreement_changes, task_changes
from macros.catalogue.year_ends import YearEnd, year_ends
from macros.records.check.problem import Place as FilePlace
from macros.records.dataset import Dataset, Entry
from macros.records.history.changes import History
from macros.records.model import (
    REGIONS,
    Activity,
    Agency,
    Agreement,
    Conflict,
    Cooperation,
    Country,
    Document,
    GlossaryEntry,
    Indicator,
    Organisation,
    Partner,
    Place,
    Plan,
    Region,
    Sector,
    Source,
    Tally,
    Task,
    Text,
    TradeAgreement,
    Update,
)

R = TypeVar("R", Country, Sector, Agency, Plan)
T = TypeVar("T")


class Catalogue:
    """All records joined, as of one date. Lists keep the order of the data files, which is that of the documents."""

    def __init__(
        self, dataset: Dataset, as_of: dt.date, history: History | None = None, known: dt.date | None = None
    ) -> None:
        """Join a data set that has passed the check.

        Args:
            dataset: records whose references resolve.
            as_of: the date that statuses are judged by.
            history: how the records became what they are, where that is known.
            known: the day that the records speak of, where they are judged by an earlier one.
        """
        self.as_of = as_of
        self._known = as_of if known is None else max(known, as_of)
        self.history = history or History(missing="no-git")
        self._dataset = dataset
        self._conflicts: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in dataset.of("conflicts", Conflict):
            self._conflicts[conflict.record.record].append(conflict.record)
        self._updates: dict[str, list[Update]] = defaultdict(list)
        for update in dataset.of("updates", Update):
            self._updates[update.record.record].append(update.record)
        # Records by themselves, for what names them only.
        self.country_records = _by_id(dataset.of("countries", Country))
        self.sector_records = _by_id(dataset.of("sectors", Sector))
        self.agency_records = _by_id(dataset.of("agencies", Agency))

    @cached_property
    def activities(self) -> dict[str, ActivityItem]:
        partners = {entry.record.id: entry.record for entry in self._dataset.of("partners", Partner)}
        organisations = {entry.record.id: entry.record for entry in self._dataset.of("organisations", Organisation)}
        return {
            entry.record.id: ActivityItem(
                entry.record,
                tuple(partners[name] for name in entry.record.partners),
                tuple(organisations[name] for name in entry.record.organisations),
                self._conflicts_of("activity", entry.record.id),
                entry.place,
            )
            for entry in self._dataset.of("activities", Activity)
        }

    @cached_property
    def cooperation(self) -> dict[str, CooperationItem]:
        return {
            entry.record.id: CooperationItem(
                entry.record,
                tuple(self.country_records[name] for name in entry.record.countries),
                self._sectors_of(entry.record.sectors),
                entry.place,
            )
            for entry in self._dataset.of("cooperation", Cooperation)
        }

    @cached_property
    def organisations(self) -> dict[str, OrganisationItem]:
        done: dict[str, list[ActivityItem]] = defaultdict(list)
        for activity in self.activities.values():
            for organisation in activity.organisations:
                done[organisation.id].append(activity)
        return {
            entry.record.id: OrganisationItem(
                entry.record,
                self.country_records[entry.record.country] if entry.record.country is not None else None,
                self._sectors_of(entry.record.sectors),
                tuple(done[entry.record.id]),
                self._conflicts_of("organisation", entry.record.id),
                entry.place,
            )
            for entry in self._dataset.of("organisations", Organisation)
        }

    @cached_property
    def trade_agreements(self) -> dict[str, TradeAgreementItem]:
        return {
            entry.record.id: TradeAgreementItem(
                entry.record,
                tuple(self.country_records[name] for name in entry.record.countries),
                tuple(self.tasks[name] for name in entry.record.tasks),
                self._conflicts_of("trade-agreement", entry.record.id),
                entry.place,
            )
            for entry in self._dataset.of("trade-agreements", TradeAgreement)
        }

    @cached_property
    def indicators(self) -> dict[str, IndicatorItem]:
        return {
            entry.record.id: IndicatorItem(
                entry.record,
                self._sectors_of(entry.record.sectors),
                self._conflicts_of("indicator", entry.record.id),
                entry.place,
            )
            for entry in self._dataset.of("indicators", Indicator)
        }

    @cached_property
    def indicator_series(self) -> list[list[IndicatorItem]]:
        """Figures of one thing, one unit and one scope, oldest first: only these may be drawn together."""
        series: dict[tuple[str, str, str], list[IndicatorItem]] = defaultdict(list)
        for item in self.indicators.values():
            series[item.record.series, item.record.unit.vi, item.record.scope].append(item)
        return [sorted(items, key=lambda item: item.record.as_of.first_day) for items in series.values()]

    @cached_property
    def conflicts_by_kind(self) -> list[ConflictGroup]:
        """All conflicts with the records that they are about, by kind of record, in the order of the files."""
        groups: dict[str, list[ConflictEntry]] = defaultdict(list)
        for conflict in self.conflicts:
            kind, name, path = self._subject(conflict.record)
            groups[kind].append(ConflictEntry(conflict, name, path))
        return [ConflictGroup(kind, tuple(entries)) for kind, entries in groups.items()]

    def _subject(self, reference: str) -> tuple[str, Text, str]:
        """Kind, name and address of the record that ``kind/id`` names."""
        # Where the records of a kind are, what a reader knows one by, and where it is shown.
        subjects: dict[str, tuple[str, Mapping[str, Any], str, str]] = {
            "partner": ("partners", self.partners, "name", "partners/{id}/"),
            "agency": ("agencies", self.agencies, "name", "agencies/{id}/"),
            "country": ("countries", self.countries, "name", "countries/{id}/"),
            "organisation": ("organisations", self.organisations, "name", "organisations/{id}/"),
            "task": ("tasks", self.tasks, "title", "tasks/{id}/"),
            "document": ("documents", self.documents, "title", "documents/{id}/"),
            "trade-agreement": ("trade-agreements", self.trade_agreements, "name", "trade-agreements/#{id}"),
            "indicator": ("indicators", self.indicators, "label", "indicators/#{id}"),
            "activity": ("activities", self.activities, "text", "activities/#{id}"),
        }
        kind, _, name = reference.partition("/")
        if kind == "agreement":
            return "agreements", self.agreements[name].partner.name, f"agreements/{name}/"
        if kind == "cooperation":
            area = self.cooperation[name]
            return kind, area.record.text, f"countries/{area.countries[0].id}/#{name}"
        plural, items, field, address = subjects[kind]
        return plural, getattr(items[name].record, field), address.format(id=name)

    @cached_property
    def tally(self) -> list[TallyRow]:
        """How many records of each kind there are, and how many citations they carry."""
        return [
            TallyRow(kind, len(entries), sum(citations(entry.record) for entry in entries))
            for kind, entries in self._dataset.entries.items()
            if kind not in {"agreements", "tallies", "updates"}
        ]

    def on(self, day: dt.date) -> Catalogue:
        """The same records as of another day."""
        return self if day == self.as_of else Catalogue(self._dataset, day)

    @cached_property
    def kept_since(self) -> dt.date:
        """The day of the first count of the records: since then the data is kept, before it nobody could report."""
        tallies = self._dataset.of("tallies", Tally)
        return min((entry.record.date.first_day for entry in tallies), default=self.as_of)

    @property
    def updates(self) -> list[Entry[Update]]:
        """What happened since, with its place, in the order of the files."""
        return self._dataset.of("updates", Update)

    @cached_property
    def id_places(self) -> dict[tuple[str, str], FilePlace]:
        """Where each id stands, by kind and id."""
        return {(kind, name): place for kind, name, place in self._dataset.named()}

    @cached_property
    def english_pending(self) -> int:
        """Updates that wait for their English."""
        return sum(update.record.note.en is None for update in self.updates)

    @cached_property
    def glossary(self) -> tuple[GlossaryEntry, ...]:
        return tuple(entry.record for entry in self._dataset.of("glossary", GlossaryEntry))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where the partners lie, with the city and the archipelagos, in the order of the file."""
        return tuple(entry.record for entry in self._dataset.of("places", Place))

    def _conflicts_of(self, kind: str, name: str) -> tuple[Conflict, ...]:
        return tuple(self._conflicts.get(f"{kind}/{name}", ()))

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return tuple(entry.record for entry in self._dataset.of("conflicts", Conflict))

    @cached_property
    def partners(self) -> dict[str, PartnerItem]:
        done: dict[str, list[ActivityItem]] = defaultdict(list)
        for activity in self.activities.values():
            for partner in activity.partners:
                done[partner.id].append(activity)
        items = {}
        for entry in self._dataset.of("partners", Partner):
            partner = entry.record
            agreements = tuple(
                self._agreement(entry, index, agreement) for index, agreement in enumerate(partner.agreements)
            )
            items[partner.id] = PartnerItem(
                partner,
                self.country_records[partner.country],
                tuple(sorted(agreements, key=_by_date)),
                self._sectors_of(
                    [*partner.sectors, *(sector for item in partner.agreements for sector in item.sectors)]
                ),
                tuple(done[partner.id]),
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
            self.country_records[entry.record.country],
            self.agency_records[agreement.signatory],
            expiry(agreement, known),
            *judged(agreement, self.as_of, updates, self._known),
            agreement_changes(agreement, self.as_of, updates),
            updates,
            self._conflicts_of("agreement", agreement.id),
            entry.place_of("agreements", index),
        )

    def _sectors_of(self, ids: Iterable[str]) -> tuple[Sector, ...]:
        return tuple(self.sector_records[name] for name in dict.fromkeys(ids))

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
                tuple(self.agency_records[name] for name in task.lead),
                tuple(self.agency_records[name] for name in task.coordinating),
                tuple(self.country_records[name] for name in task.countries),
                self._sectors_of(task.sectors),
                task_status(task, self.as_of, updates),
                task_changes(task, self.as_of, updates),
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
        cooperation = _by_key(self.cooperation.values(), lambda item: item.record.countries)
        organisations = _by_key(self.organisations.values(), lambda item: (item.record.country or "",))
        agreements = _by_key(self.trade_agreements.values(), lambda item: item.record.countries)
        indicators = _by_key(self.indicators.values(), lambda item: item.record.countries)
        parts: dict[str, list[Country]] = defaultdict(list)
        for country in self.country_records.values():
            if country.part_of is not None:
                parts[country.part_of].append(country)
        return {
            entry.record.id: CountryItem(
                entry.record,
                tuple(partners[entry.record.id]),
                tuple(tasks[entry.record.id]),
                tuple(parts[entry.record.id]),
                self.country_records.get(entry.record.part_of or ""),
                cooperation[entry.record.id],
                organisations[entry.record.id],
                agreements[entry.record.id],
                indicators[entry.record.id],
                self._conflicts_of("country", entry.record.id),
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
        plans = self._dataset.of("plans", Plan)
        groups = _by_key((group for entry in plans for group in entry.record.groups), lambda group: group.sectors)
        tasks_of = _by_key(self.tasks.values(), lambda item: item.record.sectors)
        partners = _by_key(self.partners.values(), lambda item: [sector.id for sector in item.sectors])
        cooperation = _by_key(self.cooperation.values(), lambda item: item.record.sectors)
        activities = _by_key(self.activities.values(), lambda item: item.record.sectors)
        organisations = _by_key(self.organisations.values(), lambda item: item.record.sectors)
        indicators = _by_key(self.indicators.values(), lambda item: item.record.sectors)
        items = {}
        for entry in self._dataset.of("sectors", Sector):
            sector = entry.record
            tasks = tasks_of[sector.id]
            leads = {agency.id: agency for task in tasks for agency in task.lead}
            others = {agency.id: agency for task in tasks for agency in task.coordinating if agency.id not in leads}
            items[sector.id] = SectorItem(
                sector,
                partners[sector.id],
                tasks,
                tuple(leads.values()),
                tuple(others.values()),
                groups[sector.id],
                cooperation[sector.id],
                activities[sector.id],
                organisations[sector.id],
                indicators[sector.id],
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
        tasks = _by_key(self.tasks.values(), lambda item: (item.record.group,))
        items = {}
        for entry in self._dataset.of("plans", Plan):
            for index, group in enumerate(entry.record.groups):
                items[group.id] = GroupItem(
                    group,
                    entry.record,
                    tasks[group.id],
                    self._sectors_of(group.sectors),
                    entry.place_of("groups", index),
                )
        return items

    @cached_property
    def plan_items(self) -> dict[str, PlanItem]:
        return {
            entry.record.id: PlanItem(
                entry.record,
                tuple(self.groups[group.id] for group in entry.record.groups),
                entry.place,
            )
            for entry in self._dataset.of("plans", Plan)
        }

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        """The items of a kind whose records have pages of their own, by id; none for other kinds."""
        kinds: dict[str, Mapping[str, Any]] = {
            "country": self.countries,
            "partner": self.partners,
            "agreement": self.agreements,
            "sector": self.sectors,
            "agency": self.agencies,
            "task": self.tasks,
            "task-group": self.groups,
            "organisation": self.organisations,
            "document": self.documents,
            "plan": self.plan_items,
        }
        return kinds.get(kind, {})

    @cached_property
    def plans(self) -> dict[str, Plan]:
        return _by_id(self._dataset.of("plans", Plan))

    @cached_property
    def documents(self) -> dict[str, DocumentItem]:
        uses: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for kind, entries in self._dataset.entries.items():
            for entry in entries:
                for document in cited(entry.record):
                    uses[document][kind] += 1
        attached = _by_key(
            (entry.record for entry in self._dataset.of("documents", Document)),
            lambda document: (document.attached_to or "",),
        )
        naming = self._naming()
        return {
            entry.record.id: DocumentItem(
                entry.record,
                dict(uses[entry.record.id]),
                naming[entry.record.number or ""],
                attached[entry.record.id],
                self._conflicts_of("document", entry.record.id),
                entry.place,
            )
            for entry in self._dataset.of("documents", Document)
        }

    @cached_property
    def document_records(self) -> dict[str, Document]:
        """The documents by themselves, for what cites them."""
        return {entry.record.id: entry.record for entry in self._dataset.of("documents", Document)}

    def _naming(self) -> dict[str, tuple[TaskItem, ...]]:
        """Tasks by the number of each document that their text names."""
        found: dict[str, tuple[TaskItem, ...]] = defaultdict(tuple)
        numbers = {entry.record.number for entry in self._dataset.of("documents", Document) if entry.record.number}
        texts = {task.id: task.record.summary.vi + task.record.title.vi for task in self.tasks.values()}
        # Most numbers are named by no task, so all texts are first searched for each at once.
        together = "\n".join(texts.values())
        for number in numbers:
            if number in together:
                whole = re.compile(rf"(?<![\w/-]){re.escape(number)}(?![\w/-])")
                found[number] = tuple(self.tasks[name] for name, text in texts.items() if whole.search(text))
        return found

    @cached_property
    def matrix(self) -> list[tuple[CountryItem, list[tuple[Sector, int]]]]:
        """How many areas of cooperation each country has in each sector; countries without any are left out."""
        sectors = [entry.record for entry in self._dataset.of("sectors", Sector)]
        return [
            (
                country,
                [(sector, sum(sector.id in item.record.sectors for item in country.cooperation)) for sector in sectors],
            )
            for country in self.countries.values()
            if country.cooperation
        ]

    @cached_property
    def leading_agencies(self) -> int:
        """How many agencies lead at least one task."""
        return sum(bool(item.leads) for item in self.agencies.values())

    @cached_property
    def agreement_counts(self) -> dict[AgreementStatus, int]:
        found = [item.status for item in self.agreements.values()]
        return {status: found.count(status) for status in AGREEMENT_STATUSES}

    @cached_property
    def agreements_by_year(self) -> list[SigningYear]:
        """How many agreements were signed in each year that has any, oldest first; undated ones last."""
        years: dict[int | None, list[AgreementItem]] = defaultdict(list)
        for item in self.agreements.values():
            years[None if item.record.signed is None else item.record.signed.year].append(item)
        ordered = sorted(years, key=lambda year: (year is None, year))
        return [
            SigningYear(year, len(years[year]), sum(item.status == "in-force" for item in years[year]))
            for year in ordered
        ]

    @cached_property
    def year_ends(self) -> dict[int, YearEnd]:
        """What was in force at the end of each year that is over, by the year, oldest first."""
        return {end.year: end for end in year_ends(self.agreements.values(), self.as_of)}

    @cached_property
    def task_counts(self) -> dict[TaskStatus, int]:
        found = [item.status for item in self.tasks.values()]
        return {status: found.count(status) for status in TASK_STATUSES}

    @cached_property
    def tasks_reported(self) -> int:
        """Tasks that somebody has reported on by ``as_of``; a task past due without a report is not one."""
        return sum(any(update.date.first_day <= self.as_of for update in task.updates) for task in self.tasks.values())

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


def _sources(record: Any) -> Iterator[Source]:
    """Every citation anywhere within a record."""
    if isinstance(record, Source):
        yield record
    elif isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from _sources(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from _sources(item)


def cited(record: Any) -> set[str]:
    """The documents that a record cites, anywhere within it."""
    gazetteer = {record.gazetteer} if isinstance(record, Place) else set()
    return {source.document for source in _sources(record)} | gazetteer


def citations(record: Any) -> int:
    """How many citations a record carries."""
    return sum(1 for _ in _sources(record)) + isinstance(record, Place)


def _by_key(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> Mapping[str, tuple[T, ...]]:
    """The items that carry each key, in their order; nothing for a key that none carries."""
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return defaultdict(tuple, {key: tuple(listed) for key, listed in found.items()})


def _by_id(entries: Iterable[Entry[R]]) -> dict[str, R]:
    return {entry.record.id: entry.record for entry in entries}


def _by_date(item: AgreementItem) -> dt.date:
    """Signing first; an agreement whose signing date no source gives stands where its term would end."""
    date = item.first_known
    return date.first_day if date is not None else dt.date.max
