"""Three tasks by Excel: an upload, the comment on it, and the file that a maintainer puts in the place of the form."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.contribute.pull_request.comment import comment
from macros.contribute.pull_request.proposal import Proposal
from macros.export.docx.report_document import report_document
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from scripts import describe
from tests.repository import Repository
from tests.unit.contribute.workbook.conftest import DAY, Office, joined, open_office
from tests.unit.export.docx_reader import opened, words

RUN = "https://example.org/run"
REPORTED = ("Đã ban hành kế hoạch.", "Đã họp hai lần.", "Chờ kinh phí.")
THREE: dict[str, Any] = {
    f"{column}{row}": value
    for row, cells in enumerate(
        (("Hoàn thành", "03/08/2026"), ("Đang thực hiện", "09/2026"), ("Chưa bắt đầu", "15/10/2026")), start=5
    )
    for column, value in zip("IJK", (*cells, REPORTED[row - 5]), strict=True)
}


@pytest.fixture
def desk(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The desk of an agency with three tasks, whose form comes from the main branch."""
    monkeypatch.setenv("AS_OF", DAY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    office = open_office(repository.root)
    repository.commit()
    return office


@pytest.fixture
def answered(
    desk: Office, repository: Repository, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Callable[[dict[str, Any]], tuple[str, list[Path]]]:
    """Upload the form with cells filled in; return the comment of the workflow and the files that it proposes."""

    def run(cells: dict[str, Any]) -> tuple[str, list[Path]]:
        (desk.root / "data" / "inbox").mkdir(exist_ok=True)
        desk.filled(cells, "data/inbox/bao cao quy IV.xlsx")
        repository.git("checkout", "--quiet", "-b", "upload")
        repository.commit()
        # The workflow works in its own copy of the branch.
        folder = tmp_path_factory.mktemp("workflow")
        copy, proposed, file = (folder / name for name in ("copy", "proposed", "proposal.json"))
        repository.git("clone", "--quiet", str(desk.root), str(copy))
        monkeypatch.setattr(describe, "ROOT", copy)
        monkeypatch.setattr(describe, "built", lambda _project, target: target.mkdir(parents=True) is None)
        arguments = ["--base=HEAD^1", "--output", str(file), "--inbox", str(proposed)]
        monkeypatch.setattr(sys, "argv", ["describe.py", *arguments])
        assert describe.main() == 0
        said = comment(Proposal.model_validate(json.loads(file.read_text(encoding="utf-8"))), RUN)
        return said, sorted(proposed.iterdir())

    return run


def test_three_tasks_come_from_the_form_into_the_report(
    desk: Office, answered: Callable[[dict[str, Any]], tuple[str, list[Path]]], repository: Repository
):
    said, (proposed,) = answered(THREE)
    assert f"data/updates/{proposed.name}" in said
    assert proposed.read_text(encoding="utf-8").strip() in said
    # The workbook cannot land; the file that takes its place can.
    assert [problem.rule for problem in errors(check(desk.root)[1])] == ["workbook-in-inbox"]
    repository.git("rm", "--quiet", "data/inbox/bao cao quy IV.xlsx")
    (desk.root / "data" / "updates").mkdir()
    shutil.copy(proposed, desk.root / "data" / "updates")
    repository.commit()
    records = joined(desk.root)
    told = {
        period: words(opened(report_document(report(period, records), "vi")))
        for period in (Period(2026, 4), Period(2026))
    }
    assert [note in told[Period(2026)] for note in REPORTED] == [True, True, True]
    assert [note in told[Period(2026, 4)] for note in REPORTED] == [False, False, True]


def test_a_wrong_cell_is_named_and_nothing_is_proposed(answered: Callable[[dict[str, Any]], tuple[str, list[Path]]]):
    said, proposed = answered(THREE | {"J6": "hôm qua"})
    assert said.count("J6") >= 2
    assert "hôm qua" in said
    assert proposed == []
