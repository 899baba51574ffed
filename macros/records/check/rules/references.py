"""Rules about references to other records."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.records.check.messages import REFERENCE_EXAMPLE
from macros.records.check.problem import MAX_REPORTED, Problem, shorten
from macros.records.check.rules.traversal import Path, every_value, problem
from macros.records.dataset import Dataset, Entry
from macros.records.kind import Kind
from macros.records.kinds import DISPUTED, HOLDERS, REFERENCES, SINGULAR
from macros.records.model import Conflict, Place, Update


def references(dataset: Dataset) -> Iterator[Problem]:
    """Every id that a record names belongs to a record, and stands once in a list."""
    near = _NearIds(dataset)
    for kind, entry, path, value in every_value(dataset):
        target = REFERENCES.get(str(path[-1])) if path else None
        if target is None or isinstance(value, BaseModel):
            continue
        steps: list[tuple[Path, str]] = [((), value)]
        if not isinstance(value, str):
            steps = [((index,), item) for index, item in enumerate(value)]
        seen: set[str] = set()
        for at, wanted in steps:
            if dataset.lacks(target.plural, wanted):
                yield _unknown(near, kind, entry, (*path, *at), target, wanted)
            if wanted in seen:
                yield problem("repeated-reference", kind, entry, path, at=at, found=wanted)
            seen.add(wanted)


def record_references(dataset: Dataset) -> Iterator[Problem]:
    """``record: kind/id`` in a conflict or update names a record that exists, of a kind that it can be about."""
    near = _NearIds(dataset)
    pointing: list[tuple[str, Entry[Any]]] = [("conflicts", entry) for entry in dataset.of("conflicts", Conflict)]
    pointing += [("updates", entry) for entry in dataset.of("updates", Update)]
    for kind, entry in pointing:
        stated = entry.record.record
        singular, _, wanted = stated.partition("/")
        path: Path = ("record",)
        if kind == "conflicts" and singular not in DISPUTED:
            yield problem("record-reference", kind, entry, path, found=shorten(stated), allowed=REFERENCE_EXAMPLE)
        elif dataset.lacks(SINGULAR[singular].plural, wanted):
            yield _unknown(near, kind, entry, path, SINGULAR[singular], wanted)


def place_partner(dataset: Dataset) -> Iterator[Problem]:
    """A place on the map has the id of a partner, or states another role."""
    near = _NearIds(dataset)
    for entry in dataset.of("places", Place):
        name = entry.record.id
        if entry.record.role == "partner" and dataset.lacks("partners", name):
            allowed = ", ".join(near.to(name, "partners", most=3))
            yield problem("place-partner", "places", entry, ("id",), found=name, allowed=allowed)


def _unknown(near: _NearIds, kind: str, entry: Entry[Any], path: Path, target: Kind, wanted: str) -> Problem:
    close = near.to(wanted, target.plural, most=1)
    holder = target if target.stored == "file" else HOLDERS[target.singular][0]
    return problem(
        "unknown-reference",
        kind,
        entry,
        path,
        found=wanted,
        kind=target.plural,
        hint_vi=f" Có phải “{close[0]}”?" if close else "",
        hint_en=f" Did you mean “{close[0]}”?" if close else "",
        file=holder.files,
    )


class _NearIds:
    """Ids that are spelled like one that does not exist, for the first mistakes, which people read: it is slow."""

    def __init__(self, dataset: Dataset) -> None:
        self._ids = dataset.ids
        self._asked = 0

    def to(self, wanted: str, kind: str, *, most: int) -> list[str]:
        """Return up to ``most`` ids of a kind, the closest first."""
        self._asked += 1
        if self._asked > MAX_REPORTED:
            return []
        return difflib.get_close_matches(wanted, sorted(self._ids.get(kind, set())), n=most)
