"""Counts of records on a date."""

from __future__ import annotations

from macros.records.model.parts import Identified, Text
from macros.records.model.scalars import Count, Date


class Tally(Identified):
    """Number of records of each kind on a date; a fall by more than a tenth needs a reason."""

    date: Date
    counts: dict[str, Count]
    reason: Text | None = None
