from __future__ import annotations

from pathlib import Path

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.status import AGREEMENT_STATUSES
from macros.views.drawings.chart_names import FEWEST
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from macros.website.template_helpers.charts import Charts
from macros.website.template_helpers.figures import Figures
from tests.edits import edit_all
from tests.unit.website.conftest import joined


def test_statuses_are_drawn_in_the_words_of_the_language(catalogue: Catalogue):
    for lang in LANGS:
        chart = Charts(catalogue, lang).agreements_by_status()
        assert chart is not None
        bars = chart.bars
        words = texts(lang)["agreement_status"]
        assert [bar.label for bar in bars] == [words[status] for status in AGREEMENT_STATUSES]
        assert [bar.value for bar in bars] == [str(number) for number in catalogue.agreement_counts.values()]


def test_a_report_draws_its_own_numbers(catalogue: Catalogue):
    shown = report(Period.parse("2025"), catalogue)
    chart = Charts(catalogue, "vi").tasks_by_status(shown)
    assert chart is not None
    assert [bar.value for bar in chart.bars] == [
        str(number) for row in shown.standings for number in row.numbers.values() if number
    ]


def test_a_report_on_a_time_before_the_first_plan_has_no_chart_of_tasks(catalogue: Catalogue):
    first = min(row.year for row in catalogue.agreements_by_year if row.year)
    early = report(Period(first), catalogue)
    assert sum(row.total for row in early.standings) == 0
    assert Charts(catalogue, "vi").tasks_by_status(early) is None


def test_years_without_a_signing_have_a_place_too(catalogue: Catalogue):
    chart = Charts(catalogue, "vi").agreements_by_year()
    assert chart is not None
    years = sorted(row.year for row in catalogue.agreements_by_year if row.year)
    assert len(chart.columns) == years[-1] - years[0] + 1 > len(years)


def test_there_is_no_chart_while_no_signing_has_a_year(small_root: Path):
    edit_all(small_root / "data", "      signed: 2009\n", "")
    assert Charts(joined(small_root), "vi").agreements_by_year() is None


def test_only_series_of_enough_figures_are_drawn_and_scopes_are_never_mixed(catalogue: Catalogue):
    (series,) = Figures(catalogue, "en").series()
    assert len(series.items) == len(series.chart.bars) >= FEWEST
    assert {item.record.scope for item in series.items} == {"before-merger"}
    assert series.title == f"{series.label} ({texts('en')['scopes']['before-merger']})"
