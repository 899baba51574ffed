"""A register with its facets, its columns and its rows, ready to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.registers import activities, agreements, documents, partners, tasks
from macros.views.registers.definition import Definition
from macros.views.registers.ranks import ranks

_DEFINITIONS: Final[Mapping[str, Callable[[Catalogue, Lang], Definition]]] = {
    "agreements": agreements.definition,
    "tasks": tasks.definition,
    "partners": partners.definition,
    "documents": documents.definition,
    "activities": activities.definition,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as the browser compares it; each text is a list with spaces between.

    Attributes:
        facets: its answers as ``facet:key``.
        order: its rank in each column, ``-`` where it has no value.
        words: further words that it is found by.
    """

    facets: str
    order: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A table with its facets, its columns that can be sorted (name and label), and its rows by id."""

    name: str
    items: tuple[Any, ...]
    facets: tuple[Facet, ...]
    columns: tuple[tuple[str, str], ...]
    rows: Mapping[str, Row]


def register(name: str, records: Catalogue, lang: Lang) -> Register:
    """Return the register of a kind of record: agreements, tasks, partners, documents or activities.

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
        facets=_facets(definition, keys),
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


def _rows(definition: Definition, keys: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Mapping[str, Row]:
    columns = [ranks(definition.items, value) for value in definition.columns.values()]
    return {
        item.id: Row(
            facets=" ".join(f"{facet}:{key}" for facet, found in keys[item.id].items() for key in found),
            order=" ".join(column.get(item.id, _UNRANKED) for column in columns),
            words=" ".join(dict.fromkeys(definition.words(item))),
        )
        for item in definition.items
    }
