"""Records and their values one by one, and problems at them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel

from macros.records.check.problem import Problem
from macros.records.dataset import Dataset, Entry
from macros.records.kinds import PLURAL, SINGULAR

# Fields and positions that lead from a record to a value.
Path: TypeAlias = tuple[str | int, ...]


def every_entry(dataset: Dataset) -> Iterator[tuple[str, Entry[Any]]]:
    """Yield every entry with the plural of its kind."""
    for kind, entries in dataset.entries.items():
        for entry in entries:
            yield kind, entry


class Found(NamedTuple):
    """A value inside a record, with the plural of the record's kind and the path from the record to the value."""

    kind: str
    entry: Entry[Any]
    path: Path
    value: Any


# Several rules look at every value in turn; finding them is slow.
@functools.lru_cache(maxsize=1)
def every_value(dataset: Dataset) -> list[Found]:
    """Return every value of every record that is not ``None``; ``every_value.cache_clear()`` frees the memory."""
    return [
        Found(kind, entry, path, value) for kind, entry in every_entry(dataset) for path, value in values(entry.record)
    ]


def values(record: BaseModel) -> Iterator[tuple[Path, Any]]:
    """Yield every value inside a record that is not ``None``, with its path, level by level."""
    level: list[tuple[Path, Any]] = [((), record)]
    while level:
        deeper: list[tuple[Path, Any]] = []
        for path, value in level:
            yield path, value
            # Most values are texts, and asking whether one is a model is slow.
            if isinstance(value, str):
                continue
            if isinstance(value, tuple):
                deeper += [((*path, index), item) for index, item in enumerate(value)]
            elif isinstance(value, BaseModel):
                deeper += [((*path, name), item) for name, item in value.__dict__.items() if item is not None]
        level = deeper


def problem(
    rule: str,
    kind: str,
    entry: Entry[Any],
    path: Path,
    /,
    *,
    at: Path = (),
    found: str = "",
    allowed: str = "",
    **details: str,
) -> Problem:
    """Return a problem with a record.

    Args:
        rule: the rule that is broken.
        kind: the plural of the kind of record.
        entry: the record.
        path: the field that the message names.
        at: further steps from there to the place of the mistake.
        found: the value found.
        allowed: the values allowed.
        details: further values for the message.
    """
    record, field = _named(kind, entry, path)
    place = entry.place_of(*path, *at)
    return Problem(place, rule, record, field, found, allowed, tuple(details.items()))


def _named(kind: str, entry: Entry[Any], path: Path) -> tuple[str, str]:
    """Return the names of a record and a field of it. An agreement is named itself, wherever it is written."""
    match path:
        case (str(field), int(index), *rest) if rest and (inner := PLURAL[kind].nested.get(field)):
            if SINGULAR[inner].stored != "nested":
                return f"{SINGULAR[inner].plural}/{getattr(entry.record, field)[index].id}", _dotted(tuple(rest))
    return f"{kind}/{entry.record.id}", _dotted(path)


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))
