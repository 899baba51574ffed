"""Time and memory of a command with all processes that it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# Seconds between two looks at the memory; peaks shorter than that are missed.
_INTERVAL = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, seconds of processors, and the most memory in use at once, in bytes."""

    seconds: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Spread:
    """Several measurements of one thing."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.values)

    def __str__(self) -> str:
        if len(self.values) == 1:
            return _short(self.median)
        return f"{_short(self.median)} ({_short(min(self.values))}–{_short(max(self.values))})"


def _short(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed; the message is what it wrote.
    """
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    peak = 0
    while True:
        peak = max(peak, memory(process.pid))
        try:
            output, _ = process.communicate(timeout=_INTERVAL)
        except subprocess.TimeoutExpired:
            continue
        break
    seconds = time.perf_counter() - start
    after = os.times()
    if process.returncode:
        raise RuntimeError(output)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, cpu, peak)


def memory(process: int) -> int:
    """Bytes that a process and all below it hold now; memory that they share counts once (Linux; elsewhere 0)."""
    if sys.platform != "linux":
        return 0
    total = 0
    for one in _family(process):
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue  # it has ended
        total += next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return total


def _family(process: int) -> list[int]:
    found = [process]
    for one in found:
        try:
            children = Path(f"/proc/{one}/task/{one}/children").read_text(encoding="ascii")
        except OSError:
            continue
        found += [int(child) for child in children.split()]
    return found
