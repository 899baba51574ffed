"""The numbers behind charts: those that the charts draw."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.export.tables import chart_files
from macros.views import addresses
from macros.views.drawings.chart_names import FEWEST, IN_FORCE, SIGNINGS, STATUSES, report_name, series_name
from macros.views.reports.counts import report
from macros.views.reports.periods import periods
from tests.unit.export.table_reader import table_rows


def numbers(exported: Path, name: str, lang: Lang = "en") -> list[dict[str, str]]:
    path = exported / addresses.chart(name, lang)
    return table_rows(path.parent, path.stem)


@pytest.mark.parametrize("lang", LANGS)
def test_every_chart_has_its_file_in_the_language(lang: Lang, exported: Path, catalogue: Catalogue):
    names = [chart.name for chart in chart_files.charts(catalogue, lang)]
    assert len(names) == len(set(names))
    found = {path.stem for path in (exported / addresses.data_folder(lang) / "charts").iterdir()}
    assert found == set(names)
    assert all(numbers(exported, name, lang) for name in names)


def test_agreements_are_those_of_the_catalogue(exported: Path, catalogue: Catalogue):
    by_status = {row["status"]: int(row["agreements"]) for row in numbers(exported, STATUSES)}
    assert by_status == catalogue.agreement_counts
    signed = {row["year"]: int(row["agreements"]) for row in numbers(exported, SIGNINGS)}
    assert signed == {"" if row.year is None else str(row.year): row.signed for row in catalogue.agreements_by_year}
    ends = {int(row["year"]): int(row["in_force"]) for row in numbers(exported, IN_FORCE)}
    assert ends == {year: len(end.in_force) for year, end in catalogue.year_ends.items()}


def test_a_report_has_the_standings_of_its_own_day(exported: Path, catalogue: Catalogue):
    for period in periods(catalogue):
        rows = numbers(exported, report_name(period.id))
        found = {(row["standing"], row["support"]): int(row["tasks"]) for row in rows}
        expected = {
            (row.standing, support): number
            for row in report(period, catalogue).standings
            for support, number in row.numbers.items()
        }
        assert found == expected


def test_figures_are_printed_as_their_sources_have_them(exported: Path, catalogue: Catalogue):
    listed = [items for items in catalogue.indicator_series if len(items) >= FEWEST]
    assert listed
    for items in listed:
        rows = numbers(exported, series_name(items[0].record))
        values = [float(item.record.value) for item in items]
        assert [row["value"] for row in rows] == [f"{value:g}" if value < 1e5 else str(int(value)) for value in values]
