"""The model of an event in the life of an agreement or a task."""

from __future__ import annotations

from typing import Annotated

from macros.export.api.fields import Words
from macros.export.api.values import ApiModel, Moment, Text
from macros.records import model


class Event(ApiModel):
    id: str
    event: Annotated[str, Words("events")]
    date: Moment
    status: Annotated[str | None, Words("task_status")]
    until: Moment | None
    result: Annotated[model.ReviewResult | None, Words("reviews.results")]
    next: Moment | None
    note: Text
    url: str | None
