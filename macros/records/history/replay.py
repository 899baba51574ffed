"""The data replayed commit by commit, with the changes of each commit by kind and id.

Pure: :mod:`macros.records.history.git` reads the commits, :mod:`macros.views.change_log` puts the changes into words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from macros.records.history.changes import Action, Change, FieldChange
from macros.records.history.concerns import subject, touched
from macros.records.history.old_files import Key, Plain
from macros.records.history.renaming import former_ids, merged, renamed, rewritten, told_with_holder
from macros.records.kinds import KINDS

# The order of changes within one commit.
_ORDER: Final = {kind.singular: rank for rank, kind in enumerate(KINDS)}
_KNOWN_BY: Final = {kind.singular: (kind.label, *kind.told_by) for kind in KINDS}


class Replay:
    """The records as they stand after the commits so far."""

    def __init__(self) -> None:
        self._files: dict[str, dict[Key, Plain]] = {}
        self._at: dict[Key, set[str]] = defaultdict(set)
        self._moved: dict[Key, Key] = {}

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
        keys = {key for path, records in readable.items() for key in _touched(self._files.get(path, {}), records)}
        before = {key: record for key in keys if (record := self.get(key)) is not None}
        touched_before = {key: touched(key, record, self.get) for key, record in before.items()}
        self._put(readable)
        after = {key: record for key in keys if (record := self.get(key)) is not None}
        return [*self._changes(commit, moment, before, after, touched_before)]

    def moved(self) -> dict[Key, Key]:
        """Return the keys that records had before and have no longer, each with the key of the record as it stands."""
        present = {key: self.get(key) or {} for key, paths in self._at.items() if paths}
        steps = self._moved | {(key[0], name): key for key, record in present.items() for name in former_ids(record)}
        found = {}
        for former in steps.keys() - present.keys():
            key, passed = former, {former}
            while key in steps and key not in present and steps[key] not in passed:
                key = steps[key]
                passed.add(key)
            if key in present:
                found[former] = key
        return found

    def _changes(
        self,
        commit: str,
        moment: int,
        before: Mapping[Key, Plain],
        after: Mapping[Key, Plain],
        touched_before: Mapping[Key, set[str]],
    ) -> Iterator[Change]:
        renames = renamed(before, after)
        mergers = merged(before, after, renames)
        self._moved |= {old: new for new, old in renames.items()} | mergers
        for key in sorted({*before, *after} - {*renames.values()}, key=lambda key: (_ORDER[key[0]], key[1])):
            former = renames.get(key, key)
            old, new = before.get(former), after.get(key)
            fields = _fields(None if old is None else rewritten(old, renames), new)
            if key in renames or key in mergers.values():
                fields = tuple(field for field in fields if field.field not in {"id", "former_ids"})
            record = new or old or {}
            same = old is not None and new is not None and not fields
            if same and (key not in renames or told_with_holder(key, record, renames)):
                continue
            action = _action(old, new)
            if key in renames or key in mergers:
                action = "renamed" if key in renames else "merged"
            about = mergers.get(key) or subject(key, record)
            touches = touched_before.get(former, set()) | (touched(key, new, self.get) if new else set())
            yield Change(
                commit=commit,
                moment=moment,
                kind=key[0],
                id=key[1],
                action=action,
                about="/".join(about),
                fields=fields,
                touches=tuple(sorted(touches)),
                known_by=self._known_by(key[0], record, before),
                former=former[1] if key in renames else key[1] if key in mergers else None,
            )

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


def _touched(old: Mapping[Key, Plain], new: Mapping[Key, Plain]) -> Iterator[Key]:
    """Yield the keys of records that a file no longer holds as it did, and of those that name ids which they had."""
    for key in old.keys() | new.keys():
        record = new.get(key)
        if old.get(key) != record or (record is not None and "former_ids" in record):
            yield key


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
