"""Records in use: all but those that were retired, which count nowhere and are listed nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from macros.records import yaml_source
from macros.records.dataset import Dataset, Entry
from macros.records.kinds import KINDS


def in_use(dataset: Dataset) -> Dataset:
    """Return the records without those that were retired; the same data set where none was.

    Retirement corrects the register and is no event in the life of a record, so it holds for every day. The place of
    a retired partner goes with it.
    """
    if all(record.retired is None for _, record in dataset.records()):
        return dataset
    gone = {entry.record.id for entry in dataset.entries["partners"] if entry.record.retired is not None}
    entries = {
        kind.plural: [_with_nested_in_use(entry, kind.nested) for entry in _in_use(dataset.entries[kind.plural])]
        for kind in KINDS
        if kind.plural in dataset.entries
    }
    entries["places"] = [entry for entry in entries["places"] if entry.record.id not in gone]
    return replace(dataset, entries=entries)


def keep_nested(entry: Entry[Any], field: str, stay: Iterable[int]) -> Entry[Any]:
    """Return an entry with only some of the records that a field of it holds, and their nodes, which have their places.

    Args:
        entry: the record that holds them.
        field: the field.
        stay: the positions of those that are kept.
    """
    held, kept = getattr(entry.record, field), tuple(stay)
    if len(kept) == len(held):
        return entry
    assert isinstance(entry.node, yaml_source.Mapping)
    listed = entry.node.items[field]
    assert isinstance(listed, yaml_source.Sequence)
    nodes = replace(listed, items=[listed.items[index] for index in kept])
    node = replace(entry.node, items={**entry.node.items, field: nodes})
    return Entry(entry.record.model_copy(update={field: tuple(held[index] for index in kept)}), node)


def _in_use(entries: Iterable[Entry[Any]]) -> list[Entry[Any]]:
    return [entry for entry in entries if entry.record.retired is None]


def _with_nested_in_use(entry: Entry[Any], fields: Iterable[str]) -> Entry[Any]:
    for field in fields:
        held = getattr(entry.record, field)
        entry = keep_nested(entry, field, (index for index, record in enumerate(held) if record.retired is None))
    return entry
