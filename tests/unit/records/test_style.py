"""A file in another order or style than the usual is warned of, with the command that mends it; never refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.records.check.problem import Problem
from macros.records.check.style import edited_files, style
from tests.conftest import PROJECT
from tests.edits import edit
from tests.repository import Repository


@pytest.fixture
def partners(small_root: Path) -> Path:
    assert list(style(small_root)) == []
    return small_root / "data" / "partners.yaml"


def found(partners: Path) -> list[Problem]:
    return list(style(partners.parent.parent))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("  kind: city\n  country: jp\n", "  country: jp\n  kind: city\n", 2),
        ("  sectors: [tourism]\n", "  sectors: [tourism]\n\n\n", 8),
        ("\n        - date: 2019\n          kind:", "\n      - date: 2019\n        kind:", 14),
    ],
    ids=["order of keys", "blank lines", "indentation"],
)
def test_the_first_line_that_differs_is_named(before: str, after: str, line: int, partners: Path):
    edit(partners, before, after)
    (problem,) = found(partners)
    assert (problem.rule, problem.severity) == ("style", "warning")
    assert (problem.place.file, problem.place.line) == ("data/partners.yaml", line)
    assert all("`make fmt`" in sentence for sentence in problem.sentences())


def test_the_line_for_editors_may_be_missing_or_there(partners: Path):
    schema = "# yaml-language-server: $schema=../schemas/partners.schema.json\n\n"
    partners.write_text(schema + partners.read_text(encoding="utf-8"), encoding="utf-8")
    assert found(partners) == []


def test_a_file_that_cannot_be_read_is_the_business_of_the_rules(partners: Path):
    edit(partners, "  kind: city", "  kind: [city")
    assert found(partners) == []
    partners.write_bytes(b"\xff")
    assert found(partners) == []


def test_only_the_files_asked_for_are_looked_at(partners: Path):
    edit(partners, "  kind: city\n  country: jp\n", "  country: jp\n  kind: city\n")
    root = partners.parent.parent
    assert list(style(root, {"data/tasks.yaml"})) == []
    assert [problem.place.file for problem in style(root, {"data/partners.yaml"})] == ["data/partners.yaml"]


def test_the_command_looks_at_the_files_that_somebody_is_editing(partners: Path):
    root = partners.parent.parent
    assert edited_files(root) is None, "without git, every file is looked at"
    repository = Repository(root)
    assert edited_files(root) == frozenset()
    repository.replace("data/partners.yaml", "  kind: city\n  country: jp\n", "  country: jp\n  kind: city\n")
    repository.write("data/tasks/việc mới.yaml", "- id: x\n")
    assert edited_files(root) == frozenset({"data/partners.yaml", "data/tasks/việc mới.yaml"})


def test_the_command_warns_and_passes(partners: Path):
    edit(partners, "  kind: city\n  country: jp\n", "  country: jp\n  kind: city\n")
    command = [sys.executable, str(PROJECT / "scripts" / "check.py"), "--root", str(partners.parent.parent)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert "data/partners.yaml:2:1: [style]" in result.stdout
