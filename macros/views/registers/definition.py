"""A register before its rows are made: the questions that it answers, the columns that it is sorted by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

# The key of rows that have no value for a facet, where that is worth finding.
NONE: Final = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetDefinition:
    """A facet before its rows are known.

    Attributes:
        label: its name in the language.
        keys: the keys that an item has.
        labels: the labels of all keys, in reading order.
    """

    label: str
    keys: Callable[[Any], Iterable[str]]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeDefinition:
    """A question for a span of years, before the rows are known.

    Attributes:
        label: its name in the language.
        keys: the years that an item has, as text, by the sort of year (such as first and further signings);
            :data:`NONE` for an item without a date.
        labels: the name of each sort of year; one that has a single sort needs none.
    """

    label: str
    keys: Mapping[str, Callable[[Any], Iterable[str]]]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipDefinition:
    """A view that readers often ask for, offered above the table.

    Attributes:
        text: its name in the language.
        query: the view, as the query of the register's address.
        holds: true for the items that the view shows.
        status: the status that it shows, where it shows one; its number may change on later days.
    """

    text: str
    query: str
    holds: Callable[[Any], bool]
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """The rows of a register, and how they are filtered, sorted and found.

    Attributes:
        items: the joined records, in the order of print.
        chips: the views offered above the table.
        facets: each facet by its name in addresses.
        ranges: each span of years by its name in addresses.
        columns: for each column that can be sorted, the value of an item, or ``None`` where it has none.
        words: the words that an item is found by besides the text shown.
    """

    items: tuple[Any, ...]
    chips: tuple[ChipDefinition, ...]
    facets: Mapping[str, FacetDefinition]
    ranges: Mapping[str, RangeDefinition]
    columns: Mapping[str, Callable[[Any], Any]]
    words: Callable[[Any], Iterable[str]]
