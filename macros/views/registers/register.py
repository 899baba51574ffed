"""A register with its facets, its columns and its rows, ready to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.registers import activities, agreements, documents, indicators, partners, tasks
from macros.views.registers.definition import NONE, Definition
from macros.views.registers.ranks import ranks

_DEFINITIONS: Final[Mapping[str, Callable[[Catalogue, Lang], Definition]]] = {
    "agreements": agreements.definition,
    "tasks": tasks.definition,
    "partners": partners.definition,
    "documents": documents.definition,
    "activities": activities.definition,
    "indicators": indicators.definition,
}
# In the place of a rank where a row has no value.
_UNRANKED: Final = "-"


@dataclass(frozen=True, slots=True)
class Option:
    """A value that rows can be filtered by, and how many have it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A question with its possible answers; only those that some row has."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class YearRange:
    """A question for a span of years: the first and last year that a row has, and how many rows have no date.

    Attributes:
        name: its name in addresses.
        label: its name in the language.
        sorts: the sorts of year (key and label), by which each row's years are marked.
        first: the earliest year of a row.
        last: the latest.
        undated: the number of rows without a date.
    """

    name: str
    label: str
    sorts: tuple[tuple[str, str], ...]
    first: int
    last: int
    undated: int


@dataclass(frozen=True, slots=True)
class Chip:
    """A view that is offered above the table, with the number of its rows (see :class:`ChipDefinition`)."""

    text: str
    query: str
    count: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as the browser compares it; each text is a list with spaces between.

    Attributes:
        facets: its answers as ``facet:key``.
        years: its years as ``range.sort:year``, ``none`` where it has no date.
        order: its rank in each column, ``-`` where it has no value.
        words: further words that it is found by.
    """

    facets: str
    years: str
    order: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A table with the views offered, its questions, its columns to sort by (name and label), and its rows by id."""

    name: str
    items: tuple[Any, ...]
    chips: tuple[Chip, ...]
    facets: tuple[Facet, ...]
    ranges: tuple[YearRange, ...]
    columns: tuple[tuple[str, str], ...]
    rows: Mapping[str, Row]


def register(name: str, records: Catalogue, lang: Lang) -> Register:
    """Return the register of a kind of record: agreements, tasks, partners, documents, activities or figures.

    Raises:
        KeyError: there is no such register.
    """
    definition = _DEFINITIONS[name](records, lang)
    keys = {
        item.id: {facet: tuple(dict.fromkeys(asked.keys(item))) for facet, asked in definition.facets.items()}
        for item in definition.items
    }
    labels = texts(lang)["fields"]
    return Register(
        name=name,
        items=definition.items,
        chips=_chips(definition),
        facets=_facets(definition, keys),
        ranges=_ranges(definition),
        columns=tuple((column, labels[column]) for column in definition.columns),
        rows=_rows(definition, keys),
    )


def _facets(definition: Definition, keys: Mapping[str, Mapping[str, tuple[str, ...]]]) -> tuple[Facet, ...]:
    """The facets that some row has an answer for."""
    facets = []
    for name, facet in definition.facets.items():
        counts = Counter(key for of_item in keys.values() for key in of_item[name])
        options = tuple(Option(key, label, counts[key]) for key, label in facet.labels.items() if counts[key])
        facets.append(Facet(name, facet.label, options))
    return tuple(facet for facet in facets if facet.options)


def _chips(definition: Definition) -> tuple[Chip, ...]:
    """The views that have any rows, but not all."""
    chips = []
    for chip in definition.chips:
        count = sum(chip.holds(item) for item in definition.items)
        if 0 < count < len(definition.items):
            chips.append(Chip(chip.text, chip.query, count, chip.status))
    return tuple(chips)


def _ranges(definition: Definition) -> tuple[YearRange, ...]:
    """The spans of years that some row has a date for."""
    ranges = []
    for name, asked in definition.ranges.items():
        found = [[key for keys in asked.keys.values() for key in keys(item)] for item in definition.items]
        years = [int(key) for of_item in found for key in of_item if key != NONE]
        if years:
            undated = sum(NONE in of_item for of_item in found)
            sorts = tuple((sort, asked.labels.get(sort, "")) for sort in asked.keys)
            ranges.append(YearRange(name, asked.label, sorts, min(years), max(years), undated))
    return tuple(ranges)


def _years(definition: Definition, item: Any) -> str:
    """The years of a row, each with its range and sort."""
    return " ".join(
        f"{name}.{sort}:{key}"
        for name, asked in definition.ranges.items()
        for sort, keys in asked.keys.items()
        for key in dict.fromkeys(keys(item))
    )


def _rows(definition: Definition, keys: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Mapping[str, Row]:
    columns = [ranks(definition.items, value) for value in definition.columns.values()]
    return {
        item.id: Row(
            facets=" ".join(f"{facet}:{key}" for facet, found in keys[item.id].items() for key in found),
            years=_years(definition, item),
            order=" ".join(column.get(item.id, _UNRANKED) for column in columns),
            words=" ".join(dict.fromkeys(definition.words(item))),
        )
        for item in definition.items
    }
