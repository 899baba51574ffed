"""Work in parallel processes, forked so that they share what has been read already."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Final, TextIO

from macros.base.system import progress

# One for each language; every further process would take as much memory again.
MAX_PROCESSES: Final = 2
_PR_SET_PDEATHSIG: Final = 1


class Failed(Exception):
    """A piece of work raised an exception, or its process was killed.

    Attributes:
        reason: the message of the exception.
        printed: the output of the piece until then.
    """

    def __init__(self, reason: str, printed: str = "") -> None:
        super().__init__(reason, printed)
        self.reason = reason
        self.printed = printed

    def __str__(self) -> str:
        return self.reason


class Exhausted(Exception):
    """A piece of work took more time or memory than it may; its process was killed."""


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


_Answer = _Result | Failed | Exhausted | OSError


def run(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """Run pieces of work, :data:`MAX_PROCESSES` at a time, each in a process of its own.

    The output of a piece is shown only if it fails. If this call ends early, the processes are killed.

    Args:
        works: the pieces; what they return has to be picklable.

    Returns:
        The result of each piece, in their order.

    Raises:
        OSError: the system refused something to a piece.
        Failed: a piece failed otherwise. Of several failures, that of the first piece is raised.
    """
    # The objects of now stay; if the garbage collector looked at them in each process, their memory would be copied.
    gc.collect()
    gc.freeze()
    try:
        answers = _answers(works)
    finally:
        gc.unfreeze()
    results = []
    for answer in answers:
        if isinstance(answer, Exception):
            raise answer
        results.append(answer.value)
    return results


def within(seconds: float, memory: int, work: Callable[[], Any]) -> Any:
    """Run a piece of work on something that may be hostile, in a process that is killed when it takes too much.

    Args:
        seconds: the longest that it may take.
        memory: bytes that it may take besides those of this process.
        work: the piece; what it returns has to be picklable.

    Returns:
        Its result.

    Raises:
        Exhausted: it took more, or its process was killed.
        OSError: the system refused something.
        Failed: it raised an exception.
    """

    def limited() -> Any:
        _limit_memory(memory)
        return work()

    receiver, process = _start(limited)
    try:
        if not wait([receiver], timeout=seconds):
            raise Exhausted
        try:
            answer: _Answer = receiver.recv()
        except EOFError as reason:
            raise Exhausted from reason
    finally:
        process.kill()
        receiver.close()
        process.join()
    if isinstance(answer, Exception):
        raise answer
    return answer.value


def _limit_memory(more: int) -> None:
    """Let this process take so many bytes more than it has, where the system counts them."""
    used = Path("/proc/self/statm")
    if used.exists():
        pages = int(used.read_text().split()[0])
        limit = pages * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _answers(works: Sequence[Callable[[], Any]]) -> list[_Answer]:
    """Run all pieces, failed or not, and return their answers in order."""
    answers: dict[int, _Answer] = {}
    waiting = list(enumerate(works))
    progress.expect(len(works))
    running: dict[Connection, tuple[int, ForkProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < MAX_PROCESSES:
                place, work = waiting.pop(0)
                receiver, process = _start(work)
                running[receiver] = (place, process)
            ready = wait(list(running))
            for receiver in [one for one in running if one in ready]:
                place, process = running.pop(receiver)
                answers[place] = _received(receiver)
                progress.done()
                receiver.close()
                process.join()
    finally:
        for receiver, (_, process) in running.items():
            process.kill()
            receiver.close()
            process.join()
    return [answers[place] for place in range(len(works))]


def _start(work: Callable[[], Any]) -> tuple[Connection, ForkProcess]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, sender))
    process.start()
    sender.close()
    return receiver, process


def _received(receiver: Connection) -> _Answer:
    try:
        answer: _Answer = receiver.recv()
    except EOFError:
        return Failed("một tiến trình bị dừng giữa chừng / a process was killed")
    return answer


def _work(work: Callable[[], Any], sender: Connection) -> None:
    """Run a piece in its own process, with its output in a file, and send the answer."""
    _end_with_parent()
    try:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="backslashreplace") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            sender.send(_tried(work, output))
    except OSError as error:
        sender.send(error)


def _tried(work: Callable[[], Any], output: TextIO) -> _Result | Failed | Exhausted:
    try:
        return _Result(work())
    except OSError:
        raise
    except MemoryError:
        return Exhausted()
    except Exception as reason:
        sys.stdout.flush()
        sys.stderr.flush()
        output.seek(0)
        return Failed(str(reason), output.read())


def _end_with_parent() -> None:
    """Have this process killed when its parent is, so that it cannot go on writing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
