"""Work in processes of its own: results, failures, and no process left behind."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from macros.base.system import processes
from tests.conftest import PROJECT

pytestmark = pytest.mark.slow


def raising(error: Exception) -> Callable[[], NoReturn]:
    def work() -> NoReturn:
        raise error

    return work


def ends(pid: int) -> bool:
    """Wait for a process to end."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_results_come_in_the_order_of_the_pieces():
    def slow() -> str:
        time.sleep(0.2)
        return "slow"

    assert processes.run([slow, lambda: "quick", os.getpid])[:2] == ["slow", "quick"]


def test_each_piece_has_a_process_that_shares_what_was_read():
    read = {"records": list(range(10))}
    pids = processes.run([lambda: (os.getpid(), sum(read["records"]))] * 3)
    assert {total for _, total in pids} == {45}
    assert len({pid for pid, _ in pids} | {os.getpid()}) == 4


def test_no_more_run_at_once_than_memory_is_meant_for():
    running, most = multiprocessing.Value("i", 0), multiprocessing.Value("i", 0)

    def work() -> None:
        with running.get_lock():
            running.value += 1
            most.value = max(most.value, running.value)
        # On a busy machine the second one may begin late.
        end = time.monotonic() + 30
        while most.value < processes.MAX_PROCESSES and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(0.05)
        with running.get_lock():
            running.value -= 1

    processes.run([work] * 5)
    assert most.value == processes.MAX_PROCESSES


def test_a_failure_brings_what_was_printed_and_success_prints_nothing():
    program = """
import subprocess, sys
from macros.base.system import processes

def failing():
    print("printed by Python: Đà Nẵng")
    subprocess.run([sys.executable, "-c", "print('printed by a command')"], check=True)
    raise ValueError("no such page")

try:
    processes.run([lambda: print("well"), failing])
except processes.Failed as failed:
    sys.stderr.write(f"{failed}|{sorted(failed.printed.splitlines())}")
"""
    command = [sys.executable, "-X", "utf8", "-c", program]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    result = subprocess.run(command, cwd=PROJECT, env=buffered, capture_output=True, encoding="utf-8", check=True)
    assert result.stdout == ""
    assert result.stderr == "no such page|['printed by Python: Đà Nẵng', 'printed by a command']"


def test_a_refusal_of_the_system_stays_one():
    with pytest.raises(OSError, match="full") as refused:
        processes.run([raising(OSError(errno.ENOSPC, "full", "site/index.html"))])
    assert (refused.value.errno, refused.value.filename) == (errno.ENOSPC, "site/index.html")


def test_of_several_failures_the_first_piece_is_told():
    def later() -> None:
        time.sleep(0.2)
        raise ValueError("first")

    with pytest.raises(processes.Failed, match="first"):
        processes.run([later, raising(ValueError("second"))])


def test_a_killed_process_is_a_failure():
    with pytest.raises(processes.Failed, match="killed"):
        processes.run([lambda: os.kill(os.getpid(), signal.SIGKILL)])


def test_an_interrupted_run_leaves_no_process_and_no_frozen_objects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "pid"

    def work() -> None:
        file.write_text(str(os.getpid()))
        time.sleep(60)

    def interrupted(_: Any) -> NoReturn:
        while not (file.is_file() and file.read_text()):
            time.sleep(0.01)
        raise KeyboardInterrupt

    monkeypatch.setattr(processes, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        processes.run([work])
    assert ends(int(file.read_text()))
    assert gc.get_freeze_count() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the system call is Linux's")
def test_processes_end_with_the_build_that_started_them(tmp_path: Path):
    program = (
        "import os, pathlib, time\n"
        "from macros.base.system import processes\n"
        f"file = pathlib.Path({str(tmp_path / 'pid')!r})\n"
        "processes.run([lambda: (file.write_text(str(os.getpid())), time.sleep(60))])\n"
    )
    build = subprocess.Popen([sys.executable, "-c", program], cwd=PROJECT)
    file = tmp_path / "pid"
    while not (file.is_file() and file.read_text()):
        assert build.poll() is None
        time.sleep(0.02)
    build.kill()
    build.wait()
    assert ends(int(file.read_text()))
