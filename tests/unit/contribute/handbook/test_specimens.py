"""The annotated specimens in CONTRIBUTING.md pass the check, and there is one for each kind that staff add."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.contribute.handbook.specimens import specimens
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.records.kinds import IN_FILES
from tests.conftest import PROJECT

SPECIMENS = specimens(PROJECT)
# A record that a specimen invents may be entered one day: the same id or partner, a signing of the same day.
ENTERED_SINCE = {"duplicate-id", "duplicate-partner", "duplicate-task-number", "former-id-twice", "signed-twice"}


def test_every_kind_but_plans_has_a_specimen():
    assert set(SPECIMENS) == set(IN_FILES) - {"plans"}


def test_the_specimens_pass_the_check_when_added_to_the_real_data(tmp_path: Path):
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    for kind, specimen in SPECIMENS.items():
        (tmp_path / "data" / kind).mkdir(exist_ok=True)
        (tmp_path / "data" / kind / "specimen.yaml").write_text(specimen, encoding="utf-8")
    found = [problem for problem in errors(check(tmp_path)[1]) if problem.rule not in ENTERED_SINCE]
    assert [problem.text() for problem in found] == []
