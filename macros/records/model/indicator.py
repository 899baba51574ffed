"""Figures about the city."""

from __future__ import annotations

from typing import Literal

from macros.records.model.ids import CountryId, Id, SectorId
from macros.records.model.parts import Identified, Sources, Text
from macros.records.model.scalars import Date, Flag, Headline, Number, Qualifier

# The things that the city counts and this register holds. An agreement of a year was signed within it.
TotalOf = Literal["localities", "countries", "countries-and-territories", "agreements", "agreements-of-year"]


class Indicator(Identified):
    """A figure about the city. Figures of another scope or kind of period are another series."""

    label: Text
    value: Number
    unit: Text
    qualifier: Qualifier = "exact"
    period: Text
    as_of: Date
    scope: Literal["before-merger", "after-merger", "unstated"]
    series: Id
    target: Flag = False
    total_of: TotalOf | None = None
    headline: Headline | None = None
    sectors: tuple[SectorId, ...] = ()
    countries: tuple[CountryId, ...] = ()
    note: Text | None = None
    sources: Sources
