"""Records grouped for pages: by year, by country, by issuer."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from macros.base.collation import collation_key
from macros.base.dates import PartialDate
from macros.base.folding import slugify
from macros.base.languages import Lang
from macros.catalogue.items import CooperationItem, DocumentItem
from macros.records.model import Country


def _date(item: Any) -> PartialDate | None:
    date: PartialDate | None = item.record.date
    return date


@dataclass(frozen=True, slots=True)
class Year:
    """A year with what happened in it; ``None`` for what has no date."""

    year: int | None
    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """An area of cooperation, and those of its countries that no area before it names."""

    item: CooperationItem
    first: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer of documents, by name; an empty name for documents that print none."""

    name: str
    anchor: str
    items: tuple[DocumentItem, ...]


def by_year(items: Iterable[Any], date_of: Callable[[Any], PartialDate | None] = _date) -> list[Year]:
    """Return items by year, newest first, and so within a year; undated ones last.

    What is dated to a whole year comes last in it, for it may have been on any day.

    Args:
        items: the items, in the order that decides between those of the same day.
        date_of: the date of an item; that of its record if not given.
    """
    years: dict[int, list[tuple[dt.date, Any]]] = defaultdict(list)
    undated = []
    for item in items:
        date = date_of(item)
        if date is None:
            undated.append(item)
        else:
            years[date.year].append((date.first_day, item))
    groups = [
        Year(year, tuple(item for _, item in sorted(years[year], key=lambda pair: pair[0], reverse=True)))
        for year in sorted(years, reverse=True)
    ]
    return [*groups, Year(None, tuple(undated))] if undated else groups


def areas_once(areas: Iterable[CooperationItem]) -> list[Area]:
    """Return areas of cooperation, each once however many countries it names, priorities before the others."""
    named: set[str] = set()
    found = []
    for item in sorted(areas, key=lambda area: area.record.kind != "priority"):
        found.append(Area(item, tuple(country for country in item.countries if country.id not in named)))
        named |= {country.id for country in item.countries}
    return found


def by_issuer(documents: Iterable[DocumentItem], lang: Lang) -> list[Issuer]:
    """Return documents by issuer in the order of the language's alphabet; those without an issuer last."""
    issuers: dict[str, list[DocumentItem]] = defaultdict(list)
    for item in documents:
        issuers[item.record.issuer[lang] if item.record.issuer is not None else ""].append(item)
    names = sorted(issuers, key=lambda name: (name == "", collation_key(name, lang)))
    return [Issuer(name, slugify(name) or "none", tuple(issuers[name])) for name in names]
