"""Coverage of the data: for each question, the number of records that have an answer."""

from __future__ import annotations

from dataclasses import dataclass

from macros.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Coverage:
    """A question about the data, with the number of records that it is asked of and of those that have an answer."""

    key: str
    known: int
    total: int

    @property
    def percent(self) -> int:
        return round(100 * self.known / self.total) if self.total else 100


def coverage(records: Catalogue) -> list[Coverage]:
    """Return the questions of the data quality page; keys name their sentences in the interface."""
    agreements = [item.record for item in records.agreements.values()]
    tasks = list(records.tasks.values())
    partners = list(records.partners.values())
    activities = [item.record for item in records.activities.values()]
    documents = [item.record for item in records.documents.values()]
    updates = [update for task in tasks for update in task.updates]
    updates += [update for item in records.agreements.values() for update in item.updates]
    to_the_day = [a for a in agreements if a.signed is not None and a.signed.precision == "day"]
    return [
        Coverage("agreement_signed", sum(a.signed is not None for a in agreements), len(agreements)),
        Coverage("agreement_day", len(to_the_day), len(agreements)),
        Coverage("agreement_term", sum(a.term.kind != "unstated" for a in agreements), len(agreements)),
        Coverage("partner_since", sum(p.since is not None for p in partners), len(partners)),
        Coverage("partner_activities", sum(bool(p.activities) for p in partners), len(partners)),
        Coverage("task_lead", sum(t.lead_named for t in tasks), len(tasks)),
        Coverage("task_due", sum(t.record.due is not None for t in tasks), len(tasks)),
        Coverage("task_reported", sum(bool(t.updates) for t in tasks), len(tasks)),
        Coverage("activity_date", sum(a.date is not None for a in activities), len(activities)),
        Coverage("document_number", sum(d.number is not None for d in documents), len(documents)),
        Coverage("document_date", sum(d.date is not None for d in documents), len(documents)),
        Coverage("update_english", sum(u.note.en is not None for u in updates), len(updates)),
    ]
