"""What an agency reports besides progress: reasons, moved deadlines, new leads; old workbooks and former agencies."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.layout import COLUMNS, HEADING_ROW, SINCE
from macros.contribute.workbook.read import read
from macros.contribute.workbook.rows import reporting_agencies, rows
from macros.contribute.workbook.write import workbook
from tests.edits import edit
from tests.unit.contribute.workbook.conftest import GOOD, Office, joined


def test_a_paused_task_comes_with_its_reason(office: Office):
    result = office.enter(office.filled({**GOOD, "I5": "Tạm dừng", "N5": "Chờ kinh phí."}))
    assert result.returncode == 0, result.stderr
    task = joined(office.root).tasks["scheme-i-1"]
    assert task.status == "paused"
    assert task.reason is not None
    assert task.reason.vi == "Chờ kinh phí."


def test_a_moved_deadline_and_a_new_lead_need_no_status(office: Office):
    cells = {"J5": "03/08/2026", "K5": "Theo công văn mới.", "M5": "https://example.org/cv"}
    cells |= {"O5": "31/12/2027", "P5": "uy ban nhan dan thanh pho"}
    path = office.filled(cells)
    result = office.enter(path)
    assert result.returncode == 0, result.stderr
    task = joined(office.root).tasks["scheme-i-1"]
    assert (str(task.due), task.status) == ("2027-12-31", "not-reported")
    assert [agency.id for agency in task.lead_today] == ["peoples-committee"]
    assert "31/12/2027" in result.stdout
    # The form of the one that led is still read, and nothing is entered twice.
    again = office.enter(path)
    assert again.returncode == 0, again.stderr
    assert len(office.updates) == 1


def test_a_deadline_that_is_moved_again_names_the_one_in_effect(office: Office):
    edit(office.root / "data" / "tasks.yaml", "  countries: [jp]\n", "  due: 2026-12-31\n  countries: [jp]\n")
    cells = {"J5": "03/08/2026", "K5": "Lùi hạn.", "M5": "https://example.org/cv", "O5": "2027"}
    assert office.enter(office.filled(cells)).returncode == 0
    assert "was: 2026-12-31" in office.updates[0]


def without_new_columns(book: Workbook) -> Workbook:
    sheet = book["Nhiệm vụ"]
    for number, column in reversed(list(enumerate(COLUMNS, start=1))):
        if column.key in SINCE:
            sheet.delete_cols(number)
    return book


def test_a_workbook_from_before_the_new_columns_is_still_read(office: Office):
    book = without_new_columns(office.book)
    for address, value in GOOD.items():
        book["Nhiệm vụ"][address] = value
    assert {cell.value for cell in book["Nhiệm vụ"][HEADING_ROW]} & {"Lý do", "Hạn mới"} == set()
    assert office.enter(office.saved(book)).returncode == 0
    assert joined(office.root).tasks["scheme-i-1"].status == "done"


def test_a_workbook_without_the_column_of_reasons_says_which_form_to_use(office: Office):
    book = without_new_columns(office.book)
    for address, value in {**GOOD, "I5": "Tạm dừng"}.items():
        book["Nhiệm vụ"][address] = value
    result = office.enter(office.saved(book))
    assert result.returncode == 1
    assert "ô I5: tình trạng này cần lý do" in result.stderr


def test_forms_go_to_those_who_answer_today(catalogue: Catalogue):
    named = {item.id for item in reporting_agencies(catalogue)}
    assert {"harbour-board", "school-board"} <= named
    assert not {"quay-office", "customs-house", "culture-bureau", "lamp-guild"} & named
    listed = {row["id"] for row in rows(catalogue.agencies["harbour-board"])}
    assert {"shore-1-1", "shore-1-2", "quay-1-1"} <= listed
    # Given to another agency since.
    assert "shore-1-4" not in {row["id"] for row in rows(catalogue.agencies["visitors-office"])}


@pytest.mark.parametrize("made_on", ["2024-12-01", "2025-03-01"])
def test_a_workbook_made_for_a_former_agency_is_read_as_its_successors(
    made_on: str, catalogue: Catalogue, tmp_path: Path
):
    past = catalogue.on(dt.date.fromisoformat(made_on))
    (former,) = [item for item in past.agencies.values() if item.id == "quay-office"]
    today = former if former.leads_today else past.agencies["customs-house"]
    book = load_workbook(io.BytesIO(workbook(past, today)))
    sheet = book["Nhiệm vụ"]
    (row,) = [cells[0].row for cells in sheet.iter_rows(min_row=HEADING_ROW + 1) if cells[0].value == "shore-1-1"]
    for column, value in zip("IJK", ("Hoàn thành", "01/11/2026", "Xong."), strict=True):
        sheet[f"{column}{row}"] = value
    book.save(tmp_path / "old.xlsx")
    found = read(tmp_path / "old.xlsx", catalogue)
    assert [fault.text() for fault in found.faults] == []
    assert [(report.task.id, report.status) for report in found.reports] == [("shore-1-1", "done")]
