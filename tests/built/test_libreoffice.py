"""A workbook that LibreOffice opened and saved again, on the way out and on the way back."""

from __future__ import annotations

import atexit
import datetime as dt
import functools
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from macros.contribute.workbook.layout import COLUMNS
from scripts.office import find
from tests.conftest import SMALL
from tests.unit.contribute.workbook.conftest import DAY, GOOD, Office, open_office

KINDS = ("xls", "csv", "ods")


@functools.cache
def profile() -> str:
    """The settings of the LibreOffice of this process; making them takes longer than saving a file."""
    folder = tempfile.mkdtemp(prefix="office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return f"-env:UserInstallation={Path(folder).as_uri()}"


def converted(kind: str, folder: Path, *paths: Path) -> list[Path]:
    """The files as LibreOffice saves them, all at once. A missing LibreOffice is a failure."""
    program = find()
    assert program is not None, "no LibreOffice: run `make office`"
    command = [program, profile(), "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    made = [folder / f"{path.stem}.{kind}" for path in paths]
    assert all(file.is_file() for file in made), result.stdout + result.stderr
    return made


@pytest.fixture(scope="module")
def sent_back(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Forms saved by LibreOffice: filled in, with a date cell among texts; with a formula; and in other formats."""
    root, folder = tmp_path_factory.mktemp("office"), tmp_path_factory.mktemp("again")
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AS_OF", DAY)
        office = open_office(root)
    cells = {**GOOD, "L5": "The plan was issued.", "M5": "https://example.org/ke-hoach"}
    cells |= {"I6": "Đang thực hiện", "J6": dt.date(2026, 9, 1), "K6": "Đã họp: hai lần."}
    cells |= {"I7": "Chưa bắt đầu", "J7": "2026", "K7": "Chờ kinh phí."}
    whole = office.filled(cells, "whole.xlsx")
    formula = office.filled({**GOOD, "K5": '="Đã " & "ký"'}, "formula.xlsx")
    good = office.filled(GOOD, "good.xlsx")
    found = dict(zip(("whole", "formula"), converted("xlsx", folder, whole, formula), strict=True))
    return {**found, "as filled in": whole, **{kind: converted(kind, folder, good)[0] for kind in KINDS}}


def test_it_imports_the_same(sent_back: dict[str, Path], office: Office):
    assert office.enter(sent_back["whole"]).returncode == 0
    again = office.updates
    updates = office.root / "data" / "updates"
    next(updates.iterdir()).unlink()
    updates.rmdir()
    assert office.enter(sent_back["as filled in"]).returncode == 0
    assert again == office.updates
    assert again[0].count("- id: ") == 3


def test_a_form_stays_a_form(sent_back: dict[str, Path]):
    book = load_workbook(sent_back["whole"])
    sheet = book["Nhiệm vụ"]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[5]] == [not column.filled_in for column in COLUMNS]
    assert book["_"].sheet_state == "hidden"
    assert any(rule.type == "list" for rule in sheet.data_validations.dataValidation)


def test_a_formula_is_still_refused(sent_back: dict[str, Path], office: Office):
    result = office.enter(sent_back["formula"])
    assert result.returncode == 1
    assert "ô K5: ô có công thức" in result.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_another_format_is_named(kind: str, sent_back: dict[str, Path], office: Office):
    result = office.enter(sent_back[kind])
    assert result.returncode == 1
    assert (".xls" if kind == "xls" else kind.upper()) in result.stderr
