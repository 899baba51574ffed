"""Build the site, serve it on a local address, and build again when data, texts, templates or styles change."""

from __future__ import annotations

import argparse
import subprocess
import sys
from http import HTTPStatus
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mkdocs.livereload import LiveReloadServer

from macros.policy import allow, inline_scripts
from macros.terminal import speak_utf8

WATCHED = ("data", "docs", "macros", "mkdocs.yml", "mkdocs.en.yml")


class Server(LiveReloadServer):
    """MkDocs' server, whose reloading script the policy of a page would refuse: here, and only here, it may run."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page = super()._inject_js_into_html(content, epoch).decode()  # type: ignore[no-untyped-call]
        return allow(page, inline_scripts(page)[-1]).encode()


def build() -> None:
    """Build in a process of its own, so that changed Python code counts too; the last good site stays on failure."""
    if subprocess.run([sys.executable, str(ROOT / "scripts" / "build.py")], check=False).returncode:
        if not (ROOT / "site" / "index.html").is_file():
            raise SystemExit(1)
        print("Trang cũ vẫn đang được phục vụ. / The last good site is still being served.", file=sys.stderr)


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Dựng và xem thử trang / build and serve the site")
    parser.add_argument("--port", type=int, default=8000)
    arguments = parser.parse_args()
    build()
    server = Server(
        builder=lambda *_: build(), host="127.0.0.1", port=arguments.port, root=str(ROOT / "site"), mount_path="/"
    )
    not_found = ROOT / "site" / "404.html"
    server.error_handler = lambda code: not_found.read_bytes() if code == HTTPStatus.NOT_FOUND else None
    for name in WATCHED:
        server.watch(str(ROOT / name))
    print(f"http://127.0.0.1:{arguments.port}/  ·  Ctrl+C để dừng / to stop", flush=True)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
