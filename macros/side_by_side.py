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
from typing import Generic, TypeVar

T = TypeVar("T")


class Failed(Exception):
    """A piece of work raised something, or its process was killed. ``printed`` is what it had printed."""

    def __init__(self, reason: str, printed: str = "") -> None:
        super().__init__(reason)
        self.printed = printed


def run(works: Sequence[Callable[[], T]]) -> list[T]:
    """Do all the work at once, each piece in a process of its own; the results come in the same order.

    What a piece prints is shown only when it fails.

    Raises:
        Failed: a piece failed; the first one that did.
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
        answers: list[_Result[T] | Failed] = [_answer(receiver) for _, receiver in started]
    finally:
        for process, receiver in started:
            receiver.close()
            process.join()
        gc.unfreeze()
    for answer in answers:
        if isinstance(answer, Failed):
            raise answer
    return [answer.value for answer in answers if not isinstance(answer, Failed)]


@dataclass(frozen=True, slots=True)
class _Result(Generic[T]):
    value: T


def _answer(receiver: Connection) -> _Result[T] | Failed:
    try:
        answer: _Result[T] | tuple[str, str] = receiver.recv()
    except EOFError:
        return Failed("một tiến trình bị dừng giữa chừng / a process was killed")
    return answer if isinstance(answer, _Result) else Failed(*answer)


def _work(work: Callable[[], T], sender: Connection) -> None:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
        try:
            sender.send(_Result(work()))
        except Exception as reason:
            sys.stdout.flush()
            sys.stderr.flush()
            output.seek(0)
            sender.send((str(reason), output.read()))
