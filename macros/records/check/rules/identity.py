"""Rules about what became of a record: other ids before, taken out of use, merged into another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.base.clock import HO_CHI_MINH
from macros.records.check.problem import Place, Problem
from macros.records.check.rules.traversal import Path, every_entry, every_value, problem
from macros.records.dataset import Dataset, Entry
from macros.records.kinds import PLURAL, REFERENCES, SINGULAR
from macros.records.model import Conflict, Identified, Partner, Retired, Update


def former_ids(dataset: Dataset) -> Iterator[Problem]:
    """A former id leads to one record: no record of its kind has it, and no other claims it (design §4)."""
    claimed: dict[tuple[str, str], Place] = {}
    for holder, entry, path, kind, record in _every_record(dataset):
        for index, name in enumerate(record.former_ids):
            step = (*path, "former_ids")
            first = claimed.setdefault((kind, name), entry.place_of(*step, index))
            if name in dataset.ids.get(kind, ()):
                yield problem("former-id-in-use", holder, entry, step, at=(index,), found=name, kind=kind)
            elif first != entry.place_of(*step, index):
                yield problem("former-id-twice", holder, entry, step, at=(index,), found=name, first=str(first))


def retired_referred(dataset: Dataset) -> Iterator[Problem]:
    """A record in use names no retired one, for readers would be led to what no longer counts (design §4)."""
    retired = _retired(dataset)
    if not retired:
        return
    for kind, entry, path, value in every_value(dataset):
        target = REFERENCES.get(str(path[-1])) if path else None
        if target is None or isinstance(value, BaseModel):
            continue
        if entry.record.retired is not None or _within_retired(kind, entry, path):
            continue
        steps: list[tuple[Path, str]] = [((), value)] if isinstance(value, str) else []
        steps = steps or [((index,), item) for index, item in enumerate(value)]
        for at, name in steps:
            if (target.plural, name) in retired:
                yield problem("retired-referred", kind, entry, path, at=at, found=name, kind=target.plural)
    for entry in dataset.of("conflicts", Conflict):
        if entry.record.retired is None and _named(entry.record.record) in retired:
            kind, name = _named(entry.record.record)
            yield problem("retired-referred", "conflicts", entry, ("record",), found=name, kind=kind)


def update_on_retired(dataset: Dataset) -> Iterator[Problem]:
    """Nothing happens to a retired record from the day on that it was retired (design §4)."""
    retired = _retired(dataset)
    for entry in dataset.of("updates", Update):
        update = entry.record
        gone = retired.get(_named(update.record))
        if gone is not None and update.retired is None and update.date.last_day >= gone.date.first_day:
            yield problem(
                "update-on-retired", "updates", entry, ("record",), found=update.record, retired=str(gone.date)
            )


def retired_in_future(dataset: Dataset) -> Iterator[Problem]:
    """A record is retired from when its file says so, so the day cannot lie ahead. Judged by the real date."""
    today = dt.datetime.now(HO_CHI_MINH).date()
    for holder, entry, path, _, record in _every_record(dataset):
        if record.retired is not None and record.retired.date.first_day > today:
            step = (*path, "retired", "date")
            yield problem("retired-in-future", holder, entry, step, found=str(record.retired.date))


def merged_circle(dataset: Dataset) -> Iterator[Problem]:
    """Following mergers leads to a partner that is still there, never back to the first (design §4)."""
    entries = dataset.of("partners", Partner)
    into = {entry.record.id: entry.record.merged_into.partner for entry in entries if entry.record.merged_into}
    for entry in entries:
        seen, name = [entry.record.id], into.get(entry.record.id)
        while name is not None and name not in seen:
            seen.append(name)
            name = into.get(name)
        if name == entry.record.id:
            chain = " → ".join([*seen, name])
            yield problem("merged-circle", "partners", entry, ("merged_into", "partner"), found=chain)


def _every_record(dataset: Dataset) -> Iterator[tuple[str, Entry[Any], Path, str, Identified]]:
    """Yield every record, nested ones too: plural of the kind of its entry, entry, path, plural of its kind, record."""
    for holder, entry in every_entry(dataset):
        yield holder, entry, (), holder, entry.record
        for field, singular in PLURAL[holder].nested.items():
            for index, record in enumerate(getattr(entry.record, field)):
                yield holder, entry, (field, index), SINGULAR[singular].plural, record


def _retired(dataset: Dataset) -> dict[tuple[str, str], Retired]:
    """Return the retired records by the plural of their kind and their id."""
    return {
        (kind, record.id): record.retired
        for _, _, _, kind, record in _every_record(dataset)
        if record.retired is not None
    }


def _within_retired(kind: str, entry: Entry[Any], path: Path) -> bool:
    """Tell whether a path leads into a nested record that is retired."""
    match path:
        case (str(field), int(index), *_) if field in PLURAL[kind].nested:
            return getattr(entry.record, field)[index].retired is not None
    return False


def _named(reference: str) -> tuple[str, str]:
    """Return the plural of the kind and the id of the record that ``kind/id`` names."""
    singular, _, name = reference.partition("/")
    return (SINGULAR[singular].plural if singular in SINGULAR else singular), name
