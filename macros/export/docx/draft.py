"""A report while it is being written: the document, the words of its language, and values as readers see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document

from macros.base.dates import PartialDate
from macros.base.formats import date_text, number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.items import TaskItem
from macros.catalogue.task_status import Support
from macros.export.docx.document import add_item, add_paragraph
from macros.export.docx.tables import add_table
from macros.records.model import Update
from macros.views.labels import task_words
from macros.views.reports.report import Report, Row


@dataclass(frozen=True, slots=True)
class Draft:
    """A report with the document that it is written into."""

    report: Report
    lang: Lang
    document: Document

    @property
    def texts(self) -> Mapping[str, Any]:
        """The words of the interface."""
        return texts(self.lang)

    @property
    def words(self) -> Mapping[str, Any]:
        """The words of reports among them."""
        words: Mapping[str, Any] = self.texts["report"]
        return words

    def chapter(self, number: str, key: str) -> None:
        """Begin a chapter, which has a Roman number."""
        self.document.add_heading(f"{number}. {self.words[key].upper()}", 1)

    def section(self, title: str) -> None:
        """Begin a section of a chapter."""
        self.document.add_heading(title, 2)

    def paragraph(self, text: str, *, italic: bool = False, with_next: bool = False) -> None:
        """Add running text."""
        add_paragraph(self.document, text, italic=italic, with_next=with_next)

    def item(self, text: str, lang: str | None = None) -> None:
        """Add a line of a list, in another language where one is given."""
        add_item(self.document, text, lang)

    def table(self, fields: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
        """Add a table with the names of fields as its head; the word for none where it has no rows."""
        if rows:
            add_table(self.document, [self.texts["fields"][field] for field in fields], rows, widths)
        else:
            self.paragraph(self.words["none"])

    def date(self, date: PartialDate | None) -> str:
        """Return a date for readers, a dash where there is none."""
        return "–" if date is None else date_text(date, self.lang)

    def number(self, value: int) -> str:
        """Return a number for readers."""
        return number_text(value, self.lang)

    def name(self, row: Row) -> str:
        """Return the name of the plan or agency whose tasks a row counts."""
        named = row.plan or row.agency
        if named is not None:
            return named.name[self.lang]
        return str(self.words["all_relevant" if row.all_relevant else "no_lead"])

    def leads(self, task: TaskItem) -> str:
        """Return the names of the agencies that lead a task."""
        names = [agency.name[self.lang] for agency in task.lead_today or task.lead]
        if task.record.lead_all_relevant:
            names.append(self.words["all_relevant"])
        return "; ".join(names) or str(self.words["no_lead"])

    def event(self, update: Update) -> str:
        """Return what an update says: the status, with its reason, the new deadline or the new lead."""
        if update.status is not None:
            support: Support = "evidence" if update.url or update.sources else "claim"
            words = task_words(update.status, support, self.lang)
            return words if update.reason is None else f"{words} ({update.reason[self.lang]})"
        words = str(self.texts["events"][update.event])
        if update.due is not None:
            return f"{words} ({'' if update.was is None else self.date(update.was) + ' → '}{self.date(update.due)})"
        names = (self.report.records.agency_records[name].name[self.lang] for name in update.lead)
        return f"{words} ({'; '.join(names)})"

    def pending(self, update: Update) -> str:
        """Return a mark where the English of an update is still to come."""
        return f" [{self.words['note_pending']}]" if self.lang == "en" and update.note.en is None else ""
