"""The model of an event in the life of an agreement or a task."""

from __future__ import annotations

from typing import Annotated

from macros.export.api.fields import Words
from macros.export.api.references import AgencyId, AgreementId
from macros.export.api.values import ApiModel, Moment, Source, Text
from macros.records import model


class Event(ApiModel):
    id: str
    event: Annotated[str, Words("events")]
    date: Moment
    status: Annotated[str | None, Words("task_status")]
    reason: Text | None
    was: Moment | None
    due: Moment | None
    lead: list[AgencyId]
    until: Moment | None
    result: Annotated[model.ReviewResult | None, Words("reviews.results")]
    next: Moment | None
    by: AgreementId | None
    note: Text
    url: str | None
    sources: list[Source]
