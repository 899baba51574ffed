"""Indicators, and the series that may be drawn as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from macros.catalogue.items import IndicatorItem
from macros.catalogue.lookups import Lookups
from macros.records.model import Indicator


def indicators(lookups: Lookups) -> dict[str, IndicatorItem]:
    """Join indicators with their sectors and what contradicts them."""
    return {
        entry.record.id: IndicatorItem(
            record=entry.record,
            sectors=lookups.sectors_of(entry.record.sectors),
            conflicts=lookups.conflicts_of("indicator", entry.record.id),
            place=entry.place,
        )
        for entry in lookups.dataset.of("indicators", Indicator)
    }


def indicator_series(indicators: Mapping[str, IndicatorItem]) -> list[list[IndicatorItem]]:
    """List figures of one thing, one unit and one scope, oldest first: only these may be drawn together."""
    series: dict[tuple[str, str, str], list[IndicatorItem]] = defaultdict(list)
    for item in indicators.values():
        series[item.record.series, item.record.unit.vi, item.record.scope].append(item)
    return [sorted(items, key=lambda item: item.record.as_of.first_day) for items in series.values()]
