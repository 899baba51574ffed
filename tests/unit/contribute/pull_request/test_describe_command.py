"""The command that describes a change: its exit status, and the names that it takes for a base."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from scripts import describe
from tests.repository import Repository


@pytest.fixture
def described(repository: Repository, monkeypatch: pytest.MonkeyPatch):
    """Run the command in a repository whose builds end as stated."""
    monkeypatch.setenv("AS_OF", "2026-11-21")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.setattr(describe, "ROOT", repository.root)

    def run(base: str, *, head_stands: bool = True, base_stands: bool = True) -> tuple[int, Path]:
        def built(project: Path, target: Path) -> bool:
            target.mkdir(parents=True)
            return head_stands if project == repository.root else base_stands

        file = repository.root / "proposal.json"
        monkeypatch.setattr(describe, "built", built)
        monkeypatch.setattr(sys, "argv", ["describe.py", f"--base={base}", "--output", str(file)])
        return describe.main(), file

    return run


def test_a_change_that_cannot_be_built_fails_and_is_described_all_the_same(described):
    status, file = described("main", head_stands=False)
    assert status == 1
    assert json.loads(file.read_text())["pages"] is None


def test_a_change_that_mends_a_base_that_cannot_be_built_succeeds(described):
    assert described("main", base_stands=False)[0] == 0
    assert described("main")[0] == 0


@pytest.mark.parametrize("base", ["--help", "gone", "-x", "", "main; touch taken", "--orphan"])
def test_a_base_is_the_name_of_a_commit(base: str, described, capfd: pytest.CaptureFixture[str]):
    status, file = described(base)
    assert status == 1
    assert not file.exists()
    assert "git knows no" in capfd.readouterr().err
