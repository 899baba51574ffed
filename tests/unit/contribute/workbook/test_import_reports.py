"""A workbook that was filled in becomes one update file, once, whatever program saved it."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.records.check.rules import check
from macros.records.writing.canonical import canonical
from tests.conftest import PROJECT
from tests.unit.contribute.workbook.conftest import GOOD, Office, joined

pytestmark = pytest.mark.slow


def test_reports_are_written_to_one_file_and_told(office: Office):
    cells = {**GOOD, "L5": "The plan was issued.", "M5": "https://example.org/ke-hoach"}
    cells |= {"I7": "Đang thực hiện", "J7": "09/2026", "K7": "Đã họp: hai lần."}
    result = office.enter(office.filled(cells))
    assert result.returncode == 0, result.stderr
    assert [path.name for path in (office.root / "data" / "updates").iterdir()] == ["2026-11-21-foreign-affairs.yaml"]
    assert office.updates == [
        """\
# yaml-language-server: $schema=../../schemas/updates.schema.json

- id: scheme-i-1-foreign-affairs-2026-08-03
  record: "task/scheme-i-1"
  event: progress
  date: 2026-08-03
  status: done
  note:
    vi: "Đã ban hành kế hoạch."
    en: "The plan was issued."
  url: "https://example.org/ke-hoach"

- id: scheme-i-3-foreign-affairs-2026-09
  record: "task/scheme-i-3"
  event: progress
  date: 2026-09
  status: in-progress
  note:
    vi: "Đã họp: hai lần."
