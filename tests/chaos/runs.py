"""Builds and servers that are killed, starved and disturbed: what is published is the old whole site or the new one.

Moments are random, each time others; ``CHAOS_SEED`` repeats those of a run, which says its own.
"""

from __future__ import annotations

import os
import random
import resource
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.built.test_faults import contents, leftovers, rename_partner, run, start
from tests.chaos.small_disk import Disk, small_disk
from tests.conftest import ENVIRONMENT, copy_project

SEED = int(os.environ.get("CHAOS_SEED") or secrets.randbelow(10**6))
KILLS = 12
PATIENCE = 120
ODD_PLACES = [
    {"LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    {"LC_ALL": "POSIX", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "xx_YY.nonsense", "TZ": "Nowhere/Nothing", "COLUMNS": "0"},
    {"LANG": "", "LC_ALL": "", "TZ": "", "HOME": "/nowhere", "XDG_CACHE_HOME": "/nowhere"},
]
Site = dict[str, str]


@pytest.fixture(scope="module", autouse=True)
def seed() -> int:
    print(f"\nCHAOS_SEED={SEED}")
    return SEED


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Site, Site]:
    """A project whose data changed since its site was built; that site, and the next."""
    folder = tmp_path_factory.mktemp("chaos")
    root = copy_project(folder / "project")
    result = run(root)
    assert result.returncode == 0, result.stderr
    rename_partner(root, "Sakai Renamed")
    result = run(root, target=str(folder / "next"))
    assert result.returncode == 0, result.stderr
    return root, contents(root / "site"), contents(folder / "next")


@pytest.fixture
def project(prepared: tuple[Path, Site, Site], tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared[0], tmp_path / "project"))


@pytest.fixture
def old(prepared: tuple[Path, Site, Site]) -> Site:
    return prepared[1]


@pytest.fixture
def new(prepared: tuple[Path, Site, Site]) -> Site:
    return prepared[2]


def said_in_one_line(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 1, result.stderr
    (line,) = result.stderr.strip().splitlines()
    assert " / " in line
    return line


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "told to end"])
def test_ended_at_random_moments(number: signal.Signals, project: Path, old: Site, new: Site):
    began = time.monotonic()
    assert run(project, target="other").returncode == 0
    duration = time.monotonic() - began
    moments = random.Random(SEED)
    for _ in range(KILLS):
        process = start(project)
        time.sleep(moments.random() * duration)
        process.send_signal(number)
        _, err = process.communicate()
        assert contents(project / "site") in (old, new), SEED
        assert "Traceback" not in err or process.returncode < 0, err
    assert run(project).returncode == 0
    assert contents(project / "site") == new
    assert leftovers(project) == []


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path) as mounted:
        if mounted is None:
            pytest.skip("this machine lets nobody mount a file system; RLIMIT_FSIZE takes its place below")
        yield mounted


@pytest.mark.parametrize(
    ("starved", "word"),
    [(Disk.fill, "full"), (Disk.use_up_files, "full"), (lambda disk: disk.change("ro"), "read-only")],
    ids=["no room", "no more files", "read-only"],
)
@pytest.mark.parametrize("temporary", [False, True])
def test_a_disk_that_takes_no_more(
    starved: Callable[[Disk], None], word: str, temporary: bool, disk: Disk, project: Path, old: Site
):
    shutil.copytree(project / "site", disk.folder / "site")
    starved(disk)
    # Temporary files of the build may lie on the same disk.
    environment = {"TMPDIR": str(disk.folder)} if temporary else {}
    result = run(project, target=str(disk.folder / "site"), environment=environment)
    assert word in said_in_one_line(result)
    assert contents(disk.folder / "site") == old


