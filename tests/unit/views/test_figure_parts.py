"""Figures in three parts: every figure in one, series only of enough of them, targets apart, the others by sector."""

from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.views.drawings.chart_names import FEWEST
from macros.views.figure_parts import figure_parts
from macros.views.registers.register import register


def test_each_figure_stands_in_one_part(catalogue: Catalogue):
    parts = figure_parts(catalogue)
    listed = [item.id for items in (*parts.series, parts.targets, parts.others) for item in items]
    assert sorted(listed) == sorted(catalogue.indicators)
    assert parts.series
    assert all(len(items) >= FEWEST for items in parts.series)


def test_targets_stand_apart(catalogue: Catalogue):
    parts = figure_parts(catalogue)
    assert parts.targets
    assert all(item.record.target for item in parts.targets)
    assert not any(item.record.target for item in parts.others)


def test_the_others_come_by_sector_and_those_without_one_last(catalogue: Catalogue):
    order = [*catalogue.sector_records]
    places = [
        order.index(item.record.sectors[0]) if item.record.sectors else len(order)
        for item in figure_parts(catalogue).others
    ]
    assert places == sorted(places)
    assert places[-1] == len(order)


def test_the_sectors_with_most_figures_are_views_with_their_number_of_rows(catalogue: Catalogue):
    found = register("indicators", catalogue, "en")
    counts = [chip.count for chip in found.chips]
    assert counts
    assert counts == sorted(counts, reverse=True)
    for chip in found.chips:
        (sector,) = [name for name in catalogue.sector_records if chip.query == f"sector={name}"]
        assert chip.count == sum(sector in item.record.sectors for item in found.items) > 0
