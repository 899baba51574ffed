"""Work done side by side in processes that share what has been read already (they are forked)."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Any, Final, TextIO

# As many as there are languages; each more would take as much memory again.
AT_ONCE: Final = 2
_PR_SET_PDEATHSIG: Final = 1


class Failed(Exception):
    """A piece of work raised something, or its process was killed. ``printed`` is what it had printed."""

    def __init__(self, reason: str, printed: str = "") -> None:
        super().__init__(reason, printed)
        self.reason = reason
        self.printed = printed

    def __str__(self) -> str:
        return self.reason


def run(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do the work, :data:`AT_ONCE` pieces at a time, each in a process of its own; results come in the order of works.

    What a piece prints is shown only when it fails.

    Raises:
        OSError: the system refused something to a piece.
        Failed: a piece failed otherwise; of several, the one that stands first.
    """
    context = multiprocessing.get_context("fork")
    # What is there now stays; counting it again and again in every process would only copy memory.
    gc.collect()
    gc.freeze()
    answers: dict[int, _Result | Failed | OSError] = {}
    waiting = list(enumerate(works))
    running: dict[Connection, tuple[int, ForkProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                place, work = waiting.pop(0)
                receiver, sender = context.Pipe(duplex=False)
                running[receiver] = (place, context.Process(target=_work, args=(work, sender)))
                running[receiver][1].start()
                sender.close()
            ready = wait(list(running))
            for receiver in [one for one in running if one in ready]:
                place, process = running.pop(receiver)
                answers[place] = _answer(receiver)
                receiver.close()
                process.join()
    finally:
        for receiver, (_, process) in running.items():
            process.kill()
            receiver.close()
            process.join()
        gc.unfreeze()
    found = [answers[place] for place in range(len(works))]
    for answer in found:
        if isinstance(answer, Exception):
            raise answer
    return [answer.value for answer in found if not isinstance(answer, Exception)]


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


def _answer(receiver: Connection) -> _Result | Failed | OSError:
    try:
        answer: _Result | Failed | OSError = receiver.recv()
    except EOFError:
        return Failed("một tiến trình bị dừng giữa chừng / a process was killed")
    return answer


def _work(work: Callable[[], Any], sender: Connection) -> None:
    _end_with_parent()
    try:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="backslashreplace") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            sender.send(_tried(work, output))
    except OSError as error:
        sender.send(error)


def _tried(work: Callable[[], Any], output: TextIO) -> _Result | Failed:
    try:
        return _Result(work())
    except OSError:
        raise
    except Exception as reason:
        sys.stdout.flush()
        sys.stderr.flush()
        output.seek(0)
        return Failed(str(reason), output.read())


def _end_with_parent() -> None:
    """End this process when the build that started it is killed, so that it cannot write on."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
