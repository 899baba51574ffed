"""Fields of cooperation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.records.model.parts import FormerNames, Identified, Sources, Text
from macros.records.model.scalars import Count, Headline


class Sector(Identified):
    """A field of cooperation."""

    name: Text
    former_names: FormerNames = ()
    description: Text
    spearhead: Annotated[Count | None, Field(ge=1, le=5)] = None
    headline: Headline | None = None
    sources: Sources
