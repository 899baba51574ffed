"""Work done side by side in processes that share what has been read already (they are forked)."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TextIO

from macros.workspace import end_with_parent


class Failed(Exception):
    """A piece of work raised something, or its process was killed. ``printed`` is what it had printed."""

    def __init__(self, reason: str, printed: str = "") -> None:
        super().__init__(reason, printed)
        self.reason = reason
        self.printed = printed

    def __str__(self) -> str:
        return self.reason


def run(works: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do all the work at once, each piece in a process of its own; the results come in the same order.

    What a piece prints is shown only when it fails.

    Raises:
        OSError: the system refused something to a piece.
        Failed: a piece failed otherwise; the first one that did.
    """
    context = multiprocessing.get_context("fork")
    # What is there now stays; counting it again and again in every process would only copy memory.
    gc.collect()
    gc.freeze()
    started = []
    try:
        for work in works:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(work, sender))
            process.start()
            sender.close()
            started.append((process, receiver))
        answers: list[_Result | Failed | OSError] = [_answer(receiver) for _, receiver in started]
    except BaseException:
        for process, _ in started:
            process.kill()
        raise
    finally:
        for process, receiver in started:
            receiver.close()
            process.join()
        gc.unfreeze()
    for answer in answers:
        if isinstance(answer, Exception):
            raise answer
    return [answer.value for answer in answers if not isinstance(answer, Exception)]


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
    end_with_parent()
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
