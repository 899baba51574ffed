"""What became of the records: the data compared from commit to commit, by kind and id.

Pure: :mod:`macros.records.history.git` brings the commits, :mod:`macros.views.change_log` puts the changes into words.
Old and broken files are part of every history, so nothing here asks whether a record fits today's model.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias

import yaml

from macros.base.clock import HO_CHI_MINH
from macros.records.kinds import BELONGING, KINDS, REFERENCES, SINGULAR

Action = Literal["added", "changed", "removed", "renamed"]
Missing = Literal["no-git", "shallow", "no-commits"]
Key: TypeAlias = tuple[str, str]
Plain: TypeAlias = dict[str, Any]

# Tallies count records and are none.
REMEMBERED: Final = tuple(kind for kind in KINDS if kind.remembered)
_IN_FILES: Final = {kind.plural: kind.singular for kind in REMEMBERED if kind.stored != "nested"}
_ORDER: Final = {kind.singular: rank for rank, kind in enumerate(REMEMBERED)}
# What a record is known by when it is no longer there.
_KNOWN_BY: Final = {kind.singular: (kind.label, *kind.told_by) for kind in REMEMBERED}
# The kinds whose records have feeds of all changes that concern them, and the fields that name such records.
_WITH_FEED: Final = frozenset(kind.singular for kind in REMEMBERED if kind.feed)
_TOUCHING: Final = {field: kind.singular for field, kind in REFERENCES.items() if kind.feed}
_THROUGH: Final = {field: kind.singular for field, kind in REFERENCES.items() if kind.relays}
# The kinds whose records are about another, which they name as ``record: kind/id``.
_ABOUT_ANOTHER: Final = frozenset(kind.singular for kind in REMEMBERED if "record" in kind.model.model_fields)
_ALIAS: Final = re.compile(rb"(?:^|[\s\[,:{-])\*[\w-]")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, as the file had it; ``None`` where it was absent."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit did to one record.

    ``moment`` is the commit's time in seconds since 1970; ``about`` is the record that it concerns as ``kind/id`` (an
    update concerns its task); ``touches`` are the countries, sectors and agencies concerned, likewise; ``known_by``
    holds what names the record.
    """

    commit: str
    moment: int
    kind: str
    id: str
    action: Action
    about: str
    fields: tuple[FieldChange, ...] = ()
    touches: tuple[str, ...] = ()
    known_by: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    former: str | None = None

    @property
    def time(self) -> dt.datetime:
        """When the commit was made, in UTC."""
        return dt.datetime.fromtimestamp(self.moment, dt.UTC)

    @property
    def year(self) -> int:
        """The year of the commit in Vietnam."""
        return self.time.astimezone(HO_CHI_MINH).year


@dataclass(frozen=True)
class History:
    """All changes, newest first; with ``missing`` set there is no history to tell, and no changes."""

    changes: tuple[Change, ...] = ()
    missing: Missing | None = None

    @property
    def complete(self) -> bool:
        return self.missing is None

    def of(self, kind: str, name: str) -> tuple[Change, ...]:
        """What concerns one record."""
        return self._about.get(f"{kind}/{name}", ())

    def touching(self, kind: str, name: str) -> tuple[Change, ...]:
        """What concerns a country, sector or agency, or a record that names it."""
        return self._touching.get(f"{kind}/{name}", ())

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Change, ...]]:
        """The changes of each year in Vietnam, newest first."""
        found: dict[int, list[Change]] = defaultdict(list)
        for change in self.changes:
            found[change.year].append(change)
        return {year: tuple(found[year]) for year in sorted(found, reverse=True)}

    @cached_property
    def _about(self) -> Mapping[str, tuple[Change, ...]]:
        return _index((change.about, change) for change in self.changes)

    @cached_property
    def _touching(self) -> Mapping[str, tuple[Change, ...]]:
        return _index((touched, change) for change in self.changes for touched in change.touches)


def _index(pairs: Iterable[tuple[str, Change]]) -> Mapping[str, tuple[Change, ...]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for record, change in pairs:
        found[record].append(change)
    return {record: tuple(changes) for record, changes in found.items()}


def kind_of(path: str) -> str | None:
    """The kind of records in ``data/<kind>.yaml`` or ``data/<kind>/<any>.yaml``; ``None`` for other files."""
    parts = path.split("/")
    if parts[0] != "data" or not path.endswith(".yaml") or len(parts) not in {2, 3}:
        return None
    return _IN_FILES.get(parts[1].removesuffix(".yaml") if len(parts) == 2 else parts[1])  # noqa: PLR2004


def parse(content: bytes, kind: str) -> dict[Key, Plain] | None:
    """The records of a file by kind and id, nested ones apart; ``None`` where it cannot be read."""
    try:
        text = content.decode("utf-8-sig")
        if _ALIAS.search(content) and any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, _LOADER)):
            return None  # never valid here, and a few lines of them can stand for more than memory holds
        loaded = yaml.load(text, _LOADER)  # noqa: S506 (the base loader makes texts, lists and mappings only)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, list):
        return None
    return {key: record for item in loaded for key, record in _records(item, kind)}


