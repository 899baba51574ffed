"""Activities: things done with a partner, with an organisation, in a country, or in the city itself."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.records.model.ids import CountryId, OrganisationId, PartnerId, SectorId
from macros.records.model.parts import Identified, Record, Sources, Text
from macros.records.model.scalars import Date, Flag, Number, Qualifier
from macros.records.model.vocabulary import Code, ListedIn

ActivityKind = Annotated[Code, ListedIn("activity-kinds")]
Currency = Annotated[Code, ListedIn("currencies")]


class Amount(Record):
    """A sum of money as its source gives it."""

    value: Number
    currency: Currency
    qualifier: Qualifier = "exact"


class Activity(Identified):
    """A result of cooperation: one thing done with somebody, in a country, or in the city with no partner named."""

    kind: ActivityKind
    partners: tuple[PartnerId, ...] = ()
    organisations: tuple[OrganisationId, ...] = ()
    countries: tuple[CountryId, ...] = ()
    hosted: Flag = False
    date: Date | None = None
    until: Date | None = None
    also: tuple[Date, ...] = ()
    text: Text
    amounts: tuple[Amount, ...] = ()
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    sources: Sources

    @model_validator(mode="after")
    def _with_somebody(self) -> Activity:
        if not (self.partners or self.organisations or self.countries or self.hosted):
            raise PydanticCustomError("activity_alone", "with nobody, in no country, and not in the city itself")
        return self
