from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import PROJECT
from tests.edits import edit


def check(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROJECT / "scripts" / "check.py"), "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def break_partner(root: Path) -> None:
    path = root / "data" / "partners.yaml"
    edit(path, "signed: 2009", "signed: 2009-13")
    edit(path, "country: jp", "country: jq")


def test_good_data_pass_and_the_command_says_as_of_when(small_root: Path):
    result = check(small_root)
    assert result.returncode == 0
    assert "As of " in result.stdout
    assert "0 errors" in result.stdout


def test_errors_are_printed_vietnamese_first_with_place_and_exit_1(small_root: Path):
    break_partner(small_root)
    result = check(small_root)
    assert result.returncode == 1
    assert "data/partners.yaml:12:15: [date] partners/sakai · agreements.0.signed" in result.stdout
    assert result.stdout.index("LỖI:") < result.stdout.index("ERROR:")
    assert "Traceback" not in result.stdout + result.stderr


def test_warnings_alone_exit_0(small_root: Path):
    path = small_root / "data" / "sectors.yaml"
    edit(path, "Visitor markets and tourism products.", "Thị trường khách và sản phẩm du lịch.")
    result = check(small_root)
    assert result.returncode == 0
    assert "1 warnings" in result.stdout


def test_annotations_for_github_hold_place_and_one_line(small_root: Path):
    break_partner(small_root)
    lines = check(small_root, "--format", "github").stdout.splitlines()
    assert lines[0].startswith("::error file=data/partners.yaml,line=12,col=15,title=date::partners/sakai")
    assert "%0A" in lines[0]
