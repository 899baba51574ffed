"""Partner localities with their agreements."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.records.model.agreement import Agreement
from macros.records.model.document import Brought
from macros.records.model.identifiers import PartnerIdentifiers
from macros.records.model.ids import AgencyId, CountryId, PartnerId, SectorId
from macros.records.model.parts import FormerNames, Identified, Record, Sources, Text
from macros.records.model.scalars import Date, Line
from macros.records.model.vocabulary import Code, ListedIn


class Alias(Record):
    """Another name of a partner, in one spelling."""

    name: Line
    kind: Literal["former", "variant", "native"]


class Established(Record):
    """Beginning of the relation, to the year or month that a document gives."""

    date: Date
    sources: Sources


class Merged(Record):
    """The merger of a partner into another, which goes on with what it had agreed."""

    partner: PartnerId
    date: Date
    sources: Sources


PartnerKind = Annotated[Code, ListedIn("partner-kinds")]


class Partner(Identified):
    """A partner locality with its agreements."""

    kind: PartnerKind
    country: CountryId
    territory: CountryId | None = None
    name: Text
    former_names: FormerNames = ()
    within: Text | None = None
    aliases: tuple[Alias, ...] = ()
    identifiers: PartnerIdentifiers | None = None
    established: Established | None = None
    merged_into: Merged | None = None
    through: AgencyId | None = None
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    agreements: tuple[Agreement, ...] = ()
    sources: Sources
    documents: Brought = ()
