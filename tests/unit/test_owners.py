"""Reviewers of a fork: its owner, or whoever is named; everything that runs has one."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from scripts import owners
from tests.conftest import PROJECT
from tests.repository import Repository

FILE = owners.OWNERS


def run(root: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["owners.py", "--root", str(root), "--", name])
    return owners.main()


@pytest.fixture
def fork(repository: Repository) -> Repository:
    (repository.root / ".github").mkdir()
    shutil.copy(PROJECT / FILE, repository.root / FILE)
    return repository


def used(root: Path) -> dict[str, list[str]]:
    """The patterns in use, each with its reviewers."""
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {pattern: names for pattern, *names in rows}


@pytest.mark.parametrize(
    "origin",
    ["https://github.com/official/danang.git", "git@github.com:official/danang", "ssh://git@github.com/official/x"],
)
def test_the_owner_of_the_repository_reviews_everything_that_runs(
    origin: str, fork: Repository, monkeypatch: pytest.MonkeyPatch
):
    assert used(fork.root) == {}
    fork.git("remote", "add", "origin", origin)
    assert run(fork.root, "", monkeypatch) == 0
    found = used(fork.root)
    assert {name for names in found.values() for name in names} == {"@official"}
    assert {"*", "/.github/", "/macros/", "/docs/", "/requirements/", "/Makefile"} <= found.keys()


def test_a_team_may_be_named(fork: Repository, monkeypatch: pytest.MonkeyPatch):
    assert run(fork.root, "@city/foreign-affairs", monkeypatch) == 0
    assert used(fork.root)["*"] == ["@city/foreign-affairs"]


@pytest.mark.parametrize("name", ["city", "@", "@a b", "@a/b/c", "@a\n* @evil", ""])
def test_what_names_nobody_on_github_is_refused(
    name: str, fork: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    fork.git("remote", "add", "origin", "https://example.org/official/danang")
    assert run(fork.root, name, monkeypatch) == 1
    assert "make owners OWNER=" in capsys.readouterr().err
    assert used(fork.root) == {}
