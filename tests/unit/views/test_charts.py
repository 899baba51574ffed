from __future__ import annotations

from decimal import Decimal

import pytest

from macros.views.drawings.charts import bar_chart, column_chart


def test_bars_are_proportional_to_their_values():
    chart = bar_chart([("2016", Decimal(10), "10"), ("2017", Decimal(40), "40")])
    assert chart.bars[0].width * 4 == pytest.approx(chart.bars[1].width, abs=0.2)
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


def test_long_labels_and_values_keep_clear_of_the_bars_and_the_edge():
    chart = bar_chart([("chưa ghi thời hạn", Decimal(10), "10 thỏa thuận"), ("có", Decimal(40), "40")])
    assert chart.labels >= 8 * len("chưa ghi thời hạn")
    assert chart.labels + chart.bars[1].width + 8 * len("10 thỏa thuận") <= chart.width


def test_columns_are_proportional_and_stand_on_the_base_line():
    chart = column_chart({2016: 1, 2018: 4})
    first, gap, last = chart.columns
    assert first.height * 4 == last.height
    assert gap.height == 0
    for column in chart.columns:
        assert column.y + column.height == pytest.approx(chart.base)
        assert column.y > 0


def test_years_without_anything_keep_their_place_and_every_fifth_year_is_named():
    chart = column_chart({1993: 1, 2006: 2})
    assert len(chart.columns) == 14
    assert [column.label for column in chart.columns if column.label] == ["1995", "2000", "2005"]
    assert chart.columns[-1].left + chart.thickness <= chart.width


@pytest.mark.parametrize("counts", [{}, {2016: -1}])
def test_what_columns_cannot_show_is_refused(counts):
    with pytest.raises(ValueError, match=r"\{"):
        column_chart(counts)


def test_numbers_that_have_no_room_stand_above_named_years_only():
    chart = column_chart(dict.fromkeys(range(1993, 2026), 10))
    assert {column.label for column in chart.columns if column.value} == {
        "1995",
        "2000",
        "2005",
        "2010",
        "2015",
        "2020",
        "2025",
    }
    assert all(column.height for column in chart.columns)
    roomy = column_chart(dict.fromkeys(range(1993, 2026), 9))
    assert all(column.value == "9" for column in roomy.columns)


def test_the_name_of_a_year_at_the_edge_is_not_cut():
    chart = column_chart(dict.fromkeys(range(1995, 2026), 1))
    named = [column for column in chart.columns if column.label]
    assert named[0].label_x >= 17
    assert named[-1].label_x <= chart.width - 17
