"""Build the site, serve it on a local address, and bring it up to date when data, texts, templates or styles change.

The site lies in .build/preview/site; ``site/`` is what `make build` makes.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from http import HTTPStatus
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mkdocs.livereload import LiveReloadServer

from macros.base.system.terminal import end_when_told, speak_utf8
from macros.website.adapter.content_policy import allow, inline_scripts
from scripts.preview import SITE

HOST = "127.0.0.1"
LAST_PORT = 65_535
WATCHED = ("data", "docs", "macros", "mkdocs.yml", "mkdocs.en.yml")


class Server(LiveReloadServer):
    """MkDocs' server. The policy of a page would refuse its reloading script; here, and only here, it may run."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page = super()._inject_js_into_html(content, epoch).decode()  # type: ignore[no-untyped-call]
        return allow(page, inline_scripts(page)[-1]).encode()


class Worker:
    """The process that keeps the site up to date; another takes its place when code, templates or settings change."""

    def __init__(self, address: str) -> None:
        """Prepare to keep a site up to date that is served at an address."""
        self._address = address
        self._process: subprocess.Popen[str] | None = None

    def update(self) -> None:
        """Bring the site up to date; the last good one stays on failure.

        Raises:
            SystemExit: there is no site at all.
        """
        answer = self._ask()
        if answer in {"stale", ""}:
            self.stop()
            answer = self._ask()
        if answer != "shown":
            if not (SITE / "index.html").is_file():
                raise SystemExit(1)
            print("Trang cũ vẫn đang được phục vụ. / The last good site is still being served.", file=sys.stderr)

    def _ask(self) -> str:
        if self._process is None:
            command = [sys.executable, str(ROOT / "scripts" / "preview.py"), f"--address={self._address}"]
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
            )
        else:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGUSR1)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write("update\n")
        except BrokenPipeError:
            return ""
        for line in self._process.stdout:
            if (answer := line.strip()) in {"shown", "failed", "stale"}:
                return answer
        return ""

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Dựng và xem thử trang / build and serve the site")
    parser.add_argument("--port", type=port, default=8000)
    arguments = parser.parse_args()
    end_when_told()
    try:
        return serve(arguments.port)
    except KeyboardInterrupt:
        return 0


def port(text: str) -> int:
    """Return the number of a port.

    Raises:
        ValueError: there is none of this number.
    """
    number = int(text)
    if not 1 <= number <= LAST_PORT:
        raise ValueError(text)
    return number


def free(number: int) -> bool:
    """Tell whether a port is free, asked as the server will ask for it."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, number))
        except OSError:
            return False
    return True


def serve(number: int) -> int:
    """Build the site and serve it until somebody ends that."""
    # Building takes a minute, so the port is asked for first.
    if not free(number):
        print(
            f"Cổng {number} đang có chương trình khác dùng. Hãy chọn cổng khác: make serve PORT={number + 1} / "
            f"Port {number} is in use or not allowed. Choose another: make serve PORT={number + 1}",
            file=sys.stderr,
        )
        return 1
    # Every page says when it was built; so that it need not be built again for that, all say when serving began.
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(time.time())))
    address = f"http://{HOST}:{number}/"
    worker = Worker(address)
    try:
        worker.update()
        server = Server(
            builder=worker.update,
            host=HOST,
            port=number,
            root=str(SITE),
            mount_path="/",
            polling_interval=0.1,
        )
        not_found = SITE / "404.html"
        server.error_handler = lambda code: not_found.read_bytes() if code == HTTPStatus.NOT_FOUND else None
        for name in WATCHED:
            server.watch(str(ROOT / name))
        print(f"{address}  ·  Ctrl+C để dừng / to stop", flush=True)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        finally:
            server.shutdown()
    finally:
        worker.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
