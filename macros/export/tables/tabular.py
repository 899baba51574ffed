"""The API's records as tables: one a list, one for each relation of many to many, and the sources of every record."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import LISTINGS, records
from macros.export.api.models import Event, Group
from macros.export.api.values import Back, Out, Ref, Source
from macros.export.tables.columns import Cell, Column, Form, Reader, Reading, shape
from macros.views.addresses import FOLDERS

# What one row of each list is called, as a column.
SINGULAR: Final = {
    **{folder: kind.replace("-", "_") for kind, folder in FOLDERS.items()},
    "cooperation": "cooperation",
    "places": "place",
}
# Fields that share a table, where a column says the role.
_SHARED: Final = {
    ("tasks", "lead"): "task-agencies",
    ("tasks", "coordinating"): "task-agencies",
    ("trade-agreements", "states"): "trade-agreement-statements",
    ("trade-agreements", "plans"): "trade-agreement-statements",
}
# Tables of what a record has several of, where the field's name would not say it.
_NAMED: Final = {
    ("agreements", "renewed"): "agreement-renewals",
    ("activities", "also"): "activity-dates",
    ("activities", "amounts"): "activity-amounts",
    ("conflicts", "values"): "conflict-values",
}
_GROUPS: Final = "task-groups"


class Rows:
    """Rows that are made when somebody reads them; how many there are is known before."""

    def __init__(self, rows: Sequence[tuple[Cell, ...]] = ()) -> None:
        """Begin with some rows."""
        self._made = list(rows)
        self._pending: list[tuple[int, Callable[[], Iterable[tuple[Cell, ...]]]]] = []

    def add(self, number: int, make: Callable[[], Iterable[tuple[Cell, ...]]]) -> None:
        """Put further rows at the end: so many, made so."""
        self._pending.append((number, make))

    def __len__(self) -> int:
        return len(self._made) + sum(number for number, _ in self._pending)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        while self._pending:
            number, make = self._pending.pop(0)
            made = list(make())
            assert len(made) == number
            self._made += made
        return iter(self._made)


@dataclass(slots=True)
class Table:
    """A table in one language.

    ``joins`` names the tables whose records it relates, where it holds nothing else.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    joins: tuple[str, ...] = ()
    rows: Rows = field(default_factory=Rows)

    def title(self, lang: Lang) -> str:
        """The name for readers."""
        words = texts(lang)
        named = {**words["kinds"], **words["data"]["tables"]}
        return " – ".join(named[name] for name in self.joins or [self.name])


@functools.lru_cache(maxsize=2)
def tables(catalogue: Catalogue, lang: Lang) -> tuple[Table, ...]:
    """Every table in a language: those of the lists by name, then those that belong to them. Kept for all exporters."""
    documents = [item.record for item in catalogue.documents.values()]
    citations = {document.id: (document.short or document.title)[lang] for document in documents}
    return _Tables(records(catalogue), lang, citations).all()


