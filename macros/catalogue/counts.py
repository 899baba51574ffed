"""Numbers that follow from joined records: by kind, status, year, region and sector."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from macros.catalogue.citations import citations
from macros.catalogue.items import AgencyItem, AgreementItem, CountryItem, PartnerItem, TaskItem
from macros.catalogue.status import AGREEMENT_STATUSES, AgreementStatus
from macros.catalogue.task_status import TASK_STATUSES, TaskStatus
from macros.records.dataset import Dataset
from macros.records.kinds import PLURAL
from macros.records.model import Region, Sector


@dataclass(frozen=True, kw_only=True)
class TallyRow:
    """A kind of record (plural) with its number of records and of citations."""

    kind: str
    records: int
    sources: int


@dataclass(frozen=True, kw_only=True)
class SigningYear:
    """A year with the number of agreements signed in it, and of those in force; ``None`` where no source dates them."""

    year: int | None
    signed: int
    in_force: int


def tally(dataset: Dataset) -> list[TallyRow]:
    """Count the records of each kind that is published and has a file, and the citations that they carry."""
    return [
        TallyRow(
            kind=kind,
            records=len(entries),
            sources=sum(citations(entry.record) for entry in entries),
        )
        for kind, entries in dataset.entries.items()
        if PLURAL[kind].published and PLURAL[kind].stored == "file"
    ]


def agreement_counts(agreements: Iterable[AgreementItem]) -> dict[AgreementStatus, int]:
    """Count agreements by status."""
    found = [item.status for item in agreements]
    return {status: found.count(status) for status in AGREEMENT_STATUSES}


def task_counts(tasks: Iterable[TaskItem]) -> dict[TaskStatus, int]:
    """Count tasks by status."""
    found = [item.status for item in tasks]
    return {status: found.count(status) for status in TASK_STATUSES}


def tasks_reported(tasks: Iterable[TaskItem]) -> int:
    """Count the tasks that somebody has reported on; one past due without a report does not count."""
    return sum(task.support != "none" for task in tasks)


def agreements_by_year(agreements: Iterable[AgreementItem]) -> list[SigningYear]:
    """Count agreements by the year of their signing, oldest first; those that no source dates come last."""
    years: dict[int | None, list[AgreementItem]] = defaultdict(list)
    for item in agreements:
        years[None if item.record.signed is None else item.record.signed.year].append(item)
    return [
        SigningYear(
            year=year,
            signed=len(years[year]),
            in_force=sum(item.status == "in-force" for item in years[year]),
        )
        for year in sorted(years, key=lambda year: (year is None, year))
    ]


def leading_agencies(agencies: Iterable[AgencyItem]) -> int:
    """Count the agencies that lead at least one task on the catalogue's day."""
    return sum(bool(item.leads_today) for item in agencies)


def partners_by_region(partners: Iterable[PartnerItem], regions: Iterable[Region]) -> dict[Region, int]:
    """Count partners by region; a partner in a territory counts once, with its country."""
    found = [partner.country.region for partner in partners]
    return {region: found.count(region) for region in regions if region in found}


def matrix(
    countries: Iterable[CountryItem], sectors: Iterable[Sector]
) -> list[tuple[CountryItem, list[tuple[Sector, int]]]]:
    """Count the areas of cooperation of each country in each sector; countries without any are left out."""
    listed = tuple(sectors)
    return [
        (
            country,
            [(sector, sum(sector.id in item.record.sectors for item in country.cooperation)) for sector in listed],
        )
        for country in countries
        if country.cooperation
    ]
