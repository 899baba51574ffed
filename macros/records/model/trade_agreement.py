"""Trade agreements of Vietnam."""

from __future__ import annotations

from macros.records.model.ids import CountryId, TaskId
from macros.records.model.parts import Identified, Sources, Statement, Text
from macros.records.model.scalars import Line


class TradeAgreement(Identified):
    """A trade agreement of Vietnam that the city's documents name for use."""

    name: Text
    abbreviation: Line | None = None
    countries: tuple[CountryId, ...] = ()
    states: tuple[Statement, ...] = ()
    plans: tuple[Statement, ...] = ()
    tasks: tuple[TaskId, ...] = ()
    sources: Sources
