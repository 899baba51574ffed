"""Records with their places, by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from macros.records import yaml_source
from macros.records.check.problem import Place
from macros.records.kinds import HOLDERS, IN_FILES, KINDS, PLURAL, SINGULAR
from macros.records.model import Identified, Record

R = TypeVar("R", bound=Record)

# The kinds whose files may hold records of a kind: itself, and the kinds within whose records they may stand.
_IN_FILES_OF: Final = {
    kind.plural: {holder.plural for holder in HOLDERS[kind.singular]} | ({kind.plural} & IN_FILES.keys())
    for kind in KINDS
}


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record with the node that it was read from, which knows its place."""

    record: R
    node: yaml_source.Node

    @property
    def place(self) -> Place:
        """The place where the record begins."""
        return self.node.place

    def place_of(self, *path: str | int) -> Place:
        """Return the place of a value; of a missing one, that of the nearest value around it."""
        return yaml_source.place_of(self.node, path)


@dataclass(slots=True, eq=False, weakref_slot=True)
class Dataset:
    """All records that fit their model.

    One mistake must not make every reference to what it hides an error too, so the set also knows what it lacks.

    Attributes:
        entries: the records by the plural of their kind.
        ids: the ids by the plural of their kind, those of records that do not fit their model included.
        unread: the kinds, in the plural, with a file that could not be read.
    """

    entries: dict[str, list[Entry[Any]]] = field(default_factory=lambda: {kind: [] for kind in IN_FILES})
    ids: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in IN_FILES})
    unread: set[str] = field(default_factory=set)

    def of(self, kind: str, model: type[R]) -> list[Entry[R]]:
        """Return the entries of a kind, typed."""
        assert IN_FILES[kind] is model
        return self.entries[kind]

    def lacks(self, kind: str, wanted: str) -> bool:
        """Return whether there is certainly no record of a kind (in the plural) with this id."""
        return wanted not in self.ids.get(kind, set()) and not _IN_FILES_OF.get(kind, set()) & self.unread

    def records(self) -> Iterator[tuple[str, Identified]]:
        """Yield the plural of the kind and the record of every record, nested ones included."""
        for kind, entries in self.entries.items():
            nested = [(key, SINGULAR[inner].plural) for key, inner in PLURAL[kind].nested.items()]
            for entry in entries:
                yield kind, entry.record
                for key, inner in nested:
                    yield from ((inner, record) for record in getattr(entry.record, key))

    def named(self) -> Iterator[tuple[str, str, Place]]:
        """Yield the plural of the kind, the id and the place of every record, nested ones included."""
        for kind, entries in self.entries.items():
            nested = [(key, SINGULAR[inner].plural) for key, inner in PLURAL[kind].nested.items()]
            for entry in entries:
                yield kind, entry.record.id, entry.place_of("id")
                for key, inner in nested:
                    for index, record in enumerate(getattr(entry.record, key)):
                        yield inner, record.id, entry.place_of(key, index, "id")
