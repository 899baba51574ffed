"""Figures in three parts: every figure in one, series only of enough of them, targets apart, the others by sector."""

from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.views.drawings.chart_names import FEWEST
from macros.views.figure_parts import by_sector, figure_parts
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


def test_each_of_the_others_stands_in_the_group_of_its_first_sector(catalogue: Catalogue):
    others = figure_parts(catalogue).others
    groups = by_sector(others, catalogue)
    assert [item for group in groups for item in group.items] == [*others]
    sectors = [None if group.sector is None else group.sector.id for group in groups]
    assert len(set(sectors)) == len(sectors) > 1
    for sector, group in zip(sectors, groups, strict=True):
        assert {item.record.sectors[0] if item.record.sectors else None for item in group.items} == {sector}


def test_the_views_offered_count_what_they_show(catalogue: Catalogue):
    found = register("indicators", catalogue, "en")
    shown = {chip.query: chip.count for chip in found.chips}
    first = catalogue.as_of.year - 1
    late = [item for item in found.items if item.record.as_of is not None and item.record.as_of.year >= first]
    disagreeing = [item for item in found.items if item.conflicts]
    expected = {f"year={first}-": len(late), "sources=disagree": len(disagreeing)}
    assert shown == {query: n for query, n in expected.items() if 0 < n < len(found.items)}
    assert shown
