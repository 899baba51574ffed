"""The numbers behind each chart as CSV, in each language: ``data/charts/agreements-by-year.csv``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.standings import standing_rows
from macros.export.tables.csv_files import rendered
from macros.records.model import Indicator
from macros.views import addresses
from macros.views.drawings.chart_names import FEWEST, IN_FORCE, SIGNINGS, STATUSES, report_name, series_name
from macros.views.reports.periods import periods

Row = tuple[str | int | float | None, ...]
_FIGURE: Final = ("id", "period", "as_of", "value", "qualifier", "unit")
_STANDING: Final = ("standing", "standing_name", "support", "support_name", "tasks")


class ChartFile(NamedTuple):
    """The numbers of a chart: the name of its file, the names of its columns, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Row]


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the numbers of every chart below ``target`` (the site's root)."""
    for lang in LANGS:
        for chart in charts(catalogue, lang):
            path = target / addresses.chart(chart.name, lang)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(rendered(chart.columns, chart.rows))


def charts(catalogue: Catalogue, lang: Lang) -> Iterator[ChartFile]:
    """Yield the numbers of every chart, those of reports last."""
    words = texts(lang)
    statuses = [(name, words["agreement_status"][name], n) for name, n in catalogue.agreement_counts.items()]
    yield ChartFile(STATUSES, ("status", "status_name", "agreements"), statuses)
    by_year = [(row.year, row.signed, row.in_force) for row in catalogue.agreements_by_year]
    yield ChartFile(SIGNINGS, ("year", "agreements", "in_force"), by_year)
    ends = [(year, len(end.in_force), len(end.unclear)) for year, end in catalogue.year_ends.items()]
    yield ChartFile(IN_FORCE, ("year", "in_force", "unclear"), ends)
    for items in catalogue.indicator_series:
        if len(items) >= FEWEST:
            figures = [_figure(item.record, lang) for item in items]
            yield ChartFile(series_name(items[0].record), _FIGURE, figures)
    for period in periods(catalogue):
        past = catalogue.on(min(period.last_day, catalogue.as_of))
        standings = [
            (row.standing, words["standings"][row.standing], support, words["supports"][support], n)
            for row in standing_rows(task for plan in past.plans.values() for task in plan.tasks)
            for support, n in row.numbers.items()
        ]
        yield ChartFile(report_name(period.id), _STANDING, standings)


def _figure(record: Indicator, lang: Lang) -> Row:
    value = float(record.value)
    return record.id, record.period[lang], str(record.as_of), value, record.qualifier, record.unit[lang]
