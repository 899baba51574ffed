from __future__ import annotations

from types import SimpleNamespace

from macros.base.dates import PartialDate
from macros.views.registers.ranks import day, document_number, ranks


def test_rows_with_the_same_value_have_the_same_rank_and_rows_without_one_none():
    items = [SimpleNamespace(id=name, value=value) for name, value in (("a", 5), ("b", None), ("c", 2), ("d", 5))]
    assert ranks(items, lambda item: item.value) == {"a": "1", "c": "0", "d": "1"}


def test_dates_are_ordered_by_the_first_day_that_they_can_mean_then_by_the_last():
    ordered = ["2014-01-01", "2014-01", "2014", "2014-08-01", "2014-08", "2014-08-03", "2015"]
    backwards = ordered[::-1]
    assert sorted(backwards, key=lambda text: day(PartialDate.parse(text))) == ordered
    assert day(None) is None


def test_numbers_of_documents_are_ordered_by_their_value():
    written = ["NQ-43", "165/TB-VPCP", "57-NQ/TW", "2887/QĐ-UBND"]
    assert sorted(written, key=document_number) == ["57-NQ/TW", "165/TB-VPCP", "2887/QĐ-UBND", "NQ-43"]
    assert document_number(None) is None
