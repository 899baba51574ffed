"""Charts and the map, drawn from the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from jinja2 import Environment

from macros.base.formats import number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import once
from macros.catalogue.items import AgreementItem
from macros.views import addresses
from macros.views.drawings.agreement_lives import lives
from macros.views.drawings.agreement_strip import NARROW, WIDE, Strip, agreement_strip
from macros.views.drawings.chart_names import IN_FORCE, SIGNINGS, STATUSES, report_name
from macros.views.drawings.charts import STRIP, Chart, ColumnChart, bar_chart, column_chart
from macros.views.drawings.partner_map import atlas
from macros.views.grouping import Year
from macros.views.reports.report import Report


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the drawings; each is drawn when a page asks for it, the map once for all pages."""
    charts = Charts(records, lang)
    environment.globals |= {
        "status_chart": charts.agreements_by_status,
        "signing_chart": charts.agreements_by_year,
        "year_strip": charts.year_strip,
        "in_force_chart": charts.in_force_by_year,
        "report_chart": charts.tasks_by_status,
        "agreement_strips": charts.agreement_strips,
        "report_csv": charts.report_csv,
        "chart_csv": charts.files,
        "atlas": once(records, lambda: atlas(records)),
    }


class Charts:
    """Charts of the records with labels in one language; None where a chart would have nothing to show."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    @property
    def files(self) -> dict[str, str]:
        """The files with the numbers of charts that are drawn once."""
        names = {"statuses": STATUSES, "signings": SIGNINGS, "in_force": IN_FORCE}
        return {key: addresses.chart(name, self._lang) for key, name in names.items()}

    def report_csv(self, report: Report) -> str:
        """Return the file with the numbers of a report's chart."""
        return addresses.chart(report_name(report.period.id), self._lang)

    def year_strip(self, years: Iterable[Year]) -> ColumnChart | None:
        """Return a low chart of the number of events in each year of a timeline."""
        counts = {year.year: len(year.items) for year in years if year.year is not None}
        return column_chart(counts, tallest=STRIP) if counts else None

    def agreements_by_status(self) -> Chart | None:
        return self._by_status("agreement_status", self._records.agreement_counts.items())

    def tasks_by_status(self, report: Report) -> Chart | None:
        """Return a bar for each standing of the tasks of a report, what was shown apart from what was only said.

        Before the first plan, as on an early day of the past, no task had been assigned: there is no chart then.
        """
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
        return _bars(bars)

    def _by_status(self, kind: str, counts: Iterable[tuple[str, int]]) -> Chart | None:
        words: Mapping[str, str] = texts(self._lang)[kind]
        return _bars([(words[status], Decimal(n), number_text(n, self._lang)) for status, n in counts])

    def agreements_by_year(self) -> ColumnChart | None:
        """Return a column for each year with the agreements signed in it; None while no signing has a year."""
        return _columns({row.year: row.signed for row in self._records.agreements_by_year if row.year is not None})

    def agreement_strips(self, agreements: Sequence[AgreementItem], partners: bool = True) -> list[Strip]:
        """Return the drawing of agreements over the years, for wide pages and for phones; nothing without any.

        Args:
            agreements: the agreements, in the order of the rows.
            partners: true where the labels have to name the partners.
        """
        day = self._records.as_of
        drawn = lives(agreements, day, self._lang, partners=partners)
        strips = (agreement_strip(drawn, day, form) for form in (WIDE, NARROW))
        return [strip for strip in strips if strip is not None]

    def in_force_by_year(self) -> ColumnChart | None:
        """Return a column for each year with the agreements in force at its end."""
        return _columns({year: len(end.in_force) for year, end in self._records.year_ends.items()})


def _bars(rows: Sequence[tuple[str, Decimal, str]]) -> Chart | None:
    return bar_chart(rows) if rows else None


def _columns(counts: Mapping[int, int]) -> ColumnChart | None:
    return column_chart(counts) if counts else None
