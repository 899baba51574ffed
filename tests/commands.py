"""The project's commands, run as a user runs them, in processes that are forked from one that has everything loaded.

Starting Python and importing what a build needs takes longer than many a command. Started as a program, this file
loads it once and then waits for orders on a socket: a script, its arguments, its folder, its environment and its three
streams. Each gets a process of its own. The code that runs is always the project's; to run the code of a copy that was
changed, start :data:`sys.executable`.
"""

from __future__ import annotations

import array
import atexit
import contextlib
import gc
import importlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

PROJECT = Path(__file__).resolve().parent.parent
# What commands import; whatever else one needs it imports itself.
LOADED = (
    "macros.publish.publish",
    "macros.publish.preview.preview",
    "macros.website.adapter.events",
    "material.plugins.search.plugin",
    "mkdocs_macros.plugin",
    "macros.contribute.workbook.read",
    "macros.export.docx.template_list",
)
_LONGEST_ORDER = 10**6


class Started:
    """A command that runs.

    Attributes:
        args: what runs, for the messages of tests.
        pid: its process.
        stdin: writes to it, where that was asked for.
        stdout: what it prints.
        stderr: what it prints to the standard error.
        returncode: how it ended; minus the signal where one ended it, None before :meth:`wait`.
    """

    def __init__(
        self, args: list[str], pid: int, streams: tuple[IO[str] | None, IO[str], IO[str]], end: IO[str]
    ) -> None:
        self.args = args
        self.pid = pid
        self.stdin, self.stdout, self.stderr = streams
        self.returncode: int | None = None
        self._end = end

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal; nothing happens when it has ended."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def wait(self) -> int:
        """Wait for its end and return how it ended."""
        if self.returncode is None:
            with self._end:
                self.returncode = int(self._end.read())
        return self.returncode

    def communicate(self, given: str = "") -> tuple[str, str]:
        """Give it the rest of its input, wait for its end, and return what it printed to both streams.

        The standard error goes to a file, so neither stream waits for the other.
        """
        if self.stdin is not None:
            with self.stdin:
                self.stdin.write(given)
        with self.stdout:
            out = self.stdout.read()
        self.wait()
        with self.stderr:
            self.stderr.seek(0)
            return out, self.stderr.read()


def start(
    script: Path | str,
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: bool = False,
) -> Started:
    """Start a command.

    Args:
        script: the file of the command, or the text of a program, which has several lines.
        arguments: its arguments.
        cwd: the folder that it starts in.
        env: its environment; else that of this process.
        stdin: whether something will be written to it.
    """
    order = {
        "script": str(script),
        "arguments": arguments,
        "cwd": str(cwd),
        "environment": dict(os.environ if env is None else env),
    }
    given = os.pipe() if stdin else None
    source = given[0] if given else os.open(os.devnull, os.O_RDONLY)
    out, end = os.pipe(), os.pipe()
    errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 (communicate closes it)
    pid = _server().order(order, [source, out[1], errors.fileno(), end[1]])
    for number in (source, out[1], end[1]):
        os.close(number)
    streams = (
        os.fdopen(given[1], "w", encoding="utf-8") if given else None,
        os.fdopen(out[0], encoding="utf-8"),
        errors,
    )
    return Started([str(script), *arguments], pid, streams, os.fdopen(end[0]))


def run(
    script: Path | str, *arguments: str, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; the arguments are those of :func:`start`."""
    process = start(script, *arguments, cwd=cwd, env=env)
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.wait(), out, err)


class _Server:
    """The process that commands are forked from."""

    def __init__(self) -> None:
        self._socket, other = socket.socketpair()
        command = [sys.executable, "-m", "tests.commands", str(other.fileno())]
        self._process = subprocess.Popen(command, cwd=PROJECT, pass_fds=[other.fileno()])
        other.close()
        atexit.register(self._close)

    def order(self, order: dict[str, Any], streams: list[int]) -> int:
        """Have a command started and return its process."""
        socket.send_fds(self._socket, [json.dumps(order).encode() + b"\n"], streams)
        with self._socket.makefile() as answer:
            return int(answer.readline())

    def _close(self) -> None:
        self._socket.close()
        self._process.wait()


_servers: dict[int, _Server] = {}


def _server() -> _Server:
    """The server of this process, started when it is first needed."""
    if os.getpid() not in _servers:
        _servers[os.getpid()] = _Server()
    return _servers[os.getpid()]


# --- the program -----------------------------------------------------------------------------------------------------


def _serve(orders: socket.socket) -> None:
    for name in LOADED:
        importlib.import_module(name)
    _remember()
    gc.collect()
    gc.freeze()
    # Those that look after a command end when it has ended; nobody waits for them.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while (received := _received(orders)) is not None:
        order, streams = received
        if os.fork() == 0:
            _look_after(order, streams, orders)
        for number in streams:
            os.close(number)


def _remember() -> None:
    """Have what depends on the code alone at hand, as a process that goes on building has."""
    from macros.base.languages import LANGS  # noqa: PLC0415 (only this process needs it)
    from macros.base.words import texts  # noqa: PLC0415
    from macros.export.docx.template_list import check_templates  # noqa: PLC0415
    from macros.records.schema import models, record_schema  # noqa: PLC0415

    for lang in LANGS:
        texts(lang)
    for model in models().values():
        record_schema(model)
    check_templates()


def _received(orders: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    """The next order and its streams; None when nobody is left to give one."""
    size = array.array("i").itemsize
    data, ancillary, *_ = orders.recvmsg(_LONGEST_ORDER, socket.CMSG_LEN(4 * size))
    if not data:
        return None
    streams = array.array("i", ancillary[0][2][: 4 * size])
    while not data.endswith(b"\n"):
        data += orders.recv(_LONGEST_ORDER)
    return json.loads(data), list(streams)


def _look_after(order: dict[str, Any], streams: list[int], orders: socket.socket) -> None:
    """Fork the command, say its process, wait for it, and say how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    *own, end = streams
    pid = os.fork()
    if pid == 0:
        orders.close()
        os.close(end)
        _become(order, own)
    orders.sendall(f"{pid}\n".encode())
    orders.close()
    for number in own:
        os.close(number)
    _, status = os.waitpid(pid, 0)
    with contextlib.suppress(BrokenPipeError):
        os.write(end, str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _become(order: dict[str, Any], streams: list[int]) -> None:
    """Run a command in this process and end it as Python does."""
    for target, number in enumerate(streams):
        os.dup2(number, target)
        os.close(number)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8", closefd=False) for number, mode in enumerate(("r", "w", "w"))
    )
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    code = 1
    try:
        code = _ran(order)
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


def _ran(order: dict[str, Any]) -> int:
    script = order["script"]
    sys.argv = ["-c" if "\n" in script else script, *order["arguments"]]
    try:
        if "\n" in script:
            exec(compile(script, "<string>", "exec"), {"__name__": "__main__"})
        else:
            runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
            return 1
        return end.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as given:
        _serve(given)
