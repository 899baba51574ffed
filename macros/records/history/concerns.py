"""Records that a change concerns besides the one that was changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from macros.records.history.old_files import Key, Plain
from macros.records.kinds import KINDS, REFERENCES, SINGULAR

# The kinds whose records have feeds of all changes that concern them, and the fields that name such records.
_WITH_FEED: Final = frozenset(kind.singular for kind in KINDS if kind.feed)
_TOUCHING: Final = {field: kind.singular for field, kind in REFERENCES.items() if kind.feed}
# The fields that name records which pass on a change to what they name themselves: a partner to its country.
_RELAYING: Final = {field: kind.singular for field, kind in REFERENCES.items() if kind.relays}
# Steps from a change to the records it touches: an update, its agreement, the agreement's partner.
_STEPS: Final = 2


def subject(key: Key, record: Plain) -> Key:
    """Return the record that a record is about: itself, the one that an update or conflict names, a place's partner."""
    kind, name = key
    stated = record.get("record")
    if SINGULAR[kind].about_another and isinstance(stated, str) and "/" in stated:
        of_kind, _, named = stated.partition("/")
        return of_kind, named
    if kind == "place" and "name" not in record:
        return "partner", name
    return key


def touched(key: Key, record: Plain, get: Callable[[Key], Plain | None], steps: int = _STEPS) -> set[str]:
    """Return the records with a feed that a record names, or that the records it is about name, as ``kind/id``.

    Args:
        key: kind and id of the record.
        record: its fields.
        get: returns any other record as it stands, or ``None``.
        steps: the number of records that may lie between.
    """
    kind, name = key
    found = {f"{kind}/{name}"} if kind in _WITH_FEED else set()
    for field, named_kind in _TOUCHING.items():
        found |= {f"{named_kind}/{named}" for named in _names(record.get(field))}
    others = [(_RELAYING[field], named) for field in _RELAYING for named in _names(record.get(field))]
    if (about := subject(key, record)) != key:
        others.append(about)
    for other in others:
        if steps and (named_record := get(other)) is not None:
            found |= touched(other, named_record, get, steps - 1)
    return found


def _names(value: Any) -> list[str]:
    """The ids in a field that holds one or several."""
    return [name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]