# Every scalar stays text, as in macros.records.yaml_source; the places of values are not needed, so the parser in C
# does it all.
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _records(item: Any, kind: str) -> Iterator[tuple[Key, Plain]]:
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        return
    within = SINGULAR[kind].within
    yield (kind, item["id"]), {name: value for name, value in item.items() if name not in within}
    for field, inner in within.items():
        nested = item.get(field)
        for child in nested if isinstance(nested, list) else ():
            for key, record in _records(child, inner):
                yield key, {**record, kind: item["id"]} if inner in BELONGING and key[0] == inner else record


class Replay:
    """The records as they stood after the commits so far."""

    def __init__(self) -> None:
        self._files: dict[str, dict[Key, Plain]] = {}
        self._at: dict[Key, set[str]] = defaultdict(set)

    def step(self, commit: str, moment: int, files: Mapping[str, dict[Key, Plain] | None]) -> list[Change]:
        """Take in the files that a commit changed; what that changed, by kind and id.

        Args:
            commit: its hash.
            moment: its time.
            files: each file with the records that it now holds, none for a file that is gone. A file that cannot be
                read is ``None`` and counts as unchanged until it can be.
        """
        readable = {path: records for path, records in files.items() if records is not None}
        keys = {key for path, records in readable.items() for key in (*self._files.get(path, ()), *records)}
        before = {key: record for key in keys if (record := self.get(key)) is not None}
        earlier = {key: self._touches(key, record) for key, record in before.items()}
        for path, records in readable.items():
            for key in self._files.pop(path, {}):
                self._at[key].discard(path)
            if records:
                self._files[path] = records
                for key in records:
                    self._at[key].add(path)
        after = {key: record for key in keys if (record := self.get(key)) is not None}
        renamed = _renamed(before, after)
        changes = []
        for key in sorted(keys, key=lambda key: (_ORDER[key[0]], key[1])):
            old, new = before.get(renamed.get(key, key)), after.get(key)
            if old == new or key in renamed.values():
                continue
            touches = earlier.get(renamed.get(key, key), set()) | (self._touches(key, new) if new else set())
            record = new or old or {}
            changes.append(
                Change(
                    commit,
                    moment,
                    key[0],
                    key[1],
                    "renamed" if key in renamed else _action(old, new),
                    _about(key, record),
                    () if key in renamed else _fields(old, new),
                    tuple(sorted(touches)),
                    self._known_by(key[0], record, before),
                    renamed[key][1] if key in renamed else None,
                )
            )
        return changes

    def _known_by(self, kind: str, record: Plain, before: Mapping[Key, Plain]) -> Plain:
        known = {name: record[name] for name in _KNOWN_BY[kind] if name in record}
        holder = ("partner", str(record.get("partner")))
        partner = self.get(holder) or before.get(holder) or {}
        return known | ({"partner_name": partner["name"]} if "partner" in record and "name" in partner else {})

    def get(self, key: Key) -> Plain | None:
        """A record as it stands; of several files that hold it, the first by name."""
        paths = self._at.get(key)
        return self._files[min(paths)][key] if paths else None

    def _touches(self, key: Key, record: Plain, depth: int = 2) -> set[str]:
        """The countries, sectors and agencies that a record names, or that what it is about names."""
        found = {"/".join(key)} if key[0] in _WITH_FEED else set()
        for field, kind in _TOUCHING.items():
            found |= {f"{kind}/{name}" for name in _names(record.get(field))}
        about = tuple(_about(key, record).split("/", 1))
        others = [(_THROUGH[field], name) for field in _THROUGH for name in _names(record.get(field))]
        for other in [*others, *([(about[0], about[1])] if about != key else [])]:
            if depth and (named := self.get(other)) is not None:
                found |= self._touches(other, named, depth - 1)
        return found


def _action(before: Plain | None, after: Plain | None) -> Action:
    if before is None:
        return "added"
    return "removed" if after is None else "changed"


def _fields(before: Plain | None, after: Plain | None) -> tuple[FieldChange, ...]:
    if before is None or after is None:
        return ()
    names = dict.fromkeys([*before, *after])
    return tuple(
        FieldChange(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    )


def _renamed(before: Mapping[Key, Plain], after: Mapping[Key, Plain]) -> dict[Key, Key]:
    """New keys of records that are what a record under another id was, with that id; only where there is no doubt."""
    gone: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in before.keys() - after.keys():
        gone[key[0], _content(before[key])].append(key)
    come: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in after.keys() - before.keys():
        come[key[0], _content(after[key])].append(key)
    return {new[0]: gone[same][0] for same, new in come.items() if len(new) == 1 and len(gone.get(same, ())) == 1}


def _content(record: Plain) -> str:
    return json.dumps({name: value for name, value in record.items() if name != "id"}, sort_keys=True)


def _about(key: Key, record: Plain) -> str:
    """The record that a record concerns: an update or conflict that which it names, a place its partner."""
    kind, name = key
    stated = record.get("record")
    if kind in _ABOUT_ANOTHER and isinstance(stated, str) and "/" in stated:
        return stated
    if kind == "place" and "name" not in record:
        return f"partner/{name}"
    return f"{kind}/{name}"


def _names(value: Any) -> list[str]:
    """The ids in a field that holds one or several."""
    return [name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]
