"""Identifiers that others know a record by: those of Wikidata, of GeoNames, and of ISO 3166-2."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from macros.records.model.parts import Record

WIKIDATA: Final = r"^Q[1-9][0-9]{0,9}$"
GEONAMES: Final = r"^[1-9][0-9]{0,9}$"
SUBDIVISION: Final = r"^[A-Z]{2}-[A-Z0-9]{1,3}$"

Wikidata = Annotated[str, StringConstraints(pattern=WIKIDATA)]
GeoNames = Annotated[
    str,
    StringConstraints(pattern=GEONAMES),
    WithJsonSchema({"type": ["string", "integer"], "pattern": GEONAMES}),  # editors read what is typed as a number
]
Subdivision = Annotated[str, StringConstraints(pattern=SUBDIVISION)]


class _Known(Record):
    """Base of identifiers, of which one at least is known."""

    @model_validator(mode="after")
    def _any(self) -> _Known:
        if all(value is None for value in self.__dict__.values()):
            raise PydanticCustomError("no_identifier", "no identifier")
        return self


class CountryIdentifiers(_Known):
    """Identifiers of a country besides its id, which is that of ISO 3166-1."""

    wikidata: Wikidata | None = None


class PartnerIdentifiers(_Known):
    """Identifiers of a partner; ``iso_3166_2_in`` is the first-level unit that it is or lies in."""

    wikidata: Wikidata | None = None
    geonames: GeoNames | None = None
    iso_3166_2_in: Subdivision | None = None
