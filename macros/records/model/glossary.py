"""Abbreviations with their meaning."""

from __future__ import annotations

from macros.records.model.ids import Id
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Line


class GlossaryEntry(Record):
    """An abbreviation with its full form and meaning."""

    id: Id
    abbreviation: Line
    full: Line | None = None
    meaning: Text
    note: Text | None = None
    sources: Sources
