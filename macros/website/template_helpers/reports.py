"""Reports of a period, reviews of agreements, and the coverage of the data."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from macros.base.formats import day_text
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import TaskItem
from macros.views import timeline
from macros.views.reports.coverage import Coverage, coverage
from macros.views.reports.periods import Period, periods
from macros.views.reports.report import Report
from macros.views.reports.reviews import TASK, ReviewItem, reviews
from macros.views.reports.sentences import covered, period_text, summary


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the parts of reports."""
    reports = Reports(records, lang)
    environment.globals |= {
        "periods": reports.periods,
        "period_text": reports.period_text,
        "report_covers": reports.covered,
        "report_summary": reports.summary,
        "horizon_of": reports.horizon,
        "review": reports.review,
        "coverage": reports.coverage,
        "tasks_without_report": reports.tasks_without_report,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The register of reviews.

    Attributes:
        task: the task that asks for them, where the records have it.
        items: all agreements, in the order in which they call for a review.
        due: those whose day has come.
        reviewed: how many have been reviewed.
    """

    task: TaskItem | None
    items: tuple[ReviewItem, ...]
    due: tuple[ReviewItem, ...]
    reviewed: int


class Reports:
    """Reports in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def periods(self) -> list[Period]:
        """Return the years and quarters that have a report."""
        return periods(self._records)

    def period_text(self, period: Period) -> str:
        return period_text(period, self._lang)

    def covered(self, report: Report) -> str:
        """Return a sentence with the days and sources that a report covers."""
        return covered(report, self._lang)

    def summary(self, report: Report) -> list[str]:
        """Return the sentences that a report begins with."""
        return summary(report, self._lang)

    def horizon(self, report: Report) -> str:
        """Return the last day that counts as soon, seen from the end of a report."""
        return day_text(timeline.horizon(report.until), self._lang)

    def review(self) -> Review:
        """Return the register of reviews."""
        listed = tuple(reviews(self._records))
        return Review(
            task=self._records.tasks.get(TASK),
            items=listed,
            due=tuple(item for item in listed if item.call == "due"),
            reviewed=sum(item.last is not None for item in listed),
        )

    def tasks_without_report(self) -> int:
        """Return how many tasks nothing has been reported on."""
        return sum(not task.updates for task in self._records.tasks.values())

    def coverage(self) -> list[Coverage]:
        """Return how many records state each fact."""
        return coverage(self._records)
