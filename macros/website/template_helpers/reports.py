"""Reports of a period, reviews of agreements, and the coverage of the data."""

from __future__ import annotations

from jinja2 import Environment

from macros.base.dates import PartialDate
from macros.base.formats import date_text
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
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
        "reviews": reports.reviews,
        "review_task": TASK,
        "coverage": reports.coverage,
    }


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
        return date_text(PartialDate.of(timeline.horizon(report.until)), self._lang)

    def reviews(self) -> list[ReviewItem]:
        """Return the agreements with their reviews."""
        return reviews(self._records)

    def coverage(self) -> list[Coverage]:
        """Return how many records state each fact."""
        return coverage(self._records)
