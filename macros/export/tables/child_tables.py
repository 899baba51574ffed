"""Child tables: a row for each value of a field that holds several, with the id of the record and a position.

Relations of many to many have a table each; sources, updates and further names of all kinds share one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from macros.base.words import texts
from macros.export.api.fields import Former, Shape, TableName, Words
from macros.export.api.models.events import Event
from macros.export.api.values import FormerName, Source
from macros.export.tables.cells import CellReader, Reading
from macros.export.tables.collected import Collection
from macros.export.tables.columns import Column, Form, column_of, table_of
from macros.export.tables.table import Table
from macros.records.model.references import Refers

_POSITION: Final = Column("position", "position", "position")
_RECORD: Final = (Column("list", "list", "code"), Column("record", "record", "code"))
_NAMES: Final = (*_RECORD, Column("field", "field", "code"), _POSITION, Column("name", "name", "text"))
_FORMER_IDS: Final = (*_RECORD, Column("former_id", "former_ids", "code"))
_PART: Final = Column("part", "part", "text")
_ROLE: Final = (Column("role", "role", "code"), Column("role_name", "role", "name"))
# A table of nothing else only joins the tables that its codes refer to.
_JOINING: Final[frozenset[Form]] = frozenset({"code", "name", "position"})


class ChildTables:
    """The child tables of one language, filled field by field."""

    def __init__(self, reader: CellReader) -> None:
        """Begin without tables; ``reader`` makes the columns of parts."""
        self._reader = reader
        self._found: dict[str, Table] = {}

    def by_name(self) -> list[Table]:
        """Return the tables, sorted by name."""
        return [self._found[name] for name in sorted(self._found)]

    def add(self, owners: Collection, field: str, found: Shape) -> None:
        """Put what records have several of into the table that holds it.

        Args:
            owners: the records.
            field: the field that holds several values.
            found: the shape of the field.
        """
        ref = found.mark(Refers)
        if found.kind is Source:
            part = "record" if field == "sources" else field
            self._sources(owners, [(item.id, part, getattr(item, field)) for item in owners.items])
        elif found.kind is Event:
            self._updates(owners)
        elif found.mark(Former):
            self._former_ids(owners)
        elif ref is not None:
            name = column_of(ref.kind)
            code, named = Column(name, name, "code", table_of(ref.kind)), Column(f"{name}_name", name, "name")
            self._parts(owners, field, found, [Reading(code, str), Reading(named, self._reader.name_of(ref.kind))])
        elif found.kind is str:
            if not found.mark(Words):
                self._names(owners, field)
        else:
            if found.kind is FormerName:
                self._former_names(owners, field)
            else:
                self._parts(owners, field, found, list(self._reader.readings(found.kind)))
            if "sources" in found.kind.model_fields:
                cited = [(item.id, f"{field}.{n}", part.sources) for item, n, part in _numbered(owners, field)]
                self._sources(owners, cited)

    def _parts(self, owners: Collection, field: str, found: Shape, readings: Sequence[Reading]) -> None:
        """Add rows of owner, role where fields share the table, position, and the part's own columns."""
        name = _called(owners, field, found)
        shared = Counter(_called(owners, *other) for other in owners.several())[name] > 1
        kind = owners.kind.singular
        owner = Column(column_of(kind), column_of(kind), "code", table_of(kind))
        own = [_apart(reading.column, owner) for reading in readings]
        columns = (owner, *(_ROLE if shared else ()), _POSITION, *own)
        table = self._table(name, columns, (owner.name, *(("role",) if shared else ()), "position"))
        if all(column.form in _JOINING for column in columns):
            table.joins = tuple(column.to for column in columns if column.to)
        role = (field, texts(self._reader.lang)["data"]["roles"][field]) if shared else ()
        table.rows.add(
            _number(owners, field),
            lambda: (
                (item.id, *role, n, *(reading.get(part) for reading in readings))
                for item, n, part in _numbered(owners, field)
            ),
        )

    def _former_ids(self, owners: Collection) -> None:
        name = table_of(owners.kind.singular)
        self._table("former-ids", _FORMER_IDS, ("list", "former_id")).rows.add(
            _number(owners, "former_ids"),
            lambda: ((name, item.id, former) for item, _, former in _numbered(owners, "former_ids")),
        )

    def _former_names(self, owners: Collection, field: str) -> None:
        name = table_of(owners.kind.singular)
        readings = list(self._reader.readings(FormerName))
        columns = (*_RECORD, _POSITION, *(reading.column for reading in readings))
        self._table("former-names", columns, ("list", "record", "position")).rows.add(
            _number(owners, field),
            lambda: (
                (name, item.id, n, *(reading.get(part) for reading in readings))
                for item, n, part in _numbered(owners, field)
            ),
        )

    def _names(self, owners: Collection, field: str) -> None:
        name = table_of(owners.kind.singular)
        self._table("names", _NAMES, ("list", "record", "field", "position")).rows.add(
            _number(owners, field),
            lambda: ((name, item.id, field, n, text) for item, n, text in _numbered(owners, field)),
        )

    def _sources(self, owners: Collection, cited: Sequence[tuple[str, str, Sequence[Source]]]) -> None:
        """Add sources; each entry of ``cited`` has the id of a record, a part of it, and the part's sources."""
        name = table_of(owners.kind.singular)
        readings = list(self._reader.readings(Source))
        columns = (*_RECORD, _PART, _POSITION, *(reading.column for reading in readings))
        self._table("sources", columns, ("list", "record", "part", "position")).rows.add(
            sum(len(sources) for _, _, sources in cited),
            lambda: (
                (name, owner, part, n, *(reading.get(source) for reading in readings))
                for owner, part, sources in cited
                for n, source in enumerate(sources, 1)
            ),
        )

    def _updates(self, owners: Collection) -> None:
        name = table_of(owners.kind.singular)
        key, *readings = self._reader.readings(Event)
        columns = (key.column, *_RECORD, *(reading.column for reading in readings))
        self._table("updates", columns, ("id",)).rows.add(
            _number(owners, "updates"),
            lambda: (
                (event.id, name, item.id, *(reading.get(event) for reading in readings))
                for item, _, event in _numbered(owners, "updates")
            ),
        )
        cited = [(item.id, f"updates.{n}", event.sources) for item, n, event in _numbered(owners, "updates")]
        self._sources(owners, cited)

    def _table(self, name: str, columns: tuple[Column, ...], key: tuple[str, ...]) -> Table:
        """Return the table of this name, which is begun where there is none yet."""
        return self._found.setdefault(name, Table(name, columns, key))


def _apart(column: Column, owner: Column) -> Column:
    """Return the column of a part; one that names a record of the owner's own kind is told from the owner's."""
    if column.field != owner.field:
        return column
    return replace(column, name=f"to_{column.name}", field=f"to_{column.field}")


def _called(owners: Collection, field: str, found: Shape) -> str:
    """Return the name of the table of a field: ``agreement-sectors``, ``activity-amounts``."""
    own, ref = found.mark(TableName), found.mark(Refers)
    return f"{owners.kind.singular}-{own.name if own else table_of(ref.kind) if ref else field.replace('_', '-')}"


def _number(owners: Collection, field: str) -> int:
    """Return how many values the records have in a field."""
    return sum(len(getattr(item, field)) for item in owners.items)


def _numbered(owners: Collection, field: str) -> Iterator[tuple[Any, int, Any]]:
    """Yield each value of a field with the record that has it and its position there, from 1."""
    for item in owners.items:
        for n, part in enumerate(getattr(item, field), 1):
            yield item, n, part
