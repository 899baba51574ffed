from __future__ import annotations

from decimal import Decimal

import pytest

from macros.charts import bar_chart


def test_bars_are_proportional_to_their_values():
    chart = bar_chart([("2016", Decimal(10), "10"), ("2017", Decimal(40), "40")])
    assert chart.bars[0].width * 4 == chart.bars[1].width
    assert chart.labels + chart.bars[1].width < chart.width


def test_bars_do_not_overlap_and_fit_the_height():
    chart = bar_chart([(str(year), Decimal(year), "") for year in range(2010, 2020)])
    for above, below in zip(chart.bars, chart.bars[1:], strict=False):
        assert above.y + chart.thickness <= below.y
    assert chart.bars[-1].y + chart.thickness == chart.height


def test_zero_is_drawn_as_nothing():
    assert bar_chart([("a", Decimal(0), "0")]).bars[0].width == 0


@pytest.mark.parametrize("rows", [[], [("a", Decimal(-1), "-1")]])
def test_what_bars_cannot_show_is_refused(rows):
    with pytest.raises(ValueError, match=r"\["):
        bar_chart(rows)
