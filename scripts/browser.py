"""Find a Chromium for the browser tests, or install one; prints its path. Also serves it a built site.

The tests use ``CHROMIUM`` where it is set, a system browser where there is one, and Playwright's own otherwise.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find() -> str | None:
    """The path of a Chromium, or nothing."""
    stated = os.environ.get("CHROMIUM")
    if stated:
        return stated if Path(stated).is_file() else None
    for name in NAMES:
        if (path := shutil.which(name)) is not None:
            return path
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where no system browser was found)

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (its name in the base class)
        pass


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a built site while it is served on this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def install() -> None:
    """Debian's package where apt works, Playwright's download elsewhere."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", "fonts-noto-core"], check=False)
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)


def main() -> int:
    if find() is None:
        install()
    path = find()
    if path is None:
        print(
            "Không có Chromium và không cài được. Hãy cài rồi đặt CHROMIUM=đường dẫn. / "
            "There is no Chromium and none could be installed. Install one and set CHROMIUM=its path.",
            file=sys.stderr,
        )
        return 1
    print(f"Chromium: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
