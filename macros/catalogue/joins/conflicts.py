"""Conflicts between sources with the records that they are about, ranked by how much depends on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from macros.base.formats import cut
from macros.base.languages import LANGS
from macros.records.kinds import SINGULAR
from macros.records.model import Conflict, Text

# What depends on a conflict, the heaviest first: whether something holds or is late, how many there are, when it was,
# who or what sort it was, and how it reads.
Weight = Literal["status", "count", "date", "body", "wording"]

_FIELDS: Final[Mapping[str, Weight]] = {
    "term": "status",
    "expires": "status",
    "states": "status",
    "due": "status",
    "figures": "count",
    "value": "count",
    "amounts": "count",
    "signed": "date",
    "renewed": "date",
    "announced": "date",
    "date": "date",
    "established": "date",
    "published": "date",
    "lead": "body",
    "coordinating": "body",
    "signatory": "body",
    "signatories": "body",
    "issuer": "body",
    "partner": "body",
    "country": "body",
    "region": "body",
    "kind": "body",
    "instrument": "body",
}


# The most characters of a name in the list.
_LONGEST: Final = 100


@dataclass(frozen=True, kw_only=True)
class ConflictEntry:
    """A conflict with the joined record that it is about, its kind (singular), and the name or text it is known by."""

    conflict: Conflict
    kind: str
    item: Any
    name: Text


@dataclass(frozen=True, kw_only=True)
class ConflictGroup:
    """Conflicts of one weight."""

    weight: Weight
    entries: tuple[ConflictEntry, ...]


def conflicts_by_weight(
    conflicts: Iterable[Conflict], items: Mapping[str, Mapping[str, Any]]
) -> tuple[ConflictGroup, ...]:
    """Group conflicts by their weight, the heaviest first; in the order of the files within it.

    Args:
        conflicts: the conflicts.
        items: the joined records by id, by the singular of their kind.
    """
    groups: dict[Weight, list[ConflictEntry]] = defaultdict(list)
    for conflict in conflicts:
        kind, _, name = conflict.record.partition("/")
        item = items[kind][name]
        entry = ConflictEntry(conflict=conflict, kind=kind, item=item, name=_name(kind, item))
        groups[weight(entry)].append(entry)
    order: tuple[Weight, ...] = get_args(Weight)
    return tuple(ConflictGroup(weight=name, entries=tuple(groups[name])) for name in order if name in groups)


def weight(entry: ConflictEntry) -> Weight:
    """Return what depends on a conflict, by its field; the day of a signing decides where a term runs from it."""
    field = entry.conflict.field
    if entry.kind == "agreement" and field == "signed" and entry.item.record.term.kind == "years":
        return "status"
    return _FIELDS.get(field, "wording")


def _name(kind: str, item: Any) -> Text:
    """The text that readers know a record by: a title; an agreement is known by its partner."""
    text: Text = item.partner.name if kind == "agreement" else getattr(item.record, SINGULAR[kind].label)
    # An activity has a sentence instead of a title.
    return text.model_copy(update={lang: cut(text[lang], _LONGEST).rstrip(".") for lang in LANGS})
