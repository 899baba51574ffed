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


def test_a_command_that_is_told_to_end_has_a_last_word():
    code = (
        "import time\nfrom macros.base.system.terminal import end_when_told\nend_when_told()\n"
        "try:\n    print('ready', flush=True)\n    time.sleep(60)\nexcept KeyboardInterrupt:\n    print('stopped')\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.terminate()
        assert process.stdout.read() == "stopped\n"
        assert process.wait() == 0