@pytest.mark.parametrize("kilobytes", [1, 20, 40, 100, 200])
def test_files_of_a_limited_size(kilobytes: int, project: Path, old: Site):
    limit = kilobytes * 1024
    result = run(project, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    said_in_one_line(result)
    assert contents(project / "site") == old


def test_two_builds_at_once(project: Path, new: Site):
    builds = [start(project), start(project)]
    ends = [(build.communicate()[1], build.returncode) for build in builds]
    assert 0 in {status for _, status in ends}
    for err, status in ends:
        assert status == 0 or len(err.strip().splitlines()) == 1, err
    assert contents(project / "site") == new
    assert leftovers(project) == []


def test_without_git(project: Path, tmp_path: Path):
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    result = run(project, environment={"PATH": str(nothing)})
    assert (result.returncode, result.stderr) == (0, "")


@contextmanager
def again_and_again(work: Callable[[], object]) -> Iterator[None]:
    """Do something all the time, while something else runs."""
    stop = threading.Event()

    def loop() -> None:
        while not stop.is_set():
            work()
            time.sleep(0.02)

    thread = threading.Thread(target=loop)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def test_folders_of_the_build_removed_under_it(project: Path, tmp_path: Path, new: Site):
    caches = tmp_path / "caches"

    def remove() -> None:
        shutil.rmtree(project / ".build", ignore_errors=True)
        shutil.rmtree(caches, ignore_errors=True)

    with again_and_again(remove):
        result = run(project, environment={"XDG_CACHE_HOME": str(caches)})
    assert result.returncode == 0, result.stderr
    assert contents(project / "site") == new


@pytest.mark.parametrize("place", ODD_PLACES, ids=str)
def test_odd_languages_time_zones_and_homes(place: dict[str, str], project: Path, new: Site):
    result = run(project, environment=place)
    assert result.returncode == 0, result.stderr
    assert contents(project / "site") == new


class Server:
    """The local server of a project, in a group of processes of its own, as a terminal has it."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._log = root / "serve.log"
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(root / "scripts" / "serve.py"), f"--port={self.port}"],
                cwd=root,
                env={**os.environ, **ENVIRONMENT},
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 (no threads)
            )

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=5) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, OSError):
            return ""

    def wait(self, reached: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not reached():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.1)

    def end(self, number: signal.Signals, *, whole_group: bool) -> int:
        (os.killpg if whole_group else os.kill)(self.process.pid, number)
        return self.process.wait(PATIENCE)

    def left(self) -> bool:
        """Tell whether a process of the group still runs."""
        for _ in range(100):
            try:
                os.killpg(self.process.pid, 0)
            except ProcessLookupError:
                return False
            time.sleep(0.1)
        return True


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    running = Server(project)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            os.killpg(running.process.pid, signal.SIGKILL)
            running.process.wait()


@pytest.mark.parametrize(
    ("number", "whole_group"), [(signal.SIGINT, True), (signal.SIGINT, False), (signal.SIGTERM, False)]
)
@pytest.mark.parametrize("early", [True, False], ids=["while it builds", "while it serves"])
def test_a_server_that_is_told_to_end(number: signal.Signals, whole_group: bool, early: bool, server: Server):
    if early:
        time.sleep(random.Random(SEED).random() * 3 + 1)
    else:
        server.wait(lambda: "Sakai" in server.page("partners/sakai/"))
    assert server.end(number, whole_group=whole_group) == 0
    assert "Traceback" not in server.said
    assert not server.left()


def test_data_that_are_torn_while_they_are_served(project: Path, server: Server):
    server.wait(lambda: "Sakai Renamed" in server.page("en/partners/sakai/"))
    partners = project / "data" / "partners.yaml"
    whole = partners.read_bytes()
    moments = random.Random(SEED)
    for _ in range(8):
        partners.write_bytes(whole[: moments.randrange(len(whole))])
        time.sleep(moments.random())
        assert "Sakai" in server.page("en/partners/sakai/")
    partners.unlink()
    time.sleep(moments.random())
    assert "Sakai" in server.page("en/partners/sakai/")
    partners.write_bytes(whole.replace(b"Sakai Renamed", b"Sakai Mended"))
    server.wait(lambda: "Sakai Mended" in server.page("en/partners/sakai/"))
