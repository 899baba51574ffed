"""Cells as people type them, paste them and as other programs save them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook import cell_values
from macros.contribute.workbook.cell_values import Wrong

DAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    "typed",
    [
        *("3–8–2026", "03\u22128\u22122026", "３/８/２０２６", "03⁄08⁄2026", "3 / 8 / 2026", "03/8/2026\n", "3.8.2026"),
        *("\u200e3/\u200e8/\u200e2026", "'03/08/2026", "03/08/2026.", "٣/٨/٢٠٢٦", "2026-08-03 00:00:00"),
        *("2026-08-03T00:00:00Z", "03/08/2026 00:00", "ngày 03/8/2026", "Ngày 3-8-2026", "03\u00a0/ 08 / 2026"),
        *("ngày 03 tháng 8 năm 2026.", "03 Tháng 8 năm 2026", dt.datetime(2026, 8, 3, 14, 30)),
    ],
)
def test_one_day_is_read_however_it_is_written(typed: Any):
    assert str(cell_values.date(typed, DAY)) == "2026-08-03"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("tháng 8/2026", "2026-08"), ("Tháng 8 năm 2026", "2026-08"), ("08.2026", "2026-08"), ("năm 2026", "2026")],
)
def test_a_date_is_no_more_precise_than_it_was_typed(typed: str, read: str):
    assert str(cell_values.date(typed, DAY)) == read


@pytest.mark.parametrize(
    "typed",
    [
        "3/8/26",
        "quý III/2026",
        "2026-08-03 14:30:00",
        "ngày 2026-13",
        "tháng 2026",
        "46237",
        dt.time(),
        dt.timedelta(1),
    ],
)
def test_what_may_mean_several_dates_or_none_is_refused(typed: Any):
    with pytest.raises(Wrong):
        cell_values.date(typed, DAY)


@pytest.mark.parametrize("typed", ["HOÀN THÀNH", "hoan thanh", "Hoa\u0300n tha\u0300nh", "“Hoàn\u00a0thành”.", "Done"])
def test_a_status_is_read_whatever_its_accents_case_and_quotes(typed: str):
    assert cell_values.status(typed) == "done"


@pytest.mark.parametrize(
    "typed", ["Đã_x000D_\nký", "Đã_x000B_ký", "Đã\tký", "\u200eĐã\u2028ký", "Đa\u0303 ky\u0301", "\ufeffĐã \u00adký"]
)
def test_what_programs_leave_in_a_text_is_gone(typed: str):
    assert cell_values.text(typed) == "Đã ký"


@pytest.mark.parametrize("between", [";", "；", "\n", " ;\r\n", ";;"])
def test_agencies_stand_between_semicolons_or_on_lines(between: str, catalogue: Catalogue):
    one, other = list(catalogue.agency_records.values())[:2]
    typed = f"{one.name.vi.upper()}{between}{other.id}"
    assert cell_values.agencies(typed, catalogue.agency_records) == (one.id, other.id)
