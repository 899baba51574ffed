"""Countries and special territories."""

from __future__ import annotations

from typing import Annotated

from macros.records.model.identifiers import CountryIdentifiers
from macros.records.model.ids import CountryCode, CountryId
from macros.records.model.parts import FormerNames, Identified, Sources, Text
from macros.records.model.scalars import Line
from macros.records.model.vocabulary import Code, ListedIn

Region = Annotated[Code, ListedIn("regions")]


class Country(Identified):
    """A country or special territory; the id is ISO 3166-1 alpha-2 in lower case."""

    id: CountryCode
    name: Text
    former_names: FormerNames = ()
    aliases: tuple[Line, ...] = ()
    identifiers: CountryIdentifiers | None = None
    region: Region
    part_of: CountryId | None = None
    sources: Sources
