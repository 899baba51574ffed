"""Points to look at before a meeting: texts at their end, unclear statuses, conflicts, tasks late or not reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from macros.catalogue.items import AgreementItem, CountryItem, PartnerItem, TaskItem
from macros.records.model import Conflict
from macros.views.briefs.facts import Fact, fact
from macros.views.briefs.wording import Wording
from macros.views.labels import agreement_title, label, reported_title
from macros.views.timeline import expiring


def checks(
    wording: Wording, item: CountryItem | PartnerItem, conflicts: Iterable[Conflict], tasks: Sequence[TaskItem]
) -> list[Fact]:
    """Return the points about a record: agreements, tasks, results, conflicts.

    Args:
        wording: the words of a language.
        item: the record, with its agreements and activities.
        conflicts: what sources disagree about, of it and of what belongs to it.
        tasks: the tasks that name it.
    """
    reported = item.reported_agreements if isinstance(item, CountryItem) else ()
    return [
        *([] if item.agreements else [fact(wording.say("check_no_agreement"))]),
        *_agreement_checks(wording, item.agreements),
        *(
            fact(wording.say("check_reported", title=reported_title(found, wording.lang)), found.record.sources)
            for found in reported
        ),
        *_task_checks(wording, tasks),
        *([] if item.activities else [fact(wording.say("check_no_results"))]),
        # The last, for they are the most and are cut first.
        *_conflict_checks(wording, conflicts),
    ]


def _agreement_checks(wording: Wording, agreements: Sequence[AgreementItem]) -> Iterator[Fact]:
    """Yield the agreements that end within a year, then those unclear, then those over."""
    soon = {item.id for item in expiring(agreements, wording.records.as_of)}
    found = [_agreement_check(wording, item, soon=item.id in soon) for item in agreements]
    for rank in range(3):
        yield from (told for told_rank, told in found if told_rank == rank and told is not None)


def _agreement_check(wording: Wording, item: AgreementItem, *, soon: bool) -> tuple[int, Fact | None]:
    """The point about an agreement with its rank, if there is one."""
    title = agreement_title(item, wording.lang)
    if soon and item.expires is not None:
        return 0, fact(wording.say("check_expiring", title=title, date=wording.date(item.expires)))
    if item.status == "announced":
        return 1, fact(wording.say("check_announced", title=title))
    if item.unclear is not None:
        reason = wording.t["in-force"]["reasons"][item.unclear]
        return 1, fact(wording.say("check_unclear", title=title, reason=reason))
    if item.status == "expired" and item.expires is not None:
        return 2, fact(wording.say("check_expired", title=title, date=wording.date(item.expires)))
    return 0, None


def _conflict_checks(wording: Wording, conflicts: Iterable[Conflict]) -> Iterator[Fact]:
    """Yield the values that sources disagree about, with the record that they are of."""
    for conflict in conflicts:
        kind, _, name = conflict.record.partition("/")
        claims = [claim.value for claim in conflict.values]
        values = [value if isinstance(value, str) else value[wording.lang] for value in claims]
        field = wording.t["fields"].get(conflict.field, conflict.field)
        about = f"{label(kind, wording.records.of_kind(kind)[name], wording.lang)}, {field}"
        sources = tuple(source for claim in conflict.values for source in claim.sources)
        yield fact(wording.say("check_conflict", about=about, values=" / ".join(values)), sources)


def _task_checks(wording: Wording, tasks: Sequence[TaskItem]) -> Iterator[Fact]:
    """Yield the tasks overdue, and the number of those that nobody reported on."""
    overdue = [item.record.number for item in tasks if item.status == "overdue"]
    if overdue:
        yield fact(wording.say("check_overdue", numbers=", ".join(overdue)))
    silent = sum(item.standing == "not-reported" for item in tasks)
    if silent:
        yield fact(wording.say("check_silent", n=wording.count("tasks", silent)))
