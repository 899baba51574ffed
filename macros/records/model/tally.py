"""Counts of records on a date."""

from __future__ import annotations

from macros.records.model.ids import Id
from macros.records.model.parts import Record, Text
from macros.records.model.scalars import Count, Date


class Tally(Record):
    """Number of records of each kind on a date; a fall by more than a tenth needs a reason."""

    id: Id
    date: Date
    counts: dict[str, Count]
    reason: Text | None = None
