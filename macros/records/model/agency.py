"""Bodies that sign, lead or coordinate."""

from __future__ import annotations

from typing import Literal

from macros.records.model.ids import Id
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Line

AgencyKind = Literal[
    "city-department",
    "government",
    "local-government",
    "central-agency",
    "party",
    "armed-forces",
    "company",
    "association",
    "business",
    "media",
    "university",
    "mass-organisation",
    "former",
]


class Agency(Record):
    """A body that signs, leads or coordinates."""

    id: Id
    kind: AgencyKind
    name: Text
    abbreviations: tuple[Line, ...] = ()
    aliases: tuple[Line, ...] = ()
    sources: Sources
