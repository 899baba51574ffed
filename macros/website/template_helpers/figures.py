"""Figures of indicators as their page shows them: as charts, and by sector."""

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
from macros.views.drawings.chart_names import FEWEST, series_name
from macros.views.drawings.charts import Chart, bar_chart


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the series and the groups; both are made when a page asks for them."""
    figures = Figures(records, lang)
    environment.globals |= {"figure_series": figures.series, "figures_by_sector": figures.by_sector}


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one thing over time, with their chart and the name of the file of its numbers."""

    label: str
    title: str
    chart: Chart
    file: str
    items: tuple[IndicatorItem, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one sector, or of none, under an anchor."""

    anchor: str
    label: str
    items: tuple[IndicatorItem, ...]


class Figures:
    """Figures in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def series(self) -> list[Series]:
        """Return the series of :data:`FEWEST` figures or more."""
        return [self._drawn(tuple(items)) for items in self._records.indicator_series if len(items) >= FEWEST]

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

    def by_sector(self) -> list[Group]:
        """Return the figures below the first sector that each names, in the order of the sectors; the others last."""
        groups = [
            Group(
                sector.id,
                sector.record.name[self._lang],
                tuple(item for item in sector.indicators if item.sectors[0] == sector.record),
            )
            for sector in self._records.sectors.values()
        ]
        others = tuple(item for item in self._records.indicators.values() if not item.sectors)
        groups.append(Group("other", texts(self._lang)["indicator"]["unsorted"], others))
        return [group for group in groups if group.items]
