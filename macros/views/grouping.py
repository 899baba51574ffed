"""Records grouped for pages: by year, by issuer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.base.collation import collation_key
from macros.base.folding import slugify
from macros.base.languages import Lang
from macros.catalogue.items import CooperationItem, DocumentItem
from macros.records.model import Country


@dataclass(frozen=True, slots=True)
class Year:
    """A year with what happened in it; ``None`` for what has no date."""

    year: int | None
    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class CountryAreas:
    """A country with areas of cooperation; an area of several countries stands at each, ``anchored`` at the first."""

    country: Country
    items: tuple[tuple[CooperationItem, bool], ...]


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer of documents, by name; an empty name for documents that print none."""

    name: str
    anchor: str
    items: tuple[DocumentItem, ...]


def by_year(items: Iterable[Any]) -> list[Year]:
    """Items grouped by their record's year, newest first and within a year by date; undated ones last."""
    years: dict[int | None, list[Any]] = defaultdict(list)
    for item in items:
        date = item.record.date
        years[None if date is None else date.year].append(item)
    dated = sorted((year for year in years if year is not None), reverse=True)
    groups = [Year(year, tuple(sorted(years[year], key=lambda item: item.record.date.first_day))) for year in dated]
    return [*groups, Year(None, tuple(years[None]))] if years[None] else groups


def areas_by_country(areas: Iterable[CooperationItem]) -> list[CountryAreas]:
    """Areas of cooperation by country, in the order in which the countries come."""
    countries: dict[str, tuple[Country, list[tuple[CooperationItem, bool]]]] = {}
    for area in areas:
        for index, country in enumerate(area.countries):
            countries.setdefault(country.id, (country, []))[1].append((area, index == 0))
    return [CountryAreas(country, tuple(items)) for country, items in countries.values()]


def by_issuer(documents: Iterable[DocumentItem], lang: Lang) -> list[Issuer]:
    """Documents grouped by issuer in the order of the language's alphabet; those without an issuer last."""
    issuers: dict[str, list[DocumentItem]] = defaultdict(list)
    for item in documents:
        issuers[item.record.issuer[lang] if item.record.issuer is not None else ""].append(item)
    names = sorted(issuers, key=lambda name: (name == "", collation_key(name, lang)))
    return [Issuer(name, slugify(name) or "none", tuple(issuers[name])) for name in names]
