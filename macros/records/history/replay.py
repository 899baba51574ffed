"""The data replayed commit by commit, with the changes of each commit by kind and id.

Pure: :mod:`macros.records.history.git` reads the commits, :mod:`macros.views.change_log` puts the changes into words.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from macros.records.history.changes import Action, Change, FieldChange
from macros.records.history.concerns import subject, touched
from macros.records.history.old_files import Key, Plain
from macros.records.kinds import KINDS

# The order of changes within one commit.
_ORDER: Final = {kind.singular: rank for rank, kind in enumerate(KINDS)}
_KNOWN_BY: Final = {kind.singular: (kind.label, *kind.told_by) for kind in KINDS}


class Replay:
    """The records as they stand after the commits so far."""

    def __init__(self) -> None:
        self._files: dict[str, dict[Key, Plain]] = {}
        self._at: dict[Key, set[str]] = defaultdict(set)

    def get(self, key: Key) -> Plain | None:
        """Return a record as it stands; where several files hold it, as in the first of them by name."""
        paths = self._at.get(key)
        return self._files[min(paths)][key] if paths else None

    def step(self, commit: str, moment: int, files: Mapping[str, dict[Key, Plain] | None]) -> list[Change]:
        """Apply the files that a commit changed.

        Args:
            commit: its hash.
            moment: its time in seconds since 1970.
            files: each file with its records: none for a deleted file, ``None`` for one that cannot be read, which
                counts as unchanged.

        Returns:
            The changes, sorted by kind and id.
        """
        readable = {path: records for path, records in files.items() if records is not None}
        keys = {key for path, records in readable.items() for key in (*self._files.get(path, ()), *records)}
        before = {key: record for key in keys if (record := self.get(key)) is not None}
        touched_before = {key: touched(key, record, self.get) for key, record in before.items()}
        self._put(readable)
        after = {key: record for key in keys if (record := self.get(key)) is not None}
        renamed = _renamed(before, after)
        changes = []
        for key in sorted(keys - set(renamed.values()), key=lambda key: (_ORDER[key[0]], key[1])):
            former = renamed.get(key, key)
            old, new = before.get(former), after.get(key)
            if old == new:
                continue
            record = new or old or {}
            touches = touched_before.get(former, set()) | (touched(key, new, self.get) if new else set())
            changes.append(
                Change(
                    commit=commit,
                    moment=moment,
                    kind=key[0],
                    id=key[1],
                    action="renamed" if key in renamed else _action(old, new),
                    about="/".join(subject(key, record)),
                    fields=() if key in renamed else _fields(old, new),
                    touches=tuple(sorted(touches)),
                    known_by=self._known_by(key[0], record, before),
                    former=former[1] if key in renamed else None,
                )
            )
        return changes

    def _put(self, files: Mapping[str, dict[Key, Plain]]) -> None:
        for path, records in files.items():
            for key in self._files.pop(path, {}):
                self._at[key].discard(path)
            if records:
                self._files[path] = records
                for key in records:
                    self._at[key].add(path)

    def _known_by(self, kind: str, record: Plain, before: Mapping[Key, Plain]) -> Plain:
        """Return the fields that name a record, and of an agreement the name of its partner."""
        known = {name: record[name] for name in _KNOWN_BY[kind] if name in record}
        if "partner" in record:
            holder = ("partner", str(record["partner"]))
            partner = self.get(holder) or before.get(holder) or {}
            if "name" in partner:
                known["partner_name"] = partner["name"]
        return known


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
    """Return the keys of renamed records with their former keys.

    A record counts as renamed where exactly one record of its kind is gone and one is new that differ in nothing but
    their ids.
    """
    gone: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in before.keys() - after.keys():
        gone[key[0], _content(before[key])].append(key)
    come: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in after.keys() - before.keys():
        come[key[0], _content(after[key])].append(key)
    return {new[0]: gone[same][0] for same, new in come.items() if len(new) == 1 and len(gone.get(same, ())) == 1}


def _content(record: Plain) -> str:
    return json.dumps({name: value for name, value in record.items() if name != "id"}, sort_keys=True)
