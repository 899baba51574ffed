"""Partner localities with their agreements."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.records.model.agreement import Agreement
from macros.records.model.document import Brought
from macros.records.model.ids import CountryId, Id, SectorId
from macros.records.model.parts import Record, Sources, Text
from macros.records.model.scalars import Date, Line
from macros.records.model.vocabulary import Code, ListedIn


class Alias(Record):
    """Another name of a partner."""

    name: Line
    kind: Literal["former", "variant"]


class Established(Record):
    """Beginning of the relation, to the year or month that a document gives."""

    date: Date
    sources: Sources


PartnerKind = Annotated[Code, ListedIn("partner-kinds")]


class Partner(Record):
    """A partner locality with its agreements."""

    id: Id
    kind: PartnerKind
    country: CountryId
    territory: CountryId | None = None
    name: Text
    within: Text | None = None
    aliases: tuple[Alias, ...] = ()
    established: Established | None = None
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    agreements: tuple[Agreement, ...] = ()
    sources: Sources
    documents: Brought = ()
