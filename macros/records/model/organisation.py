"""Networks, organisations and bodies that the city works with."""

from __future__ import annotations

from typing import Literal

from macros.records.model.ids import CountryId, Id, SectorId
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Date, Line

OrganisationKind = Literal[
    "network",
    "international-organisation",
    "development-agency",
    "programme",
    "diplomatic-mission",
    "office-abroad",
    "friendship-body",
    "business-association",
    "foundation",
    "ngo",
    "university",
    "company",
]


class Organisation(Record):
    """A network, organisation or body that the city works with or wants to work with."""

    id: Id
    kind: OrganisationKind
    name: Text
    abbreviation: Line | None = None
    aliases: tuple[Line, ...] = ()
    country: CountryId | None = None
    since: Date | None = None
    description: Text
    sectors: tuple[SectorId, ...] = ()
    sources: Sources
