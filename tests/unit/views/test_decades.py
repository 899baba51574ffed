"""Long lists: the latest unfolded, the others by decade."""

from __future__ import annotations

from macros.base.dates import PartialDate
from macros.views.decades import SPARE, Latest, latest_and_decades

MOST = 3


def listed(*dates: str) -> Latest:
    return latest_and_decades(dates, lambda date: PartialDate.parse(date) if date else None, MOST)


def test_the_latest_come_first_and_the_others_by_decade():
    found = listed("1994", "2004-05", "2021-03-04", "", "2012", "2026", "2009", "2025-11", "2019")
    assert found.items == ("2026", "2025-11", "2021-03-04")
    assert [(decade.years, decade.items) for decade in found.decades] == [
        ("2010–2019", ("2019", "2012")),
        ("2000–2009", ("2009", "2004-05")),
        ("1990–1999", ("1994",)),
        ("", ("",)),
    ]


def test_a_few_more_than_the_latest_are_not_folded():
    dates = [str(2000 + n) for n in range(MOST + SPARE)]
    assert listed(*dates).decades == ()
    assert len(listed(*dates).items) == len(dates)
    assert listed(*dates, "1990").decades
