"""Networks, organisations and bodies that the city works with."""

from __future__ import annotations

from typing import Annotated

from macros.records.model.ids import CountryId, Id, SectorId
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Date, Line
from macros.records.model.vocabulary import Code, ListedIn

OrganisationKind = Annotated[Code, ListedIn("organisation-kinds")]


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
