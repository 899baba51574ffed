"""MkDocs' own commands, typed in the project's folder as anybody who knows MkDocs types them."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ENVIRONMENT, copy_project
from tests.edits import edit

MKDOCS = str(Path(sys.executable).with_name("mkdocs"))
# Nothing says where the project's modules are but the folder that the command is typed in.
CLEAN = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | ENVIRONMENT
PATIENCE = 300


def mkdocs(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([MKDOCS, *arguments], cwd=root, env=CLEAN, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("native") / "project")
    edit(root / "data" / "partners.yaml", "- id: sakai\n", "- id: sakai\n  former_ids: [sakai-city]\n")
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """The published site of the same project."""
    command = [sys.executable, "scripts/build.py"]
    result = subprocess.run(command, cwd=root, env=CLEAN, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return root / "site"


def assert_as_published(built: Path, published: Path) -> None:
    """Every file is what `make build` publishes, which has the exports besides."""
    names = [path.relative_to(built) for path in built.rglob("*") if path.is_file()]
    assert {Path("partners/sakai/index.html"), Path("partners/sakai-city/index.html")} <= {*names}
    assert Path("search/entries.json") in names
    assert [name for name in names if (built / name).read_bytes() != (published / name).read_bytes()] == []


def test_build(root: Path, site: Path):
    result = mkdocs(root, "build")
    assert result.returncode == 0, result.stderr
    assert_as_published(root / ".build" / "vi", site)


def test_strict_build_in_english(root: Path, site: Path):
    result = mkdocs(root, "build", "--strict", "-f", "mkdocs.en.yml")
    assert result.returncode == 0, result.stderr
    assert_as_published(root / ".build" / "en", site / "en")


@pytest.mark.parametrize("options", [(), ("-q",)], ids=["with messages", "quiet"])
def test_build_into_another_folder(options: tuple[str, ...], root: Path, tmp_path: Path):
    result = mkdocs(root, "build", *options, "-d", str(tmp_path / "elsewhere"))
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "elsewhere" / "partners" / "sakai" / "index.html").is_file()


def test_strict_build_stops_at_a_broken_link(root: Path, tmp_path: Path):
    page = root / "docs" / "vi" / "about.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[x](gone.md)\n", encoding="utf-8")
    try:
        result = mkdocs(root, "build", "--strict", "-d", str(tmp_path / "elsewhere"))
    finally:
        page.write_text(text, encoding="utf-8")
    assert result.returncode == 1
    assert "'gone.md'" in result.stderr
    assert "1 warnings in strict mode" in result.stdout


def test_build_says_what_is_wrong_with_the_environment(root: Path, tmp_path: Path):
    command = [MKDOCS, "build", "-d", str(tmp_path / "elsewhere")]
    environment = {**CLEAN, "AS_OF": "hôm nay"}
    result = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "is no date; write it like 2026-11-21." in result.stderr
    assert "Traceback" not in result.stderr


class Server:
    """`mkdocs serve` of a project, with what it prints in a file."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/danang/"
        self._log = root / "serve.log"
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [MKDOCS, "serve", "-a", f"127.0.0.1:{port}"], cwd=root, env=CLEAN, stdout=log, stderr=log
            )

    def wait_for_page(self, path: str, text: str) -> None:
        self._wait(lambda: text in self._page(path), f"{text!r} on {path}")

    def wait_for_message(self, text: str) -> None:
        self._wait(lambda: text in self._log.read_text(encoding="utf-8"), text)

    def _wait(self, reached, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not reached():
            assert self._process.poll() is None, f"ended: {self._log.read_text(encoding='utf-8')}"
            assert time.monotonic() < end, f"no {what}: {self._log.read_text(encoding='utf-8')}"
            time.sleep(0.1)

    def _page(self, path: str) -> str:
        # While the last build failed, the server keeps whoever asks for a page waiting.
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as response:
                return str(response.read().decode())
        except (urllib.error.URLError, OSError):
            return ""

    def stop(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[tuple[Path, Server]]:
    copy = Path(shutil.copytree(root, tmp_path / "project", ignore=shutil.ignore_patterns("site")))
    server = Server(copy)
    try:
        server.wait_for_page("partners/sakai/", "Sakai")
        yield copy, server
    finally:
        server.stop()


def test_serve_shows_edits_and_errors_of_the_data_and_lives_on(served: tuple[Path, Server]):
    root, server = served
    partners = root / "data" / "partners.yaml"
    edit(partners, "vi: Sakai", "vi: Sakai Mới")
    server.wait_for_page("partners/sakai/", "Sakai Mới")

    edit(partners, "country: jp", "country: xx")
    command = [sys.executable, "scripts/check.py"]
    check = subprocess.run(command, cwd=root, env=CLEAN, capture_output=True, text=True, check=False)
    (first, *_) = check.stdout.splitlines()
    assert "[unknown-reference] partners/sakai · country" in first
    server.wait_for_message("".join(check.stdout.splitlines(keepends=True)[:3]))

    edit(partners, "country: xx", "country: jp")
    edit(partners, "vi: Sakai Mới", "vi: Sakai Lại")
    server.wait_for_page("partners/sakai/", "Sakai Lại")


def test_serve_names_a_call_that_pages_may_not_make_and_lives_on(served: tuple[Path, Server]):
    root, server = served
    page = root / "docs" / "vi" / "about.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f'{text}\n{{{{ cite("gone", "x") }}}}\n', encoding="utf-8")
    server.wait_for_message("[page-document]")
    page.write_text(f"{text}\nMended.\n", encoding="utf-8")
    server.wait_for_page("about/", "Mended.")
