"""What a long command is doing and how far it is: a bar on a terminal, a plain line a step elsewhere.

A process of its own draws the bar, so that the command has no thread beside it when it forks. Steps and pieces reach it
through a pipe, from forked processes too.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Final, TextIO

_STEP, _MORE, _DONE = "step", "more", "done"
# Seconds that the last drawing may take.
_PATIENCE: Final = 2.0
# Fewer pieces say nothing about how far a step is.
_FEWEST: Final = 3


class _Nothing:
    """Shows nothing: nobody asked for it."""

    def step(self, words: str) -> None:
        """A step begins."""

    def tell(self, what: str, number: int) -> None:
        """Pieces are expected or done."""

    def end(self) -> None:
        """Nothing more is shown."""


class _Lines(_Nothing):
    """A line for each step, for logs and pipes."""

    def __init__(self, steps: int, out: TextIO) -> None:
        self._steps, self._out, self._begun = steps, out, 0

    def step(self, words: str) -> None:
        """Print the step's line."""
        self._begun += 1
        print(f"{self._begun}/{self._steps} {words}", file=self._out, flush=True)


class _Bar(_Nothing):
    """A bar, drawn by a process of its own."""

    def __init__(self, steps: int) -> None:
        self._steps, self._begun = steps, 0
        reading, self._writing = os.pipe()
        os.set_blocking(self._writing, False)
        context = multiprocessing.get_context("fork")
        self._process = context.Process(target=_draw, args=(reading, self._writing), daemon=True)
        self._process.start()
        os.close(reading)

    def step(self, words: str) -> None:
        """Have the step's name drawn."""
        self._begun += 1
        self._write(f"{_STEP} {self._begun}/{self._steps} {words}\n")

    def tell(self, what: str, number: int) -> None:
        """Have the bar drawn longer."""
        self._write(f"{what} {number}\n")

    def end(self) -> None:
        """Have the bar taken away."""
        if self._writing >= 0:
            os.close(self._writing)
            self._writing = -1
            self._process.join(_PATIENCE)
            self._process.kill()

    def _write(self, line: str) -> None:
        # A bar is not worth waiting for, nor failing for.
        with contextlib.suppress(OSError):
            os.write(self._writing, line.encode())


_shown: _Nothing = _Nothing()


@contextlib.contextmanager
def shown(steps: int, lines: TextIO | None = None) -> Iterator[None]:
    """Show the steps of a command while it runs: on standard error where that is a terminal.

    Args:
        steps: how many there will be.
        lines: where each step is told in a line otherwise; standard output if not given.
    """
    global _shown  # noqa: PLW0603 (what forked processes and modules far below tell is about the one command)
    before = _shown
    _shown = _Bar(steps) if _on_terminal() else _Lines(steps, lines or sys.stdout)
    try:
        yield
    finally:
        _shown.end()
        _shown = before


def step(words: str) -> None:
    """Say that a step begins.

    Args:
        words: what is done now, in both languages.
    """
    _shown.step(words)


def expect(pieces: int) -> None:
    """Say that the step has so many pieces more."""
    _shown.tell(_MORE, pieces)


def done(pieces: int = 1) -> None:
    """Say that pieces are done."""
    _shown.tell(_DONE, pieces)


def end() -> None:
    """Take the bar away, before something else is printed on the terminal."""
    _shown.end()


def _on_terminal() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _draw(reading: int, writing: int) -> None:
    """Draw what comes through the pipe until nobody can write to it any longer."""
    os.close(writing)
    # Ctrl+C reaches every process of a terminal; this one ends with the command.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with _bar() as draw, open(reading, encoding="utf-8") as told:
        pieces = [0, 0]
        for line in told:
            what, _, rest = line.rstrip("\n").partition(" ")
            if what == _STEP:
                pieces = [0, 0]
                draw(rest, None, 0)
            else:
                pieces[what == _DONE] += int(rest)
                draw("", pieces[0] if pieces[0] >= _FEWEST else None, pieces[1])


@contextlib.contextmanager
def _bar() -> Iterator[Callable[[str, int | None, int], None]]:
    """Yield what draws a step: its words if they are new, the number of its pieces if known, those that are done."""
    # Only here: whoever has no terminal need not wait for it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def draw(words: str, pieces: int | None, finished: int) -> None:
            if words:
                progress.reset(task, total=None, description=words)
            else:
                progress.update(task, total=pieces, completed=finished)

        yield draw
