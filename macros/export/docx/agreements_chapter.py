"""The chapter of a report on agreements: signed, renewed, reviewed, ended, and ending soon."""

from __future__ import annotations

from collections.abc import Sequence

from macros.export.docx.draft import Draft
from macros.views.labels import agreement_title
from macros.views.reports.sentences import day_text
from macros.views.timeline import Event, horizon


def write_agreements(draft: Draft) -> None:
    """Write chapter II."""
    draft.chapter("II", "agreements")
    report, words = draft.report, draft.words
    lists = {"signed": report.signed, "renewed": report.renewed, "reviewed": report.reviewed, "ended": report.ended}
    # Kinds of event that most periods do not have.
    rare = {"announced": report.announced, "imprecise": report.imprecise}
    lists |= {key: events for key, events in rare.items() if events}
    for number, (key, events) in enumerate(lists.items(), start=1):
        draft.section(f"{number}. {words[key]}")
        if key == "imprecise":
            draft.paragraph(words["imprecise_why"])
        _write_events(draft, events)
    soon = words["expiring"].format(date=day_text(horizon(report.until), draft.lang))
    draft.section(f"{len(lists) + 1}. {soon}")
    _write_expiring(draft)


def _write_events(draft: Draft, events: Sequence[Event]) -> None:
    rows = [
        (
            agreement_title(event.agreement, draft.lang),
            event.agreement.country.name[draft.lang],
            draft.date(event.date),
            _event_text(draft, event),
        )
        for event in events
        if event.agreement is not None
    ]
    draft.table(("agreements", "country", "date", "event"), rows, (32, 16, 17, 35))


def _write_expiring(draft: Draft) -> None:
    rows = [
        (agreement_title(item, draft.lang), item.country.name[draft.lang], draft.date(item.expires))
        for item in draft.report.expiring
    ]
    draft.table(("agreements", "country", "expires"), rows, (55, 20, 25))


def _event_text(draft: Draft, event: Event) -> str:
    """Return the kind of an event, with the result of a review and the words of its source."""
    parts = [draft.texts["timeline"]["kinds"][event.kind]]
    if (update := event.update) is not None:
        words = draft.texts["reviews"]
        if update.result is not None:
            parts.append(words["results"][update.result])
        if update.next is not None:
            parts.append(words["next"].format(date=draft.date(update.next)))
        parts.append(update.note[draft.lang] + draft.pending(update))
    return "; ".join(parts)
