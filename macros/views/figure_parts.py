"""Figures about the city in three parts, each figure in one: series that are drawn, targets, and all others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import IndicatorItem
from macros.records.model import Sector
from macros.views.drawings.chart_names import FEWEST


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureParts:
    """The figures of the page.

    Attributes:
        series: figures of one thing over time, oldest first, enough of them to be drawn.
        targets: what has not come about yet.
        others: the rest, by the first sector that each names; those that name none come last.
    """

    series: tuple[tuple[IndicatorItem, ...], ...]
    targets: tuple[IndicatorItem, ...]
    others: tuple[IndicatorItem, ...]


def figure_parts(records: Catalogue) -> FigureParts:
    """Sort every figure into one part."""
    series = tuple(tuple(items) for items in records.indicator_series if len(items) >= FEWEST)
    drawn = {item.id for items in series for item in items}
    figures = [item for item in records.indicators.values() if item.id not in drawn]
    order = {name: index for index, name in enumerate(records.sector_records)}

    def place(item: IndicatorItem) -> int:
        return order[item.record.sectors[0]] if item.record.sectors else len(order)

    return FigureParts(
        series=series,
        targets=tuple(item for item in figures if item.record.target),
        others=tuple(sorted((item for item in figures if not item.record.target), key=place)),
    )


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures that name the same sector first; ``sector`` is ``None`` for those that name none."""

    sector: Sector | None
    items: tuple[IndicatorItem, ...]


def by_sector(figures: Iterable[IndicatorItem], records: Catalogue) -> list[FigureGroup]:
    """Group figures that stand in the order of their sectors, as those of :attr:`FigureParts.others` do."""

    def first(item: IndicatorItem) -> str | None:
        return item.record.sectors[0] if item.record.sectors else None

    return [
        FigureGroup(None if name is None else records.sector_records[name], tuple(items))
        for name, items in groupby(figures, key=first)
    ]
