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
class Definition:
    """The rows of a register, and how they are filtered, sorted and found.

    Attributes:
        items: the joined records, in the order of print.
        facets: each facet by its name in addresses.
        columns: for each column that can be sorted, the value of an item, or ``None`` where it has none.
        words: the words that an item is found by besides the text shown.
    """

    items: tuple[Any, ...]
    facets: Mapping[str, FacetDefinition]
    columns: Mapping[str, Callable[[Any], Any]]
    words: Callable[[Any], Iterable[str]]
