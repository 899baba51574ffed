"""Places on the map."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.records.model.ids import DocumentId
from macros.records.model.parts import Identified, Text
from macros.records.model.scalars import Line, Number

PlaceRole = Literal["partner", "home", "archipelago"]


class Place(Identified):
    """Position on the map. A partner's place has its id; the city itself and the archipelagos have a name instead."""

    role: PlaceRole = "partner"
    name: Text | None = None
    latitude: Annotated[Number, Field(ge=-90, le=90)]
    longitude: Annotated[Number, Field(ge=-180, le=180)]
    gazetteer: DocumentId
    gazetteer_id: Line | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _named(self) -> Place:
        if (self.role == "partner") != (self.name is None):
            raise PydanticCustomError("place_name", "a partner has its own name, anything else needs one")
        return self
