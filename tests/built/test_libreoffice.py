"""A workbook that LibreOffice opened and saved again, on the way out and on the way back."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from macros.contribute.workbook.layout import COLUMNS
from scripts.office import find
from tests.unit.contribute.workbook.conftest import GOOD, Office


def converted(path: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice saves it. A missing LibreOffice is a failure."""
    program = find()
    assert program is not None, "no LibreOffice: run `make office`"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    made = folder / f"{path.stem}.{kind}"
    assert made.is_file(), result.stdout + result.stderr
    return made


@pytest.fixture
def saved_again(office: Office, tmp_path: Path) -> Path:
    """A form that was filled in, with a date cell among texts, saved by LibreOffice."""
    cells = {**GOOD, "L5": "The plan was issued.", "M5": "https://example.org/ke-hoach"}
    cells |= {"I6": "Đang thực hiện", "J6": dt.date(2026, 9, 1), "K6": "Đã họp: hai lần."}
    cells |= {"I7": "Chưa bắt đầu", "J7": "2026", "K7": "Chờ kinh phí."}
    path = office.filled(cells)
    folder = tmp_path / "again"
    folder.mkdir()
    return converted(path, "xlsx", folder)


def test_it_imports_the_same(saved_again: Path, office: Office):
    assert office.enter(saved_again).returncode == 0
    again = office.updates
    updates = office.root / "data" / "updates"
    next(updates.iterdir()).unlink()
    updates.rmdir()
    assert office.enter(office.root / "filled.xlsx").returncode == 0
    assert again == office.updates
    assert again[0].count("- id: ") == 3


def test_a_form_stays_a_form(saved_again: Path):
    book = load_workbook(saved_again)
    sheet = book["Nhiệm vụ"]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[5]] == [not column.filled_in for column in COLUMNS]
    assert book["_"].sheet_state == "hidden"
    assert any(rule.type == "list" for rule in sheet.data_validations.dataValidation)


def test_a_formula_is_still_refused(office: Office, tmp_path: Path):
    path = office.filled({**GOOD, "K5": '="Đã " & "ký"'})
    folder = tmp_path / "again"
    folder.mkdir()
    result = office.enter(converted(path, "xlsx", folder))
    assert result.returncode == 1
    assert "ô K5: ô có công thức" in result.stderr


@pytest.mark.parametrize("kind", ["xls", "csv", "ods"])
def test_another_format_is_named(kind: str, office: Office, tmp_path: Path):
    folder = tmp_path / "again"
    folder.mkdir()
    result = office.enter(converted(office.filled(GOOD), kind, folder))
    assert result.returncode == 1
    assert (".xls" if kind == "xls" else kind.upper()) in result.stderr
