"""Records of kinds that are joined with nothing but their conflicts."""

from __future__ import annotations

from macros.catalogue.items import RecordItem
from macros.catalogue.lookups import Lookups
from macros.records.kind import Kind


def alone(lookups: Lookups, kind: Kind) -> dict[str, RecordItem]:
    """Return the records of a kind by id, each with its place and its conflicts."""
    return {
        entry.record.id: RecordItem(
            record=entry.record,
            conflicts=lookups.conflicts_of(kind.singular, entry.record.id),
            place=entry.place,
        )
        for entry in lookups.dataset.entries.get(kind.plural, ())
    }
