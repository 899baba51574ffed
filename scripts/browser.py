"""Find a Chromium for the browser tests, or install one; prints its path. Also serves it a built site.

The tests use ``CHROMIUM`` where it is set, a system browser where there is one, and Playwright's own otherwise: the one
without windows before the others, for it opens a page with a third of the work.
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

# The same engine without windows, and what puts pages into them.
SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find(*, whole: bool = False) -> str | None:
    """The path of a Chromium, or nothing; with ``whole``, rather of one as readers have, to measure what they feel."""
    stated = os.environ.get("CHROMIUM")
    if stated:
        return stated if Path(stated).is_file() else None
    for name in (*WHOLE, SHELL) if whole else (SHELL, *WHOLE):
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
    """Debian's packages where apt works, Playwright's download elsewhere."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        if find() is None:
            subprocess.run(["apt-get", "update", "-qq"], check=False)
        for package in (SHELL, "chromium"):
            if find() is None or (package == SHELL and _offered(package)):
                command = ["apt-get", "install", "-y", "-qq", package, "fonts-noto-core"]
                subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)


def _offered(package: str) -> bool:
    """Tell whether apt knows a package."""
    result = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return result.returncode == 0


def main() -> int:
    if not os.environ.get("CHROMIUM") and shutil.which(SHELL) is None:
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