class _Tables:
    """Fills the tables of one language."""

    def __init__(self, lists: Mapping[str, Sequence[Any]], lang: Lang, citations: Mapping[str, str]) -> None:
        groups = [group for plan in lists["plans"] for group in plan.groups]
        self._lists = {**lists, _GROUPS: groups}
        self._kinds: dict[str, type[Out]] = {**{name: LISTINGS[name].kind for name in lists}, _GROUPS: Group}
        names = {
            name: {item.id: str(label[lang]) for item in items if (label := _label(item)) is not None}
            for name, items in self._lists.items()
        }
        self._reader = Reader(lang, names, citations)
        self._plan_of = {group.id: plan for plan in lists["plans"] for group in plan.groups}
        self._found: dict[str, Table] = {}

    def all(self) -> tuple[Table, ...]:
        own = [self._list(name, items) for name, items in self._lists.items()]
        for name, items in self._lists.items():
            for field_name, info in self._kinds[name].model_fields.items():
                if (found := shape(info)).many and not found.mark(Back) and found.kind is not Group:
                    self._belonging(name, items, field_name, found)
        return *own, *(self._found[name] for name in sorted(self._found))

    def _list(self, name: str, items: Sequence[Any]) -> Table:
        readings = list(self._reader.readings(self._kinds[name]))
        if name == _GROUPS:
            readings.insert(
                1, Reading(Column("plan", "plan", "code", "plans"), lambda group: self._plan_of[group.id].id)
            )
        columns, gets = zip(*readings, strict=True)
        table = Table(name, columns, ("id",))
        table.rows.add(len(items), lambda: (tuple(get(item) for get in gets) for item in items))
        return table

    def _belonging(self, name: str, items: Sequence[Any], field_name: str, found: Any) -> None:
        """Put what the records have several of into the table that holds it."""
        ref = found.mark(Ref)
        owner = Column(SINGULAR[name], SINGULAR[name], "code", name)
        if found.kind is Source:
            self._sources(name, [(item.id, "record", item.sources) for item in items])
        elif found.kind is Event:
            self._updates(name, items)
        elif ref is None and found.kind is str:
            self._table("names", (*_RECORD, _FIELD, _POSITION, Column("name", "name", "text")), 4).rows.add(
                sum(len(getattr(item, field_name)) for item in items),
                lambda: (
                    (name, item.id, field_name, n, text) for item in items for n, text in _numbered(item, field_name)
                ),
            )
        elif ref is not None:
            readings = [
                Reading(Column(SINGULAR[ref.to], SINGULAR[ref.to], "code", ref.to), str),
                Reading(Column(f"{SINGULAR[ref.to]}_name", SINGULAR[ref.to], "name"), self._reader.name_in(ref.to)),
            ]
            self._parts(_SHARED.get((name, field_name), _relation(name, ref.to)), owner, readings, items, field_name)
        else:
            readings = list(self._reader.readings(found.kind))
            table = _SHARED.get((name, field_name)) or _NAMED[name, field_name]
            self._parts(table, owner, readings, items, field_name)
            if "sources" in found.kind.model_fields:
                parts = [
                    (item.id, f"{field_name}.{n}", part.sources)
                    for item in items
                    for n, part in _numbered(item, field_name)
                ]
                self._sources(name, parts)

    def _parts(
        self, table: str, owner: Column, readings: Sequence[Reading], items: Sequence[Any], field_name: str
    ) -> None:
        """Rows of owner, role where fields share the table, position, and the part's own columns."""
        shared = table in _SHARED.values()
        role = (Column("role", "role", "code"), Column("role_name", "role", "name")) if shared else ()
        columns = (owner, *role, _POSITION, *(reading.column for reading in readings))
        made = self._table(table, columns, 0)
        made.key = (owner.name, "role", "position") if shared else (owner.name, "position")
        if all(column.form in _JOINING for column in columns):
            made.joins = tuple(column.to for column in columns if column.to)
        named = (field_name, texts(self._reader.lang)["data"]["roles"][field_name]) if shared else ()
        made.rows.add(
            sum(len(getattr(item, field_name)) for item in items),
            lambda: (
                (item.id, *named, n, *(reading.get(part) for reading in readings))
                for item in items
                for n, part in _numbered(item, field_name)
            ),
        )

    def _sources(self, name: str, cited: Sequence[tuple[str, str, Sequence[Source]]]) -> None:
        readings = list(self._reader.readings(Source))
        columns = (*_RECORD, Column("part", "part", "text"), _POSITION, *(reading.column for reading in readings))
        self._table("sources", columns, 4).rows.add(
            sum(len(sources) for _, _, sources in cited),
            lambda: (
                (name, owner, part, n, *(reading.get(source) for reading in readings))
                for owner, part, sources in cited
                for n, source in enumerate(sources, 1)
            ),
        )

    def _updates(self, name: str, items: Sequence[Any]) -> None:
        key, *readings = self._reader.readings(Event)
        columns = (key.column, *_RECORD, *(reading.column for reading in readings))
        self._table("updates", columns, 1).rows.add(
            sum(len(item.updates) for item in items),
            lambda: (
                (event.id, name, item.id, *(reading.get(event) for reading in readings))
                for item in items
                for event in item.updates
            ),
        )

    def _table(self, name: str, columns: tuple[Column, ...], key: int) -> Table:
        """The table of this name; its first columns, so many, are its key."""
        new = Table(name, columns, tuple(column.name for column in columns[:key]))
        return self._found.setdefault(name, new)


_POSITION: Final = Column("position", "position", "position")
_RECORD: Final = (Column("list", "list", "code"), Column("record", "record", "code"))
_FIELD: Final = Column("field", "field", "code")
_JOINING: Final[frozenset[Form]] = frozenset({"code", "name", "position"})


def _label(item: Any) -> Any:
    """What a record is called, in both languages; None for records that have no name."""
    return next((getattr(item, name) for name in ("name", "title") if hasattr(item, name)), None)


def _relation(owner: str, to: str) -> str:
    return f"{SINGULAR[owner].replace('_', '-')}-{to}"


def _numbered(item: Any, field_name: str) -> Iterator[tuple[int, Any]]:
    return enumerate(getattr(item, field_name), 1)
