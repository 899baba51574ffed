"""A report as a document that the plan's lead completes, numbers and signs.

Says what :mod:`macros.views.reports.counts` computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import Lang
from macros.base.words import count_text, texts
from macros.catalogue.items import TaskItem
from macros.export.docx.administrative import AdministrativeDocument, Foot, Head
from macros.records.model import Update
from macros.views.labels import agreement_title
from macros.views.reports.report import Progress, Report, Row
from macros.views.reports.sentences import covered, day_text, period_text, summary
from macros.views.timeline import Event, horizon

# Who reports to whom: Decision 2887, article 2, clause 1.
ISSUER: Final = "foreign-affairs"
ABOVE: Final = "peoples-committee"


def report_document(report: Report, lang: Lang) -> bytes:
    """The report as a .docx file; ``en`` is a working translation."""
    return _Writer(report, lang).written()


class _Writer:
    def __init__(self, report: Report, lang: Lang) -> None:
        self._report = report
        self._lang: Lang = lang
        self._t = texts(lang)
        self._words = self._t["report"]
        title = self._words["file_title"].format(period=period_text(report.period, lang))
        self._document = AdministrativeDocument(title, self._t["site"]["name"], report.until, lang)

    def written(self) -> bytes:
        self._head()
        self._basis()
        self._chapter("I", "summary")
        for sentence in summary(self._report, self._lang):
            self._document.item(sentence)
        self._agreements()
        self._tasks()
        self._progress()
        self._silent()
        self._foot()
        return self._document.content()

    def _chapter(self, number: str, key: str) -> None:
        self._document.heading(f"{number}. {self._words[key].upper()}")

    def _head(self) -> None:
        words = self._words["document"]
        agencies = self._report.records.agencies
        self._document.head(
            Head(
                above=agencies[ABOVE].record.name[self._lang],
                issuer=agencies[ISSUER].record.name[self._lang],
                motto=words["motto"],
                motto_words=words["motto_words"],
                number=words["number"],
                place_date=words["place_date"],
                kind=words["kind"],
                subject=words["subject"].format(period=period_text(self._report.period, self._lang)),
                translation=words["translation"],
            )
        )

    def _basis(self) -> None:
        """Which documents assigned the tasks, with number and date as the data has them."""
        self._document.paragraph(self._words["document"]["basis"])
        listed = dict.fromkeys(row.plan.document for row in self._report.by_plan if row.plan is not None)
        for name in listed:
            record = self._report.records.documents[name].record
            parts = [record.title[self._lang]]
            if record.number is not None:
                parts.append(record.number)
            if record.date is not None:
                parts.append(date_text(record.date, self._lang))
            self._document.item(", ".join(parts) + ".")
        self._document.paragraph(covered(self._report, self._lang))

    def _agreements(self) -> None:
        self._chapter("II", "agreements")
        report = self._report
        lists = {"signed": report.signed, "renewed": report.renewed, "reviewed": report.reviewed, "ended": report.ended}
        if report.imprecise:
            lists["imprecise"] = report.imprecise
        for number, (key, events) in enumerate(lists.items(), start=1):
            self._document.heading(f"{number}. {self._words[key]}", 2)
            if key == "imprecise":
                self._document.paragraph(self._words["imprecise_why"])
            self._events(events)
        soon = self._words["expiring"].format(date=day_text(horizon(report.until), self._lang))
        self._document.heading(f"{len(lists) + 1}. {soon}", 2)
        self._table(
            ("agreements", "country", "expires"),
            [
                (agreement_title(item, self._lang), item.country.name[self._lang], self._date(item.expires))
                for item in report.expiring
            ],
            (55, 20, 25),
        )

    def _events(self, events: Sequence[Event]) -> None:
        rows = [
            (
                agreement_title(event.agreement, self._lang),
                event.agreement.country.name[self._lang],
                self._date(event.date),
                self._what(event),
            )
            for event in events
            if event.agreement is not None
        ]
        self._table(("agreements", "country", "date", "event"), rows, (32, 16, 17, 35))

    def _what(self, event: Event) -> str:
        """What happened, with the result of a review and the words of the report."""
        parts = [self._t["timeline"]["kinds"][event.kind]]
        if (update := event.update) is not None:
            if update.result is not None:
                parts.append(self._t["reviews"]["results"][update.result])
            if update.next is not None:
                parts.append(self._t["reviews"]["next"].format(date=self._date(update.next)))
            parts.append(update.note[self._lang] + self._pending(update))
        return "; ".join(parts)

    def _pending(self, update: Update) -> str:
        """A mark where the English of a report is still to come."""
        return f" [{self._words['note_pending']}]" if self._lang == "en" and update.note.en is None else ""

    def _tasks(self) -> None:
        self._chapter("III", "tasks")
        self._document.heading(f"1. {self._words['by_status']}", 2)
        statuses = self._t["task_status"]
        self._document.bars([(statuses[key], value, self._number(value)) for key, value in self._report.by_status])
        self._document.heading(f"2. {self._words['by_plan']}", 2)
        self._rows("plan", self._report.by_plan)
        self._document.heading(f"3. {self._words['by_agency']}", 2)
        self._document.paragraph(self._words["by_agency_note"])
        self._rows("lead", self._report.by_agency)
        self._document.heading(f"4. {self._words['overdue']}", 2)
        self._table(
            ("number", "task", "lead", "due"),
            [
                (task.record.number, task.record.title[self._lang], self._leads(task), self._date(task.record.due))
                for task in self._report.overdue
            ],
            (12, 43, 28, 17),
        )

    def _rows(self, head: str, rows: Iterable[Row]) -> None:
        statuses = self._report.statuses
        heads = [self._t["fields"][head], self._words["total"], self._words["reported"]]
        heads += [self._t["task_status"][status] for status in statuses]
        lines = [
            [
                self._name(row),
                self._number(len(row.tasks)),
                self._number(row.reported),
                *(self._number(row.number(status)) for status in statuses),
            ]
            for row in rows
        ]
        self._document.table(heads, lines, (36, *(64 // (len(heads) - 1) for _ in heads[1:])), figures=True)

    def _progress(self) -> None:
        self._chapter("IV", "progress")
        if not self._report.progress:
            self._document.paragraph(self._words["nothing_reported"])
        self._progress_of(self._report.progress)
        if self._report.imprecise_progress:
            self._document.heading(self._words["imprecise"], 2)
            self._document.paragraph(self._words["imprecise_why"])
            self._progress_of(self._report.imprecise_progress)

    def _progress_of(self, entries: Iterable[Progress]) -> None:
        for entry in entries:
            task = entry.task
            head = f"{task.record.number}. {task.record.title[self._lang]} ({task.plan.name[self._lang]})"
            self._document.heading(head, 2)
            self._document.paragraph(f"{self._t['fields']['lead']}: {self._leads(task)}.")
            for update in entry.updates:
                pending = self._pending(update)
                status = self._t["task_status"][update.status]
                text = f"{self._date(update.date)}, {status}: {update.note[self._lang]}{pending} {update.url or ''}"
                self._document.item(text.strip(), "vi" if pending else None)

    def _silent(self) -> None:
        self._chapter("V", "silent")
        report = self._report
        if not report.silent:
            self._document.paragraph(self._words["none"])
            return
        number = count_text("tasks", report.silent_tasks, self._lang, self._number(report.silent_tasks))
        self._document.paragraph(self._words["silent_note"].format(n=number))
        rows: list[tuple[str, ...]] = []
        for row in report.silent:
            rows.append((self._name(row),))
            rows += [(task.record.number, task.record.title[self._lang]) for task in row.tasks]
        self._table(("number", "task"), rows, (15, 85))

    def _foot(self) -> None:
        words = self._words["document"]
        site = self._t["site"]["name"]
        source = words["source"].format(site=site, date=day_text(self._report.until, self._lang))
        self._document.paragraph(source, italic=True, with_next=True)
        listed = (words["recipient"], words["recipient"], words["archive"])
        self._document.foot(Foot(words["recipients"], listed, words["signatory"], words["signature"], words["name"]))

    def _table(self, fields: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
        if rows:
            self._document.table([self._t["fields"][field] for field in fields], rows, widths)
        else:
            self._document.paragraph(self._words["none"])

    def _name(self, row: Row) -> str:
        named = row.plan or row.agency
        if named is not None:
            return named.name[self._lang]
        return str(self._words["all_relevant" if row.all_relevant else "no_lead"])

    def _leads(self, task: TaskItem) -> str:
        names = [agency.name[self._lang] for agency in task.lead]
        if task.record.lead_all_relevant:
            names.append(self._words["all_relevant"])
        return "; ".join(names) or str(self._words["no_lead"])

    def _date(self, date: PartialDate | None) -> str:
        return "–" if date is None else date_text(date, self._lang)

    def _number(self, value: int) -> str:
        return number_text(value, self._lang)
