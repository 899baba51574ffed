"""How far a long command is: a bar on a terminal, which leaves nothing behind; a line a step elsewhere."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

from tests.conftest import PROJECT

WORK = """
import sys, time
from macros.base.system import processes, progress
def page():
    progress.expect(40)
    for _ in range(40):
        time.sleep(0.01)
        progress.done()
with progress.shown(2):
    progress.step("Dựng trang / Building pages")
    processes.run([page] * 2)
    progress.step("Soát / Verifying")
    time.sleep(0.3)
    if "wrong" in sys.argv:
        progress.end()
        print("lỗi / error", file=sys.stderr)
print("xong / done")
"""


def on_terminal(*arguments: str, **environment: str) -> tuple[str, str]:
    """Standard output, and what a terminal gets that standard error is."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", WORK, *arguments]
    process = subprocess.Popen(
        command,
        cwd=PROJECT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100", **environment},
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
    )
    os.close(theirs)
    drawn = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # nobody holds the other end any longer
            break
        if not more:
            break
        drawn += more
    os.close(ours)
    out, _ = process.communicate()
    assert process.returncode == 0
    return out, drawn.decode()


def test_a_terminal_shows_a_bar_that_forked_processes_move_and_takes_it_away():
    out, drawn = on_terminal()
    assert out == "xong / done\n"
    assert "1/2 Dựng trang / Building pages" in drawn
    assert "2/2 Soát / Verifying" in drawn
    assert "%" in drawn
    # The last thing on the line is that it is erased, and the cursor is seen again.
    assert drawn.rstrip().endswith("\x1b[2K")
    assert drawn.rfind("\x1b[?25h") > drawn.rfind("\x1b[?25l")


def test_what_is_printed_after_the_end_stands_alone_on_its_line():
    _, drawn = on_terminal("wrong")
    assert drawn.endswith("\x1b[2Klỗi / error\r\n")


def test_a_pipe_and_a_terminal_that_cannot_draw_get_a_line_a_step():
    out, drawn = on_terminal(TERM="dumb")
    assert drawn == ""
    steps = ["1/2 Dựng trang / Building pages", "2/2 Soát / Verifying", "xong / done"]
    assert out.splitlines() == steps
    piped = subprocess.run([sys.executable, "-c", WORK], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert (piped.stdout.splitlines(), piped.stderr) == (steps, "")
