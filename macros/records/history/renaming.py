"""Records that a step gave other ids, and records that it merged into others: told as that, not as gone and new."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from macros.records.history.changes import IDENTITY
from macros.records.history.old_files import Key, Plain
from macros.records.kinds import BELONGING, HOLDERS, REFERENCES

Renames = Mapping[Key, Key]


def renamed(before: Mapping[Key, Plain], after: Mapping[Key, Plain]) -> dict[Key, Key]:
    """Return the keys of renamed records with those that they had before.

    A record was renamed where it names the gone one among its ``former_ids``, of several the one that it is most like,
    the others being merged; or where exactly one record of its kind is gone and one is new that differ in nothing but
    their ids and those of other renamed records.
    """
    gone, come = before.keys() - after.keys(), after.keys() - before.keys()
    found: dict[Key, Key] = {}
    for key in sorted(come):
        former = [(key[0], name) for name in former_ids(after[key]) if (key[0], name) in gone - {*found.values()}]
        if former:
            found[key] = max(reversed(former), key=lambda one: _shared(before[one], after[key]))
    while more := _alike(before, after, gone - {*found.values()}, come - found.keys(), found):
        found |= more
    return found


def merged(before: Mapping[Key, Plain], after: Mapping[Key, Plain], renames: Renames) -> dict[Key, Key]:
    """Return the keys of records that are gone with the one that took over the id of each."""
    gone = before.keys() - after.keys() - {*renames.values()}
    return {(key[0], name): key for key in sorted(after) for name in former_ids(after[key]) if (key[0], name) in gone}


def told_with_holder(key: Key, record: Plain, renames: Renames) -> bool:
    """Tell whether a record was renamed only along with the record that it belongs to: its partner, a place's too."""
    if key[0] == "place":
        return ("partner", key[1]) in renames
    holders = (holder.singular for holder in HOLDERS[key[0]] if key[0] in BELONGING)
    return any((holder, record.get(holder)) in renames for holder in holders)


def former_ids(record: Plain) -> list[str]:
    """Return the ids that a record had before, as its file has them."""
    listed = record.get("former_ids")
    return [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []


def rewritten(record: Plain, renames: Renames) -> Plain:
    """Return a record as it would stand in its file if the records that it names had their new ids already."""
    if not renames:
        return record
    now = {old: new for new, old in renames.items()}
    return {field: _rewritten(field, value, now) for field, value in record.items()}


def _rewritten(field: str, value: Any, now: Mapping[Key, Key]) -> Any:
    if isinstance(value, dict):
        return {name: _rewritten(name, part, now) for name, part in value.items()}
    if isinstance(value, list):
        return [_rewritten(field, part, now) for part in value]
    if field == "record" and isinstance(value, str):
        kind, _, name = value.partition("/")
        return "/".join(now.get((kind, name), (kind, name)))
    kind = REFERENCES[field].singular if field in REFERENCES else field if field in BELONGING_TO else ""
    return now.get((kind, value), (kind, value))[1] if kind and isinstance(value, str) else value


# The singulars of kinds that hold others: history has them as fields of what belongs to them.
BELONGING_TO: Final = frozenset(holder.singular for kind in BELONGING for holder in HOLDERS[kind])


def _alike(
    before: Mapping[Key, Plain], after: Mapping[Key, Plain], gone: set[Key], come: set[Key], renames: Renames
) -> dict[Key, Key]:
    """Return the new records that are alike to a gone one and to no other."""
    left: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in gone:
        left[key[0], _content(rewritten(before[key], renames))].append(key)
    right: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in come:
        right[key[0], _content(after[key])].append(key)
    return {new[0]: left[same][0] for same, new in right.items() if len(new) == 1 and len(left.get(same, ())) == 1}


def _shared(before: Plain, after: Plain) -> int:
    """Return the number of fields that two records have alike."""
    return sum(name in after and after[name] == value for name, value in before.items())


def _content(record: Plain) -> str:
    return json.dumps({name: value for name, value in record.items() if name not in IDENTITY}, sort_keys=True)
