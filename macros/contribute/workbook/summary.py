"""Summary of an import for the terminal: Vietnamese first, then English."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.base.dates import PartialDate
from macros.base.formats import count_text, date_text, number_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.contribute.workbook.import_reports import Entered, Known
from macros.contribute.workbook.reports import Report, Reports


def told(found: Reports, entered: Entered, as_of: dt.date) -> Iterator[str]:
    """Yield the lines, without line breaks: the number of new reports, each of them, and those known already."""
    day = PartialDate.of(as_of)
    for lang in LANGS:
        words = texts(lang)["workbook"]["difference"]
        yield words["head"].format(
            agency=found.agency.record.name[lang],
            new=_reports(len(entered.new), lang),
            known=number_text(len(entered.known), lang),
            date=date_text(day, lang),
        )
        for report in entered.new:
            yield from _report(report, lang)
        for known in entered.known:
            yield _known(known, lang)
        if entered.file is not None:
            yield words["file"].format(file=entered.file.as_posix())
        yield ""
    for problem in entered.warnings:
        yield problem.text()


def _reports(number: int, lang: Lang) -> str:
    return count_text("new_reports", number, lang)


def _report(report: Report, lang: Lang) -> Iterator[str]:
    t = texts(lang)
    news = "; ".join(_news(report, lang))
    yield (f"  + {report.task.record.number} {report.task.record.title[lang]}: {news} ({date_text(report.date, lang)})")
    yield f"      {report.note if lang == 'vi' or report.note_en is None else report.note_en}"
    if lang == "en" and report.note_en is None:
        yield f"      ({t['record']['english_pending']})"
    if report.url is not None:
        yield f"      {report.url}"


def _news(report: Report, lang: Lang) -> Iterator[str]:
    """The changes that a report makes: the status, the deadline, the lead."""
    t, task = texts(lang), report.task
    if report.status is not None:
        yield f"{t['task_status'][task.status]} → {t['task_status'][report.status]}"
    if report.due is not None:
        before = t["workbook"]["no_due"] if task.due is None else date_text(task.due, lang)
        yield f"{t['events']['due-changed']}: {before} → {date_text(report.due, lang)}"
    if report.lead:
        yield f"{t['events']['reassigned']}: {'; '.join(report.lead)}"


def _known(known: Known, lang: Lang) -> str:
    words = texts(lang)["workbook"]["difference"]
    sentence = words["differs" if known.differs else "known"].format(place=known.place)
    return f"  = {known.report.task.record.number} {known.report.task.record.title[lang]}: {sentence}"
