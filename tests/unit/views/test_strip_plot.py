from __future__ import annotations

import itertools

import pytest

from macros.views.drawings.strip_plot import APART, EDGE, WIDTH, strip_plot


def test_numbers_stand_in_their_order_from_edge_to_edge_and_equal_ones_above_each_other():
    plot = strip_plot([60, 47, 48, 60])
    assert [dot.number for dot in plot.dots] == [47, 48, 60]
    assert (plot.dots[0].x, plot.dots[-1].x) == (EDGE, WIDTH - EDGE)
    assert [len(dot.ys) for dot in plot.dots] == [1, 1, 2]
    assert plot.dots[2].ys[0] == plot.line > plot.dots[2].ys[1] > 0
    assert plot.text_y < plot.height


def test_numbers_that_would_run_into_each_other_are_not_both_written():
    plot = strip_plot([1, 2, 100])
    assert [dot.written for dot in plot.dots] == [False, True, True]
    places = [dot.x for dot in plot.dots if dot.written]
    assert all(b - a >= APART for a, b in itertools.pairwise(places))


def test_one_number_is_no_disagreement():
    with pytest.raises(ValueError, match="5"):
        strip_plot([5, 5])
