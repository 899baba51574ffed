"""Sentences of a report, for its page and its document."""

from __future__ import annotations

from macros.base.formats import count_text, day_text, number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.views.reports.periods import Period
from macros.views.reports.report import Report


def period_text(period: Period, lang: Lang) -> str:
    """Return a period in words: ``quý IV năm 2026``, ``the fourth quarter of 2026``."""
    t = texts(lang)["report"]
    words = t["year"] if period.quarter is None else t["quarters"][period.quarter]
    return str(words.format(year=period.year))


def covered(report: Report, lang: Lang) -> str:
    """Return the sentence with the first and the last day of the period and the day that the report is judged by."""
    period = report.period
    days = {"first": period.first_day, "last": period.last_day, "until": report.until}
    return str(texts(lang)["report"]["covers"].format(**{name: day_text(day, lang) for name, day in days.items()}))


def summary(report: Report, lang: Lang) -> list[str]:
    """Return the report in three sentences: agreements, what happened to them, tasks."""
    t = texts(lang)["report"]

    def number(value: int) -> str:
        return number_text(value, lang)

    statuses = {status.replace("-", "_"): number(value) for status, value in report.agreements}
    return [
        t["summary_agreements"].format(n=count_text("agreements", report.agreements_known, lang), **statuses),
        t["summary_events"].format(
            signed=number(len(report.signed)),
            renewed=number(len(report.renewed)),
            reviewed=number(len(report.reviewed)),
            ended=number(len(report.ended)),
        ),
        t["summary_tasks"].format(
            n=count_text("tasks", report.tasks_known, lang),
            reported=number(len(report.progress)),
            silent=number(report.silent_tasks),
            overdue=number(len(report.overdue)),
        ),
    ]
