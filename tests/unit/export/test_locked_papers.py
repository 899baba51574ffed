"""Papers that somebody has open: the commands that write them say so, and leave them as they are."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import brief, forms, report

COMMANDS: dict[str, tuple[Callable[[], int], tuple[str, ...], str]] = {
    "brief": (brief.main, ("--partner", "sakai", "--lang", "vi"), "briefs/sakai-vi.docx"),
    "report": (report.main, ("2026",), "reports/du-thao-2026.docx"),
    "forms": (forms.main, (), "forms/foreign-affairs.xlsx"),
}
each_command = pytest.mark.parametrize("name", COMMANDS)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, small_root: Path) -> Callable[[str], int]:
    monkeypatch.setenv("AS_OF", "2026-11-21")

    def call(name: str) -> int:
        main, arguments, _ = COMMANDS[name]
        monkeypatch.setattr(sys, "argv", [f"{name}.py", *arguments, "--root", str(small_root)])
        return main()

    return call


@each_command
def test_a_paper_that_is_locked_is_named_and_left(
    name: str, run: Callable[[str], int], small_root: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    assert run(name) == 0
    file = small_root / COMMANDS[name][2]
    file.write_bytes(b"open in Word")

    def locked(_path: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))

    monkeypatch.setattr(Path, "replace", locked)
    capsys.readouterr()
    assert run(name) == 1
    said = capsys.readouterr().err
    assert said.count(file.name) == 2
    assert "hãy đóng lại" in said
    assert "has it open" in said
    assert file.read_bytes() == b"open in Word"
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []


@each_command
def test_a_day_that_is_none_makes_no_paper(
    name: str, run: Callable[[str], int], small_root: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    monkeypatch.setenv("AS_OF", "ngày mai")
    assert run(name) == 1
    assert "write it like 2026-11-21" in capsys.readouterr().err
    assert not (small_root / COMMANDS[name][2]).exists()
