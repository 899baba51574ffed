"""A quarter from the forms that go out to the report that goes up, by the commands that an official types."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import lxml.html
import pytest
from docx import Document
from openpyxl import load_workbook

from macros.base.languages import Lang
from macros.base.words import texts
from tests import commands
from tests.built.test_libreoffice import converted
from tests.conftest import ENVIRONMENT, copy_project
from tests.unit.contribute.workbook.conftest import TASK
from tests.unit.export.docx_reader import words

# One row of the sheet of tasks each: status, date, what was done.
REPORTED = {
    5: ("Hoàn thành", "03/08/2026", "Đã ban hành kế hoạch hội nhập."),
    6: ("Đang thực hiện", "09/2026", "Đã họp liên ngành hai lần."),
    7: ("Chưa bắt đầu", "2026-10", "Chờ bố trí kinh phí."),
}
ROOTS: dict[Lang, str] = {"vi": "", "en": "en/"}


def shown(lang: Lang) -> list[str]:
    """The statuses reported, as pages say them: the task that is done has no evidence yet."""
    words = texts(lang)
    return [words["done_unproven"], words["task_status"]["in-progress"], words["task_status"]["not-started"]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which an agency has three tasks, before anything was reported."""
    root = copy_project(tmp_path_factory.mktemp("quarter") / "project")
    with (root / "data" / "tasks.yaml").open("a", encoding="utf-8") as file:
        file.write(TASK.format(n=2, role="lead", agency="foreign-affairs"))
        file.write(TASK.format(n=3, role="coordinating", agency="foreign-affairs"))
        file.write(TASK.format(n=4, role="lead", agency="peoples-committee"))
    return root


def run(root: Path, script: str, *arguments: str) -> str:
    environment = {**os.environ, **ENVIRONMENT}
    result = commands.run(root / "scripts" / f"{script}.py", *arguments, cwd=root, env=environment)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def document(path: Path) -> str:
    return words(Document(io.BytesIO(path.read_bytes())))


def article(root: Path, page: str) -> str:
    tree = lxml.html.document_fromstring((root / "site" / page / "index.html").read_text(encoding="utf-8"))
    return " ".join(tree.xpath("string(//article)").split())


@pytest.fixture(scope="module")
def sent(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The agency's workbook with three tasks reported, as LibreOffice saved it."""
    assert "2 biểu" in run(project, "forms")
    book = load_workbook(project / "forms" / "foreign-affairs.xlsx")
    for row, cells in REPORTED.items():
        for column, value in zip("IJK", cells, strict=True):
            book["Nhiệm vụ"][f"{column}{row}"] = value
    path = tmp_path_factory.mktemp("mail") / "foreign-affairs.xlsx"
    book.save(path)
    folder = tmp_path_factory.mktemp("saved")
    return converted("xlsx", folder, path)[0]


def test_three_tasks_reported_by_excel_stand_on_the_pages_and_in_the_annual_report(
    project: Path, sent: Path, tmp_path: Path
):
    root = tmp_path / "project"
    shutil.copytree(project, root)
    assert "3 báo cáo mới, 0 đã có từ trước" in run(root, "import_forms", str(sent))
    assert "0 báo cáo mới, 3 đã có từ trước" in run(root, "import_forms", str(sent))
    assert len(list((root / "data" / "updates").iterdir())) == 1
    assert "0 errors" in run(root, "check")
    run(root, "build")
    for lang, folder in ROOTS.items():
        for number, (status, (_, _, note)) in enumerate(zip(shown(lang), REPORTED.values(), strict=True), start=1):
            page = article(root, f"{folder}tasks/scheme-i-{number}")
            assert status in page
            assert note in page

    assert "reports/du-thao-2026.docx" in run(root, "report", "2026")
    annual = document(root / "reports" / "du-thao-2026.docx")
    published = article(root, "reports/2026")
    for _, _, note in REPORTED.values():
        assert note in annual
        assert note in published
    # One task is left that nobody reported on, and both say which.
    silent = "Nhiệm vụ không có báo cáo"
    assert [number for number in range(1, 5) if f"Nhiệm vụ số {number}" in annual.rpartition(silent.upper())[2]] == [4]
    assert [number for number in range(1, 5) if f"Nhiệm vụ số {number}" in published.rpartition(silent)[2]] == [4]
    english = document(root / "reports" / "draft-2026.docx")
    counted = "In the period: 3 reported on, 1 not reported on."
    assert counted in english
    assert counted in article(root, "en/reports/2026")
