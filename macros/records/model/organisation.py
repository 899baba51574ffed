"""Networks, organisations and bodies that the city works with."""

from __future__ import annotations

from typing import Annotated

from macros.records.model.ids import CountryId, SectorId
from macros.records.model.parts import FormerNames, Identified, Sources, Text
from macros.records.model.scalars import Date, Line
from macros.records.model.vocabulary import Code, ListedIn

OrganisationKind = Annotated[Code, ListedIn("organisation-kinds")]


class Organisation(Identified):
    """A network, organisation or body that the city works with or wants to work with."""

    kind: OrganisationKind
    name: Text
    former_names: FormerNames = ()
    abbreviation: Line | None = None
    aliases: tuple[Line, ...] = ()
    country: CountryId | None = None
    since: Date | None = None
    description: Text
    sectors: tuple[SectorId, ...] = ()
    sources: Sources
