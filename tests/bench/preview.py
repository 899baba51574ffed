"""From the saved edit of one record to its page in the local preview, and to the whole site being up to date."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# Seconds after which a preview that shows nothing is given up.
_PATIENCE = 900


@dataclass(frozen=True, slots=True)
class Edit:
    """Seconds from the saved edit until the record's page shows it."""

    shown: float


def edits(project: Path, environment: Mapping[str, str], runs: int) -> list[Edit]:
    """Serve the project, edit the first task ``runs`` times, and wait for each edit to show."""
    port = _free_port()
    command = [sys.executable, "-u", "scripts/serve.py", "--port", str(port)]
    log = project / "serve.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            command,
            cwd=project,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            address = f"http://127.0.0.1:{port}/tasks/task-0/"
            _wait(address, "task-0", server, log)
            return [Edit(_edit(project, address, number, server, log)) for number in range(runs)]
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait()


def _edit(project: Path, address: str, number: int, server: subprocess.Popen[bytes], log: Path) -> float:
    time.sleep(3)  # until what the last edit left to do is done
    file = project / "data" / "tasks.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("    vi: ") + len("    vi: ")
    file.write_text(f"{text[:start]}Lần {number}. {text[start:]}", encoding="utf-8")
    began = time.perf_counter()
    _wait(address, f"Lần {number}.", server, log)
    return time.perf_counter() - began


def _wait(address: str, text: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=30) as response:
                if text in response.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.05)
    raise RuntimeError(f"{text!r} was not shown: {log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
