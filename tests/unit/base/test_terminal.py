"""Commands print both languages on any terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT

PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from macros.base.system.terminal import speak_utf8
speak_utf8()
print(sys.getfilesystemencoding(), *sys.argv[2:], "Đà Nẵng", "\\udcff")
print("lỗi", file=sys.stderr)
"""


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii:strict"},
    ],
)
def test_a_command_prints_utf_8_whatever_the_settings(settings: dict[str, str], tmp_path: Path):
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON", "LANG"))}
    result = subprocess.run(
        [sys.executable, str(program), str(PROJECT), "--an", "argument"],
        env=environment | settings,
        capture_output=True,
        check=True,
    )
    assert result.stdout.decode() == "utf-8 --an argument Đà Nẵng \\udcff\n"
    assert result.stderr.decode() == "lỗi\n"
