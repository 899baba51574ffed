"""Figures of indicators as their page shows them: series as charts, targets apart."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from macros.base.formats import quantity_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import IndicatorItem
from macros.records.model import Indicator
from macros.views import addresses
from macros.views.drawings.chart_names import series_name
from macros.views.drawings.charts import Chart, bar_chart
from macros.views.figure_parts import by_sector, figure_parts


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the parts of the figures; they are found when a page asks for them."""
    figures = Figures(records, lang)
    environment.globals |= {
        "figure_series": figures.series,
        "figure_groups": lambda: by_sector(figure_parts(records).others, records),
        "target_figures": lambda: figure_parts(records).targets,
    }


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one thing over time, with their chart and the name of the file of its numbers."""

    label: str
    title: str
    chart: Chart
    file: str
    items: tuple[IndicatorItem, ...]


class Figures:
    """Figures in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def series(self) -> list[Series]:
        """Return the series with their charts."""
        return [self._drawn(items) for items in figure_parts(self._records).series]

    def _drawn(self, items: tuple[IndicatorItem, ...]) -> Series:
        first = items[0].record
        label = first.label[self._lang]
        rows = [(item.record.period[self._lang], item.record.value, self._quantity(item.record)) for item in items]
        return Series(
            label,
            f"{label} ({texts(self._lang)['scopes'][first.scope]})",
            bar_chart(rows),
            addresses.chart(series_name(first), self._lang),
            items,
        )

    def _quantity(self, indicator: Indicator) -> str:
        return quantity_text(indicator.value, indicator.unit[self._lang], self._lang)
