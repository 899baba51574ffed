"""A data set without the nodes that only the check needs."""

from __future__ import annotations

from dataclasses import replace

from macros.records import yaml_source
from macros.records.dataset.entries import Dataset, Entry
from macros.records.kind import Kind
from macros.records.kinds import PLURAL, SINGULAR


def checked(dataset: Dataset) -> Dataset:
    """Return the same records with only those places that pages show: where each record and its id begin.

    Nodes take more memory than the records, and every process of a build would hold them.
    """
    entries = {
        kind: [Entry(entry.record, _beginnings(entry.node, PLURAL[kind])) for entry in found]
        for kind, found in dataset.entries.items()
    }
    return replace(dataset, entries=entries)


def _beginnings(node: yaml_source.Node, kind: Kind) -> yaml_source.Mapping:
    """Return a node with the places where a record and its id begin, and those of the records that belong to it."""
    within: dict[str, yaml_source.Node] = {}
    for key, inner in kind.nested.items():
        if items := yaml_source.items_at(node, key):
            beginnings: list[yaml_source.Node] = [_beginnings(item, SINGULAR[inner]) for item in items]
            within[key] = yaml_source.Sequence(node.place, beginnings)
    if isinstance(node, yaml_source.Mapping) and "id" in node.items:
        within["id"] = yaml_source.Mapping(node.items["id"].place)
    return yaml_source.Mapping(node.place, within)
