"""Bodies that sign, lead or coordinate, and what became of those that are no longer there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.records.model.ids import AgencyId, DocumentId
from macros.records.model.parts import FormerNames, Identified, Record, Sources, Text
from macros.records.model.scalars import Date, Line
from macros.records.model.vocabulary import Code, ListedIn

AgencyKind = Annotated[Code, ListedIn("agency-kinds")]


class Successor(Record):
    """The agency that took over, from a day on, by a document. A body that was split has several."""

    agency: AgencyId
    date: Date
    document: DocumentId

    @model_validator(mode="before")
    @classmethod
    def _dated(cls, value: Any) -> Any:
        """Name the rule: without its day nothing says who answered when, so it is more than a field left out."""
        if isinstance(value, Mapping) and "date" not in value:
            raise PydanticCustomError("successor_date", "a successor needs a date")
        return value


class Ending(Record):
    """The end of an agency that nobody succeeds."""

    date: Date
    document: DocumentId


class Agency(Identified):
    """A body that signs, leads or coordinates."""

    kind: AgencyKind
    name: Text
    former_names: FormerNames = ()
    abbreviations: tuple[Line, ...] = ()
    aliases: tuple[Line, ...] = ()
    successors: tuple[Successor, ...] = ()
    ended: Ending | None = None
    sources: Sources

    @model_validator(mode="after")
    def _one_end(self) -> Agency:
        if self.successors and self.ended is not None:
            raise PydanticCustomError("agency_end", "ended with successors")
        return self
