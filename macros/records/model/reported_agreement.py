"""Agreements that are only known to exist: a source reports or announces them, and the partner or year is missing."""

from __future__ import annotations

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.records.model.agreement import Instrument
from macros.records.model.ids import CountryId
from macros.records.model.parts import Identified, Sources, Text
from macros.records.model.scalars import Year


class ReportedAgreement(Identified):
    """An agreement of which a source tells too little for the register, with what it does tell."""

    country: CountryId | None = None
    partner_name: Text | None = None
    year: Year | None = None
    instrument: Instrument | None = None
    note: Text | None = None
    sources: Sources

    @model_validator(mode="after")
    def _with_something_known(self) -> ReportedAgreement:
        if self.country is None and self.partner_name is None and self.year is None:
            raise PydanticCustomError("reported_unknown", "neither country nor partner nor year")
        return self
