"""The chapters of a report on tasks: how many there are of each status, what was reported, and what was not."""

from __future__ import annotations

from collections.abc import Iterable

from macros.base.words import count_text
from macros.catalogue.standings import StandingRow
from macros.catalogue.task_status import SUPPORTS
from macros.export.docx.draft import Draft
from macros.export.docx.tables import add_table
from macros.views.reports.report import Progress, Row


def write_tasks(draft: Draft) -> None:
    """Write chapter III: tasks against their deadlines, by plan and by agency, and those overdue."""
    report, words = draft.report, draft.words
    draft.chapter("III", "tasks")
    draft.section(f"1. {words['by_status']}")
    _write_standings(draft)
    draft.paragraph(draft.texts["standing"]["note"])
    draft.section(f"2. {words['by_plan']}")
    _write_rows(draft, "plan", report.by_plan)
    draft.section(f"3. {words['by_agency']}")
    draft.paragraph(words["by_agency_note"])
    _write_rows(draft, "lead", report.by_agency)
    draft.section(f"4. {words['overdue']}")
    overdue = [
        (task.record.number, task.record.title[draft.lang], draft.leads(task), draft.date(task.due))
        for task in report.overdue
    ]
    draft.table(("number", "task", "lead", "due"), overdue, (12, 43, 28, 17))


def write_progress(draft: Draft) -> None:
    """Write chapter IV: the words of every report on a task."""
    report, words = draft.report, draft.words
    draft.chapter("IV", "progress")
    if not report.progress:
        draft.paragraph(words["nothing_reported"])
    _write_entries(draft, report.progress)
    if report.imprecise_progress:
        draft.section(words["imprecise"])
        draft.paragraph(words["imprecise_why"])
        _write_entries(draft, report.imprecise_progress)


def write_silent(draft: Draft) -> None:
    """Write chapter V: the tasks that nobody reported on, by agency."""
    report, words = draft.report, draft.words
    draft.chapter("V", "silent")
    if not report.silent:
        draft.paragraph(words["none"])
        return
    number = count_text("tasks", report.silent_tasks, draft.lang, draft.number(report.silent_tasks))
    draft.paragraph(words["silent_note"].format(n=number))
    rows: list[tuple[str, ...]] = []
    for row in report.silent:
        rows.append((draft.name(row),))
        rows += [(task.record.number, task.record.title[draft.lang]) for task in row.tasks]
    draft.table(("number", "task"), rows, (15, 85))


def _write_standings(draft: Draft) -> None:
    """Write the count against deadlines: what was shown and what was only said in columns of their own."""
    t = draft.texts
    heads = [t["standing"]["column"], *(t["supports"][support] for support in SUPPORTS)]
    lines = [
        [
            t["standings"][row.standing],
            *(draft.number(row.numbers[support]) if support in row.numbers else "–" for support in SUPPORTS),
        ]
        for row in draft.report.standings
    ]
    add_table(draft.document, heads, lines, (43, 19, 19, 19), figures=True)


def _write_rows(draft: Draft, head: str, rows: Iterable[Row]) -> None:
    """Write a table of the tasks of each plan or agency: all, reported, and by how they stand."""
    counted = [row.standing for row in draft.report.counted]
    heads = [draft.texts["fields"][head], draft.words["total"], draft.words["reported"]]
    heads += [draft.texts["standings"][standing] for standing in counted]
    lines = [
        [
            draft.name(row),
            draft.number(len(row.tasks)),
            draft.number(row.reported),
            *(_apart(draft, row.standing(standing)) for standing in counted),
        ]
        for row in rows
    ]
    widths = (36, *(64 // (len(heads) - 1) for _ in heads[1:]))
    add_table(draft.document, heads, lines, widths, figures=True)
    draft.paragraph(draft.words["apart"].format(**draft.texts["supports"]), italic=True)


def _apart(draft: Draft, row: StandingRow) -> str:
    """The numbers of a standing by the grounds for it, ``2 / 1 / 0``, never added up."""
    return " / ".join(draft.number(number) for number in row.numbers.values())


def _write_entries(draft: Draft, entries: Iterable[Progress]) -> None:
    for entry in entries:
        task, lang = entry.task, draft.lang
        draft.section(f"{task.record.number}. {task.record.title[lang]} ({task.plan.name[lang]})")
        draft.paragraph(f"{draft.texts['fields']['lead']}: {draft.leads(task)}.")
        for update in entry.updates:
            pending = draft.pending(update)
            text = f"{draft.date(update.date)}, {draft.event(update)}: {update.note[lang]}{pending} {update.url or ''}"
            draft.item(text.strip(), "vi" if pending else None)
