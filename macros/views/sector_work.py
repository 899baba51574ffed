"""A sector in short: its leads, the countries that it is sought from, its last activities, its first figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.catalogue.items import ActivityItem, IndicatorItem, SectorItem, TaskItem
from macros.records.model import Agency, Country


@dataclass(frozen=True, slots=True)
class Lead:
    """An agency with the number of a sector's tasks that it leads today, out of all of them."""

    agency: Agency
    tasks: int
    of: int

    @property
    def share(self) -> float:
        """Its part of the sector's tasks, from 0 to 1."""
        return self.tasks / self.of


@dataclass(frozen=True, slots=True)
class Wanted:
    """A country with the number of areas for which the Scheme seeks it."""

    country: Country
    areas: int


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A sector with its tasks that are reported as in progress, at least one."""

    item: SectorItem
    tasks: tuple[TaskItem, ...]


def under_way(items: Iterable[SectorItem]) -> list[UnderWay]:
    """Return the sectors that have tasks in progress, those with most first, then in the order given."""
    found = [UnderWay(item, tuple(task for task in item.tasks if task.status == "in-progress")) for item in items]
    return sorted((one for one in found if one.tasks), key=lambda one: len(one.tasks), reverse=True)


def leads(item: SectorItem) -> list[Lead]:
    """Return the agencies that lead tasks of a sector today, most tasks first, then in the order of the tasks."""
    counts = Counter(agency.id for task in item.tasks for agency in task.lead_today)
    found = [Lead(agency, counts[agency.id], len(item.tasks)) for agency in item.lead_agencies]
    return sorted(found, key=lambda lead: lead.tasks, reverse=True)


def wanted_from(item: SectorItem) -> list[Wanted]:
    """Return the countries for which the Scheme names priorities in a sector.

    Those with most come first; of equals, that with more areas of any kind in the sector, then in the order of the
    Scheme.
    """
    priorities = Counter(country.id for area in item.seeks for country in area.countries)
    areas = Counter(country.id for area in item.cooperation for country in area.countries)
    countries = {country.id: country for area in item.seeks for country in area.countries}
    found = [Wanted(country, priorities[name]) for name, country in countries.items()]
    return sorted(found, key=lambda wanted: (-wanted.areas, -areas[wanted.country.id]))


def recent(activities: Iterable[ActivityItem], number: int) -> list[ActivityItem]:
    """Return the last activities, newest first; those without a date are never among them."""
    dated = [(item.record.date.last_day, item) for item in activities if item.record.date is not None]
    return [item for _, item in sorted(dated, key=lambda pair: pair[0], reverse=True)[:number]]


def headline(figures: Iterable[IndicatorItem], number: int) -> list[IndicatorItem]:
    """Return the figures to show of many: those that data put first on any page, then the newest."""
    newest = sorted(figures, key=lambda item: item.record.as_of.last_day, reverse=True)
    return sorted(newest, key=lambda item: item.record.headline is None)[:number]
