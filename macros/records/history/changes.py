"""Changes of records, and the history that they make up."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final, Literal

from macros.base.clock import HO_CHI_MINH
from macros.records.history.editions import Edition

# The fields that say which record it is, and not what it holds.
IDENTITY: Final = frozenset({"id", "former_ids"})

Action = Literal["added", "changed", "removed", "renamed", "merged"]
Missing = Literal["no-git", "shallow", "partial", "no-commits"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, as in the file; ``None`` where it was absent."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, kw_only=True)
class Change:
    """The effect of one commit on one record.

    Attributes:
        commit: the hash of the commit.
        moment: the time of the commit in seconds since 1970.
        kind: the kind of the record, in the singular.
        id: its id.
        action: what the commit did to it.
        about: the record that the change concerns, as ``kind/id``: of an update, its agreement or task.
        fields: the fields that differ, of a record that was changed or renamed, but for its ids.
        touches: the records with a feed that the change concerns, as ``kind/id``.
        known_by: the fields that name the record, for when it is no longer there.
        former: the id before, of a record that was renamed; of one that was merged into the record ``about``, its id.
        occurrence: the number of changes alike to it up to it, counted from the oldest.
    """

    commit: str
    moment: int
    kind: str
    id: str
    action: Action
    about: str
    fields: tuple[FieldChange, ...] = ()
    touches: tuple[str, ...] = ()
    known_by: Mapping[str, Any] = field(default_factory=dict)
    former: str | None = None
    occurrence: int = 1

    # Kept, for the log names a change by it wherever it is told.
    @cached_property
    def content(self) -> str:
        """The change itself, by whatever commit it came: what it did to which record, from what to what."""
        fields = json.dumps([[field.field, field.before, field.after] for field in self.fields], sort_keys=True)
        digest = hashlib.sha256(fields.encode("utf-8", "surrogatepass")).hexdigest()[:16] if self.fields else ""
        return f"{self.action}/{self.kind}/{self.id}/{self.former or ''}/{digest}"

    @property
    def key(self) -> str:
        """The name of the change for good: commits are rebased and squashed, what they changed stays."""
        return f"{self.content}/{self.occurrence}"

    def undone(self, record: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return the fields that the record had before the change; ``None`` where it does not fit what the record has.

        Args:
            record: the fields of the record as in the file, without those that say which it is.
        """
        fields = [field for field in self.fields if field.field not in IDENTITY]
        if any(record.get(field.field) != field.after for field in fields):
            return None
        before = {**record, **{field.field: field.before for field in fields}}
        return {name: value for name, value in before.items() if value is not None}

    @property
    def time(self) -> dt.datetime:
        """The time of the commit, in UTC."""
        return dt.datetime.fromtimestamp(self.moment, dt.UTC)

    @property
    def day(self) -> dt.date:
        """The day of the commit in Vietnam."""
        return self.time.astimezone(HO_CHI_MINH).date()

    @property
    def year(self) -> int:
        """The year of the commit in Vietnam."""
        return self.day.year


@dataclass(frozen=True, slots=True)
class State:
    """What a record said from one day on until another.

    Attributes:
        since: the day in Vietnam on which it came to say so, at its end.
        until: the day on which it came to say something else; ``None`` for what it says now.
        fields: its fields, as in the file.
    """

    since: dt.date
    until: dt.date | None
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class History:
    """All changes, newest first. Where ``missing`` is set, the history cannot be read, and there are none.

    ``moved`` has the records that were renamed or merged, by kind and id, each with the kind and id that it has now;
    ``ahead`` the commits that say they were made after the build; ``present`` the fields of the records that changed
    after they were entered, as the last commit has them, by ``kind/id``; ``editions`` those of the data set, newest
    first, which are known without the changes as well.
    """

    changes: tuple[Change, ...] = ()
    missing: Missing | None = None
    moved: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    ahead: tuple[str, ...] = ()
    present: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    editions: tuple[Edition, ...] = ()

    @property
    def complete(self) -> bool:
        return self.missing is None

    def until(self, day: dt.date) -> History:
        """Return the history without what was changed after a day in Vietnam."""
        known = tuple(change for change in self.changes if change.day <= day)
        editions = tuple(edition for edition in self.editions if edition.day <= day)
        if len(known) == len(self.changes) and len(editions) == len(self.editions):
            return self
        present = dict(self.present)
        for change in self.changes[: len(self.changes) - len(known)]:
            key = self._changed(change)
            if key in present and (before := _before(change, present.pop(key))) is not None:
                present[key] = before
        return replace(self, changes=known, present=present, editions=editions)

    def states(self, kind: str, name: str) -> tuple[State, ...]:
        """Return what a record said at different times, newest first; none where it never changed.

        They reach back to the day on which it was entered; where the days of the commits are not in their order, only
        as far as the changes fit each other.
        """
        fields = self.present.get(f"{kind}/{name}")
        found: list[State] = []
        for change in self._of.get(f"{kind}/{name}", ()):
            if fields is None:
                break
            until = found[-1].since if found else None
            if change.day != until:
                found.append(State(change.day, until, fields))
            fields = _before(change, fields)
        return tuple(found) if len(found) > 1 else ()

    def now(self, reference: str) -> str:
        """Return the record that ``kind/id`` is now, as ``kind/id``."""
        kind, _, name = reference.partition("/")
        return "/".join(self.moved.get((kind, name), (kind, name)))

    def of(self, kind: str, name: str) -> tuple[Change, ...]:
        """Return the changes about one record, newest first."""
        return self._about.get(f"{kind}/{name}", ())

    def touching(self, kind: str, name: str) -> tuple[Change, ...]:
        """Return the changes of a record with a feed, and of records that name it, newest first."""
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
        return _index((self.now(change.about), change) for change in self.changes)

    @cached_property
    def _of(self) -> Mapping[str, tuple[Change, ...]]:
        return _index((self._changed(change), change) for change in self.changes if change.action != "merged")

    def _changed(self, change: Change) -> str:
        """The record that was changed, as it is called now."""
        return self.now(f"{change.kind}/{change.id}")

    @cached_property
    def _touching(self) -> Mapping[str, tuple[Change, ...]]:
        return _index(
            (touched, change) for change in self.changes for touched in dict.fromkeys(map(self.now, change.touches))
        )


def _before(change: Change, fields: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The fields of a record before a change of its own; ``None`` where it was not there, or nothing is known."""
    return change.undone(fields) if change.action in {"changed", "renamed"} else None


def _index(pairs: Iterable[tuple[str, Change]]) -> Mapping[str, tuple[Change, ...]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for record, change in pairs:
        found[record].append(change)
    return {record: tuple(changes) for record, changes in found.items()}
