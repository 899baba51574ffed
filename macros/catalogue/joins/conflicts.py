"""Conflicts between sources with the records that they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.records.kinds import SINGULAR
from macros.records.model import Conflict, Text


@dataclass(frozen=True, kw_only=True)
class ConflictEntry:
    """A conflict with the joined record that it is about, its kind (singular), and the name or text it is known by."""

    conflict: Conflict
    kind: str
    item: Any
    name: Text


@dataclass(frozen=True, kw_only=True)
class ConflictGroup:
    """Conflicts about records of one kind (plural)."""

    kind: str
    entries: tuple[ConflictEntry, ...]


def conflicts_by_kind(conflicts: Iterable[Conflict], items: Mapping[str, Mapping[str, Any]]) -> list[ConflictGroup]:
    """Group conflicts by the kind of record that they are about, in the order of the files.

    Args:
        conflicts: the conflicts.
        items: the joined records by id, by the singular of their kind.
    """
    groups: dict[str, list[ConflictEntry]] = defaultdict(list)
    for conflict in conflicts:
        kind, _, name = conflict.record.partition("/")
        item = items[kind][name]
        groups[kind].append(ConflictEntry(conflict=conflict, kind=kind, item=item, name=_name(kind, item)))
    return [ConflictGroup(kind=SINGULAR[kind].plural, entries=tuple(entries)) for kind, entries in groups.items()]


def _name(kind: str, item: Any) -> Text:
    """The text that readers know a record by; an agreement is known by its partner."""
    text: Text = item.partner.name if kind == "agreement" else getattr(item.record, SINGULAR[kind].label)
    return text
