"""Abbreviations with their meaning."""

from __future__ import annotations

from macros.records.model.parts import Identified, Sources, Text
from macros.records.model.scalars import Line


class GlossaryEntry(Identified):
    """An abbreviation with its full form and meaning."""

    abbreviation: Line
    full: Line | None = None
    meaning: Text
    note: Text | None = None
    sources: Sources
