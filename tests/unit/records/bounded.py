"""Checks data in a process that may use little memory and time, so that a bomb fails one test and no more.

Started as a program it reads folders from its input, one a line, and answers each with a line of JSON: the problems
that the check found, or how the process that looked for them died. Each folder gets a process of its own, forked from
one that has everything loaded.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[3]
# Of address space. The hungriest case, 4 MB of commas, has 115 MB in memory; the real data about 100.
MEMORY = 400 * 1024 * 1024
SECONDS = 20


def drop_privileges() -> None:
    """Make permissions count for root too, by giving up its capabilities, also in programs that are started."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(28, 0b11, 0, 0, 0)  # PR_SET_SECUREBITS: root's number alone brings no capabilities back
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    libc.capset(ctypes.byref(header), ctypes.byref((ctypes.c_uint32 * 6)()))


def answer(root: Path) -> dict[str, Any]:
    from macros.records.check.rules import check  # noqa: PLC0415 (this file is also a program, which sets its path first)

    problems = check(root)[1]
    for problem in problems:
        problem.text().encode()  # as the terminal and the workflow get it
        problem.annotation().encode()
    return {
        "problems": [[str(problem.place), problem.rule, *problem.sentences()] for problem in problems],
        "lines": max((len(problem.text().split("\n")) for problem in problems), default=3),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


def run(root: Path) -> str:
    """The answer of a child with limits, as JSON."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        drop_privileges()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        signal.alarm(SECONDS * 3)  # for what waits instead of working
        try:
            said = json.dumps(answer(root))
        except BaseException as error:
            said = json.dumps({"died": f"{type(error).__name__}: {error}"[:500]})
        with os.fdopen(writing, "w") as pipe:
            pipe.write(said)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    return said or json.dumps({"died": f"signal {os.WTERMSIG(status)}"})


class Checker:
    """The program below as a service."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def check(self, root: Path) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{root}\n")
        self._process.stdin.flush()
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return found

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    import macros.records.check.rules

    assert macros.records.check.rules
    for line in sys.stdin:
        print(run(Path(line.rstrip("\n"))), flush=True)
