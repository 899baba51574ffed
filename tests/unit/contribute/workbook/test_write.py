"""The workbook as an agency gets it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.layout import REPORTABLE
from macros.contribute.workbook.rows import reporting_agencies
from macros.contribute.workbook.write import workbook
from tests.conftest import PROJECT
from tests.edits import edit
from tests.unit.contribute.workbook.conftest import Office, joined


def test_a_workbook_lists_what_the_agency_leads_and_then_what_it_coordinates(office: Office):
    sheet = office.book["Nhiệm vụ"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert rows[0][:5] == ("Mã", "Số", "Kế hoạch", "Nhiệm vụ", "Vai trò")
    assert [(row[0], row[1], row[4]) for row in rows[1:]] == [
        ("scheme-i-1", "I.1", "Chủ trì"),
        ("scheme-i-2", "I.2", "Chủ trì"),
        ("scheme-i-3", "I.3", "Phối hợp"),
    ]
    assert rows[1][5:8] == ("Không nêu", "Chưa có báo cáo", "Chưa có")
    assert all(cell is None for row in rows[1:] for cell in row[8:])


def test_only_what_is_to_be_filled_in_can_be_changed_and_no_password_is_needed(office: Office):
    sheet = office.book["Nhiệm vụ"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert [cell.protection.locked for cell in sheet[5]] == [True] * 8 + [False] * 8


def test_statuses_are_chosen_from_a_list_and_dates_stay_as_typed(office: Office):
    sheet = office.book["Nhiệm vụ"]
    (choice,) = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    words = texts("vi")["task_status"]
    assert choice.formula1 == f'"{",".join(words[status] for status in REPORTABLE)}"'
    assert {"partly-done", "paused", "dropped"} < set(REPORTABLE)
    assert str(choice.sqref) == "I5:I7"
    assert sheet["J5"].number_format == "@"


def test_it_prints_on_a4_with_its_headings_on_every_sheet(office: Office):
    sheet = office.book["Nhiệm vụ"]
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "E5"


def test_the_guide_says_in_vietnamese_what_to_do_and_as_of_when(office: Office):
    lines = [row[0] for row in office.book["Hướng dẫn"].iter_rows(values_only=True)]
    assert lines[0] == "Báo cáo nhiệm vụ – Sở Ngoại vụ"
    assert "21/11/2026" in str(lines[1])
    assert "3 nhiệm vụ mà Sở Ngoại vụ chủ trì hoặc phối hợp" in str(lines[2])
    assert any("Gửi tệp" in str(line) for line in lines)
    assert office.book["_"].sheet_state == "hidden"


def test_the_same_data_make_the_same_bytes(office: Office):
    records = joined(office.root)
    assert workbook(records, records.agencies["foreign-affairs"]) == office.sent
    with zipfile.ZipFile(io.BytesIO(office.sent)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_title_that_looks_like_a_formula_stays_a_text(office: Office):
    path = office.root / "data" / "tasks.yaml"
    edit(path, "vi: Nhiệm vụ số 2", 'vi: "=HYPERLINK(1)"')
    records = joined(office.root)
    book = load_workbook(io.BytesIO(workbook(records, records.agencies["foreign-affairs"])))
    assert (book["Nhiệm vụ"]["D6"].data_type, book["Nhiệm vụ"]["D6"].value) == ("s", "=HYPERLINK(1)")


def test_every_agency_with_a_task_gets_one(office: Office):
    command = [sys.executable, str(PROJECT / "scripts" / "forms.py"), "--root", str(office.root)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "2026-11-21" in result.stdout
    assert {path.name for path in (office.root / "forms").iterdir()} == {
        "foreign-affairs.xlsx",
        "peoples-committee.xlsx",
    }


def test_broken_data_make_no_forms(small_root: Path):
    path = small_root / "data" / "tasks.yaml"
    edit(path, "plan: scheme", "plan: nowhere")
    command = [sys.executable, str(PROJECT / "scripts" / "forms.py"), "--root", str(small_root)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "unknown-reference" in result.stderr
    assert not (small_root / "forms").exists()


@pytest.mark.parametrize("role", ["leads", "coordinates"])
def test_every_task_of_the_real_data_stands_in_the_form_of_its_agencies(role: str, catalogue: Catalogue):
    for agency in reporting_agencies(catalogue):
        sheet = load_workbook(io.BytesIO(workbook(catalogue, agency)), read_only=True)["Nhiệm vụ"]
        listed = [row[0] for row in sheet.iter_rows(min_row=5, max_col=1, values_only=True)]
        assert {task.id for task in getattr(agency, role)} <= set(listed)
        assert len(listed) == len(set(listed))
