"""A report in the words of a language, for its Word template: chapters on agreements and on tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from macros.base.dates import PartialDate
from macros.base.formats import balanced, count_text, date_text, day_text, number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.items import TaskItem
from macros.catalogue.standings import StandingRow
from macros.catalogue.task_status import SUPPORTS, Support
from macros.records.model import Update
from macros.views.labels import agreement_title, lead_names, task_words
from macros.views.reports import report as reports
from macros.views.reports.draft import Draft, Entry, Overdue, Row, Section, Silent, Told
from macros.views.reports.report import Progress, Report
from macros.views.reports.sentences import covered, period_text, summary
from macros.views.timeline import Event, horizon

# Who reports to whom: Decision 2887, article 2, clause 1.
ISSUER: Final = "foreign-affairs"
ABOVE: Final = "peoples-committee"
# The most capitals in a line of the letterhead.
_LETTERHEAD: Final = 20


def draft(report: Report, lang: Lang) -> Draft:
    """Return the values of the report; ``en`` is a working translation."""
    return _Words(report, lang).draft()


class _Words:
    """A report with the words of its language."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self._report = report
        self._lang: Lang = lang
        self._t: Mapping[str, Any] = texts(lang)
        self._words: Mapping[str, Any] = self._t["report"]

    def draft(self) -> Draft:
        report, words, lang = self._report, self._words, self._lang
        silent = count_text("tasks", report.silent_tasks, lang)
        return Draft(
            above=self._body(ABOVE),
            issuer=self._body(ISSUER),
            subject=period_text(report.period, lang),
            basis=tuple(self._assigned(issued=True)),
            articles=tuple(self._assigned(issued=False)),
            covers=covered(report, lang),
            date=day_text(report.until, lang),
            site=self._t["site"]["name"],
            summary=tuple(summary(report, lang)),
            agreements=tuple(self._agreements()),
            standings=self._standings(),
            by_plan=self._counted("by_plan", "plan", report.by_plan),
            by_agency=self._counted("by_agency", "lead", report.by_agency),
            apart=words["apart"].format(**self._t["supports"]),
            overdue=tuple(map(self._overdue, report.overdue)),
            progress=tuple(map(self._told, report.progress)),
            imprecise=tuple(map(self._told, report.imprecise_progress)),
            imprecise_why=words["imprecise_why"],
            silent=tuple(self._silent(row) for row in report.silent),
            silent_note=words["silent_note"].format(n=silent),
        )

    def _body(self, agency: str) -> str:
        """The name of a body of the letterhead; a blank to fill in where the data has no such agency."""
        found = self._report.records.agencies.get(agency)
        return "………" if found is None else balanced(found.record.name[self._lang], _LETTERHEAD)

    def _assigned(self, *, issued: bool) -> Iterator[str]:
        """The documents that assigned the tasks, with number and date as the data has them."""
        plans = (row.plan for row in self._report.by_plan if row.plan is not None)
        for name in dict.fromkeys(plan.document for plan in plans):
            record = self._report.records.documents[name].record
            if issued is (record.issuer is None and record.number is None):
                continue
            parts = [record.title[self._lang], *([record.number] if record.number is not None else [])]
            yield ", ".join([*parts, *([self._date(record.dated)] if record.dated is not None else [])])

    # --- agreements ------------------------------------------------------------------------------------------------

    def _agreements(self) -> Iterator[Section]:
        report, words = self._report, self._words
        fields = ("agreements", "country", "date", "event")
        for happened in report.happened:
            note = words["imprecise_why"] if happened.key == "imprecise" else ""
            yield self._section(words[happened.key], fields, self._events(happened.events), note)
        soon = words["expiring"].format(date=day_text(horizon(report.until), self._lang))
        rows = [
            (agreement_title(item, self._lang), item.country.name[self._lang], self._date(item.expires))
            for item in report.expiring
        ]
        yield self._section(soon, ("agreements", "country", "expires"), rows)

    def _events(self, events: Sequence[Event]) -> list[tuple[str, ...]]:
        return [
            (
                agreement_title(event.agreement, self._lang),
                event.agreement.country.name[self._lang],
                self._date(event.date),
                self._event(event),
            )
            for event in events
            if event.agreement is not None
        ]

    def _event(self, event: Event) -> str:
        """The kind of an event, with the result of a review and the words of its source."""
        parts = [self._t["timeline"]["kinds"][event.kind]]
        if (update := event.update) is not None:
            words = self._t["reviews"]
            if update.result is not None:
                parts.append(words["results"][update.result])
            if update.next is not None:
                parts.append(words["next"].format(date=self._date(update.next)))
            parts.append(update.note[self._lang] + self._pending(update))
        return "; ".join(parts)

    # --- tasks -----------------------------------------------------------------------------------------------------

    def _standings(self) -> Section:
        """The count against deadlines: what was shown and what was only said in columns of their own."""
        heads = [self._t["standing"]["column"], *(self._t["supports"][support] for support in SUPPORTS)]
        rows = [
            [
                self._t["standings"][row.standing],
                *(self._number(row.numbers[support]) if support in row.numbers else "–" for support in SUPPORTS),
            ]
            for row in self._report.standings
        ]
        title = self._words["by_status"]
        return Section(title, self._t["standing"]["note"], tuple(heads), tuple(Row(tuple(row)) for row in rows))

    def _counted(self, title: str, head: str, rows: Iterable[reports.Row]) -> Section:
        """The tasks of each plan or agency: all, reported, and by how they stand."""
        heads = (self._t["fields"][head], self._words["total"], self._words["reported"], self._t["standing"]["column"])
        lines = [
            (self._name(row), self._number(len(row.tasks)), self._number(row.reported), self._standing(row))
            for row in rows
        ]
        note = self._words["by_agency_note"] if title == "by_agency" else ""
        return Section(self._words[title], note, heads, tuple(map(Row, lines)))

    def _standing(self, row: reports.Row) -> str:
        """How tasks stand, as far as any do: one cell, for a page has no room for as many columns as there may be."""
        counted = (row.standing(known.standing) for known in self._report.counted)
        return "; ".join(
            f"{self._t['standings'][found.standing]}: {self._apart(found)}" for found in counted if found.total
        )

    def _apart(self, row: StandingRow) -> str:
        """The numbers of a standing by the grounds for it, ``2 / 1 / 0``, never added up; they stay on one line."""
        return "\u00a0/\u00a0".join(self._number(number) for number in row.numbers.values())

    def _overdue(self, task: TaskItem) -> Overdue:
        title = task.record.title[self._lang]
        return Overdue(task.record.number, title, self._leads(task), self._date(task.due))

    def _told(self, told: Progress) -> Told:
        task = told.task
        title = f"{task.record.number}. {task.record.title[self._lang]} ({task.plan.name[self._lang]})"
        return Told(title, self._leads(task), tuple(map(self._entry, told.updates)))

    def _entry(self, update: Update) -> Entry:
        pending = self._pending(update)
        note = f"{update.note[self._lang]}{pending} {update.url or ''}"
        return Entry(f"{self._date(update.date)}, {self._happened(update)}: {note}".strip(), bool(pending))

    def _happened(self, update: Update) -> str:
        """What an update says: the status, with its reason, the new deadline or the new lead."""
        if update.status is not None:
            support: Support = "evidence" if update.url or update.sources else "claim"
            words = task_words(update.status, support, self._lang)
            return words if update.reason is None else f"{words} ({update.reason[self._lang]})"
        words = str(self._t["events"][update.event])
        if update.due is not None:
            before = "" if update.was is None else f"{self._date(update.was)} → "
            return f"{words} ({before}{self._date(update.due)})"
        agencies = self._report.records.agency_records
        return f"{words} ({'; '.join(agencies[name].name[self._lang] for name in update.lead)})"

    def _silent(self, row: reports.Row) -> Silent:
        tasks = tuple(Row((task.record.number, task.record.title[self._lang])) for task in row.tasks)
        return Silent(self._name(row), tasks)

    # --- values ----------------------------------------------------------------------------------------------------

    def _section(self, title: str, fields: Sequence[str], rows: Sequence[tuple[str, ...]], note: str = "") -> Section:
        return Section(title, note, tuple(self._t["fields"][field] for field in fields), tuple(map(Row, rows)))

    def _date(self, date: PartialDate | None) -> str:
        return "–" if date is None else date_text(date, self._lang)

    def _number(self, value: int) -> str:
        return number_text(value, self._lang)

    def _name(self, row: reports.Row) -> str:
        """The name of the plan or agency whose tasks a row counts."""
        named = row.plan or row.agency
        if named is not None:
            return named.name[self._lang]
        return str(self._words["all_relevant" if row.all_relevant else "no_lead"])

    def _leads(self, task: TaskItem) -> str:
        """Who answers for a task, as a cell begins."""
        leads = "; ".join(lead_names(task, self._lang))
        return leads[:1].upper() + leads[1:]

    def _pending(self, update: Update) -> str:
        """A mark where the English of an update is still to come."""
        return f" [{self._words['note_pending']}]" if self._lang == "en" and update.note.en is None else ""