"""
    ]
    assert canonical(office.updates[0], "updates", 2, "updates") == (office.updates[0], [])
    told = result.stdout
    assert "Sở Ngoại vụ: 2 báo cáo mới, 0 đã có từ trước (tính đến ngày 21/11/2026)." in told
    assert "+ I.1 Lập kế hoạch hội nhập: Chưa có báo cáo → Hoàn thành (03/08/2026)" in told
    assert "Department of Foreign Affairs: 2 new reports, 0 known before (as of 21 November 2026)." in told
    assert "+ I.1 Draw up an integration plan: No report yet → Done (3 August 2026)" in told
    assert told.index("2 báo cáo mới") < told.index("2 new reports")
    assert "[english-pending]" in told
    assert joined(office.root).tasks["scheme-i-1"].status == "done"


def test_importing_twice_adds_nothing(office: Office):
    path = office.filled({**GOOD, "M5": "https://example.org/a"})
    office.enter(path)
    before = office.updates
    result = office.enter(path)
    assert result.returncode == 0
    assert "0 báo cáo mới, 1 đã có từ trước" in result.stdout
    assert "data/updates/2026-11-21-foreign-affairs.yaml:3:3" in result.stdout
    assert office.updates == before


def test_a_translation_that_comes_later_is_pointed_to_its_place(office: Office):
    office.enter(office.filled(GOOD))
    result = office.enter(office.filled({**GOOD, "L5": "The plan was issued."}))
    assert result.returncode == 0
    assert "bản dịch hoặc liên kết khác" in result.stdout
    assert len(office.updates) == 1


def test_a_second_workbook_of_the_day_gets_a_file_of_its_own(office: Office):
    office.enter(office.filled(GOOD))
    result = office.enter(office.filled({**GOOD, "K5": "Kế hoạch được bổ sung."}))
    assert result.returncode == 0, result.stderr
    assert [path.name for path in sorted((office.root / "data" / "updates").iterdir())] == [
        "2026-11-21-foreign-affairs-2.yaml",
        "2026-11-21-foreign-affairs.yaml",
    ]
    assert "id: scheme-i-1-foreign-affairs-2026-08-03-2\n" in office.updates[0]


def test_an_empty_form_enters_nothing(office: Office):
    result = office.enter(office.filled({}))
    assert result.returncode == 0
    assert "0 báo cáo mới" in result.stdout
    assert not (office.root / "data" / "updates").exists()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (dt.datetime(2026, 8, 3), "2026-08-03"),
        (dt.date(2026, 8, 3), "2026-08-03"),
        ("3/8/2026", "2026-08-03"),
        ("03-08-2026", "2026-08-03"),
        ("3.8.2026", "2026-08-03"),
        (" 03 / 08 / 2026 ", "2026-08-03"),
        ("2026-08-03", "2026-08-03"),
        ("2026/8/3", "2026-08-03"),
        ("08/2026", "2026-08"),
        ("2026-08", "2026-08"),
        ("2026", "2026"),
        (2026, "2026"),
        (2026.0, "2026"),
        (46237, "2026-08-03"),
        ("ngày 3 tháng 8 năm 2026", "2026-08-03"),
        ("THÁNG 8 NĂM 2026", "2026-08"),
    ],
)
def test_dates_are_understood_day_first_and_keep_their_precision(typed: Any, written: str, office: Office):
    result = office.enter(office.filled({**GOOD, "J5": typed}))
    assert result.returncode == 0, result.stderr
    assert f"  date: {written}\n" in office.updates[0]


@pytest.mark.parametrize(
    "typed", ["Hoàn thành", "HOAN THANH", "hoàn  thành ", "Hoa\u0300n tha\u0300nh", "hoàn\u00a0thành.", "Done"]
)
def test_a_status_typed_by_hand_is_understood(typed: str, office: Office):
    result = office.enter(office.filled({**GOOD, "I5": typed}))
    assert result.returncode == 0, result.stderr
    assert "  status: done\n" in office.updates[0]


def test_what_nobody_typed_is_dropped_from_a_text(office: Office):
    result = office.enter(office.filled({**GOOD, "K5": "\ufeffĐã họp_x000D_\n hai\u00a0 lần.\u200b"}))
    assert result.returncode == 0, result.stderr
    assert '    vi: "Đã họp hai lần."\n' in office.updates[0]


@pytest.mark.parametrize(
    "typed", ["null", "~", "- họp", "a: b # c", "'", '"', "{{ 7*7 }}", "<script>", "=1+1", "2026", "|"]
)
def test_whatever_a_text_looks_like_it_stays_a_text(typed: str, office: Office):
    book = office.book
    for address, value in GOOD.items():
        book["Nhiệm vụ"][address] = value
    book["Nhiệm vụ"]["K5"].value = typed
    book["Nhiệm vụ"]["K5"].data_type = "s"
    result = office.enter(office.saved(book))
    assert result.returncode == 0, result.stderr
    assert joined(office.root).updates[0].record.note.vi == typed


def test_a_cells_own_link_counts_where_its_words_are_no_address(office: Office):
    book = office.book
    sheet = book["Nhiệm vụ"]
    for address, value in {**GOOD, "M5": "Báo cáo"}.items():
        sheet[address] = value
    sheet["M5"].hyperlink = "https://example.org/bao-cao"
    sheet["M5"].value = "Báo cáo"
    assert office.enter(office.saved(book)).returncode == 0
    assert '  url: "https://example.org/bao-cao"\n' in office.updates[0]


def test_rows_may_be_deleted_sorted_and_hidden_and_columns_moved(office: Office):
    book = office.book
    sheet = book["Nhiệm vụ"]
    for address, value in {"I7": "Hoàn thành", "J7": "2026", "K7": "Xong."}.items():
        sheet[address] = value
    sheet.protection.sheet = False
    sheet.delete_rows(5)
    sheet.insert_rows(1, 2)
    sheet.insert_cols(1)
    sheet.row_dimensions[8].hidden = True
    result = office.enter(office.saved(book))
    assert result.returncode == 0, result.stderr
    assert "id: scheme-i-3-foreign-affairs-2026\n" in office.updates[0]


def test_ten_thousand_empty_rows_below_the_table_do_no_harm(office: Office):
    book = office.book
    for row in range(8, 10_008):
        book["Nhiệm vụ"].cell(row, 9, "  ")
    for address, value in GOOD.items():
        book["Nhiệm vụ"][address] = value
    assert office.enter(office.saved(book)).returncode == 0
    assert len(office.updates) == 1


def as_google_saves(office: Office, cells: dict[str, Any]) -> Path:
    """A workbook as Google Sheets is known to export it: no protection, no lists, dates as numbers of its own style."""
    book = office.book
    for sheet in book.worksheets:
        sheet.protection.sheet = False
        sheet.data_validations.dataValidation.clear()
        sheet.sheet_view.pane = None
    for address, value in cells.items():
        book["Nhiệm vụ"][address] = value
    book["Nhiệm vụ"]["J5"].number_format = "[$-42A]d/m/yyyy"
    return office.saved(book, "google.xlsx")


@pytest.mark.parametrize("date", [dt.date(2026, 8, 3), "03/08/2026"])
def test_a_workbook_that_google_sheets_saved_imports_the_same(date: object, office: Office):
    assert office.enter(as_google_saves(office, {**GOOD, "J5": date})).returncode == 0
    with_google = office.updates
    next((office.root / "data" / "updates").iterdir()).unlink()
    office.enter(office.filled(GOOD))
    assert with_google == office.updates


def test_the_command_says_what_it_did(office: Office):
    command = [sys.executable, str(PROJECT / "scripts" / "import_forms.py"), str(office.filled(GOOD))]
    result = subprocess.run([*command, "--root", str(office.root)], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "1 báo cáo mới" in result.stdout
    assert len(office.updates) == 1


def test_the_data_check_passes_with_what_was_entered(office: Office):
    office.enter(office.filled({**GOOD, "L5": "Issued."}))
    assert check(office.root)[1] == []
