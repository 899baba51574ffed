"""Charts and the map, drawn from the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from jinja2 import Environment

from macros.base.formats import number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import once
from macros.views.drawings.charts import Chart, ColumnChart, bar_chart, column_chart
from macros.views.drawings.partner_map import atlas
from macros.views.reports.report import Report


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the drawings; each is drawn when a page asks for it, the map once for all pages."""
    charts = Charts(records, lang)
    environment.globals |= {
        "status_chart": charts.agreements_by_status,
        "signing_chart": charts.agreements_by_year,
        "in_force_chart": charts.in_force_by_year,
        "report_chart": charts.tasks_by_status,
        "atlas": once(records, lambda: atlas(records)),
    }


class Charts:
    """Charts of the records with labels in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def agreements_by_status(self) -> Chart:
        return self._by_status("agreement_status", self._records.agreement_counts.items())

    def tasks_by_status(self, report: Report) -> Chart:
        """Return a bar for each standing of the tasks of a report, what was shown apart from what was only said."""
        t = texts(self._lang)
        bars = []
        for row in report.standings:
            for support, number in row.numbers.items():
                split = len(row.numbers) > 1
                label = (
                    f"{t['standings'][row.standing]} – {t['supports'][support]}"
                    if split
                    else t["standings"][row.standing]
                )
                if number:
                    bars.append((label, Decimal(number), number_text(number, self._lang)))
        return bar_chart(bars)

    def _by_status(self, kind: str, counts: Iterable[tuple[str, int]]) -> Chart:
        words: Mapping[str, str] = texts(self._lang)[kind]
        return bar_chart([(words[status], Decimal(n), number_text(n, self._lang)) for status, n in counts])

    def agreements_by_year(self) -> ColumnChart | None:
        """Return a column for each year with the agreements signed in it; None while no signing has a year."""
        signed = {row.year: row.signed for row in self._records.agreements_by_year if row.year is not None}
        return column_chart(signed) if signed else None

    def in_force_by_year(self) -> ColumnChart:
        """Return a column for each year with the agreements in force at its end."""
        return column_chart({year: len(end.in_force) for year, end in self._records.year_ends.items()})
