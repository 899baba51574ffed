"""Areas of cooperation that the Scheme names for a country or group of countries (Annex I)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.records.model.ids import CountryId, SectorId
from macros.records.model.parts import Identified, Sources, Text, Title

CooperationKind = Literal["context", "priority", "other", "general"]


class Cooperation(Identified):
    """One aim of the Scheme for cooperation with a country or group of countries (Annex I)."""

    countries: Annotated[tuple[CountryId, ...], Field(min_length=1)]
    kind: CooperationKind
    title: Title | None = None
    text: Text
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    sources: Sources
