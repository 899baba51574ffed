from __future__ import annotations

import datetime as dt

import pytest

from macros.base.dates import PartialDate


@pytest.mark.parametrize("text", ["2016-11-22", "2015-02", "2007", "2024-02-29"])
def test_a_date_prints_as_it_was_typed(text: str):
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "16", "2016-13", "2016-02-30", "2023-02-29", "2016/11/22", "22-11-2016", "0000", "3000", "２０１６"]
)
def test_what_is_no_date_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 (the message is the text itself)
        PartialDate.parse(text)


def test_a_year_means_any_of_its_days():
    year = PartialDate.parse("2021")
    assert (year.first_day, year.last_day) == (dt.date(2021, 1, 1), dt.date(2021, 12, 31))
    assert PartialDate.parse("2024-02").last_day == dt.date(2024, 2, 29)


def test_years_on_from_29_february_end_on_28():
    assert str(PartialDate.parse("2024-02-29").plus_years(1)) == "2025-02-28"
    assert str(PartialDate.parse("2024-02-29").plus_years(4)) == "2028-02-29"
    assert str(PartialDate.parse("2003").plus_years(4)) == "2007"


def test_the_precision_is_that_of_the_text():
    assert [PartialDate.parse(text).precision for text in ("2007", "2015-02", "2016-11-22")] == ["year", "month", "day"]
    assert str(PartialDate.of(dt.date(2016, 11, 2))) == "2016-11-02"
