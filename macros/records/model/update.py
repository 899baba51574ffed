"""Updates: events in the life of an agreement or a task."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.records.model.ids import SLUG, AgencyId, AgreementId
from macros.records.model.parts import Identified, Note, Source
from macros.records.model.scalars import Date, Url

# Events by the kind of record that they concern.
EVENTS: Final[dict[str, frozenset[str]]] = {
    "agreement": frozenset({"announced", "signed", "renewed", "extended", "amended", "reviewed", "ended", "replaced"}),
    "task": frozenset({"progress", "due-changed", "reassigned"}),
}
Event = Literal[
    "progress",
    "due-changed",
    "reassigned",
    "announced",
    "signed",
    "renewed",
    "extended",
    "amended",
    "reviewed",
    "ended",
    "replaced",
]
Progress = Literal["not-started", "in-progress", "partly-done", "done", "paused", "dropped"]
# Statuses that nobody understands without the reason.
NEEDING_REASON: Final = frozenset({"partly-done", "paused", "dropped"})
ReviewResult = Literal["continue", "amend", "renew", "end"]
# Fields that only some events have, with those events. A review must have a result.
EVENT_FIELDS: Final[dict[str, frozenset[str]]] = {
    "status": frozenset({"progress"}),
    "reason": frozenset({"progress"}),
    "was": frozenset({"due-changed"}),
    "due": frozenset({"due-changed"}),
    "lead": frozenset({"reassigned"}),
    "until": frozenset({"signed", "renewed", "extended", "amended"}),
    "result": frozenset({"reviewed"}),
    "next": frozenset({"reviewed"}),
    "by": frozenset({"replaced"}),
}


class Update(Identified):
    """Event in the life of an agreement or a task. Updates are added, never edited."""

    record: Annotated[str, StringConstraints(pattern=rf"^({'|'.join(EVENTS)})/{SLUG}$", max_length=100)]
    event: Event
    date: Date
    status: Progress | None = None
    reason: Note | None = None
    was: Date | None = None
    due: Date | None = None
    lead: tuple[AgencyId, ...] = ()
    until: Date | None = None
    result: ReviewResult | None = None
    next: Date | None = None
    by: AgreementId | None = None
    note: Note
    url: Url | None = None
    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Update:
        if self.event not in EVENTS[self.record.partition("/")[0]]:
            raise PydanticCustomError("update_event", "event does not fit the record")
        if self.event == "progress" and self.status is None:
            raise PydanticCustomError("update_status", "progress needs a status")
        misplaced = any(
            getattr(self, name) not in {None, ()} and self.event not in EVENT_FIELDS[name] for name in EVENT_FIELDS
        )
        if misplaced or (self.event == "reviewed" and self.result is None):
            raise PydanticCustomError("event_fields", "a field does not fit the event")
        if self.event == "replaced" and self.by in {None, self.record.partition("/")[2]}:
            raise PydanticCustomError("replaced_by", "by is missing or names the agreement itself")
        return self
