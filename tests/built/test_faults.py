"""Whatever happens to a build, the published folder is the old whole site or the new whole site."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import commands
from tests.conftest import ENVIRONMENT, SMALL
from tests.edits import edit

# Runs the build command after a change to its insides: the argument is Python that has the modules at hand.
DRIVER = """
import os, runpy, signal, sys
sys.path.insert(0, os.getcwd())
from macros.base import clock
from macros.publish import exports, publish, swap
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
{change}
sys.argv = ["scripts/build.py", *sys.argv[1:]]
runpy.run_path("scripts/build.py", run_name="__main__")
"""
TWO_RENAMES = "swap._exchange = lambda one, other: False\n"


def contents(folder: Path) -> dict[str, str]:
    """Every file of a folder with its hash; empty where there is none."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def driver(change: str) -> str:
    """The build command after a change to its insides."""
    return DRIVER.format(change=change)


def begin(
    root: Path, change: str = "", target: str = "site", environment: Mapping[str, str] | None = None, *, stdin=False
) -> commands.Started:
    """Start a build in a process forked from one that has everything loaded."""
    settings = {**os.environ, **ENVIRONMENT, **(environment or {})}
    return commands.start(driver(change), "--target", target, cwd=root, env=settings, stdin=stdin)


def build(
    root: Path, change: str = "", target: str = "site", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run such a build to its end."""
    process = begin(root, change, target, environment)
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.wait(), out, err)


def start(root: Path, change: str = "", target: str = "site", **options) -> subprocess.Popen[str]:
    """Start a build in a Python of its own."""
    environment = {**os.environ, **ENVIRONMENT, **options.pop("environment", {})}
    command = [sys.executable, "-c", driver(change), "--target", target]
    return subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **options,
    )


def run(root: Path, change: str = "", target: str = "site", **options) -> subprocess.CompletedProcess[str]:
    process = start(root, change, target, **options)
    out, err = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def rename_partner(root: Path, name: str) -> None:
    """Another state of the data, which changes pages, registers, search and exports."""
    shutil.copy(SMALL / "data" / "partners.yaml", root / "data" / "partners.yaml")
    partners = root / "data" / "partners.yaml"
    edit(partners, "en: Sakai", f"en: {name}")


@dataclass(frozen=True)
class States:
    """A project whose site was built and whose data has changed since.

    Attributes:
        project: the project.
        next: the site that it will have next.
        seconds: how long a build took here.
    """

    project: Path
    next: Path
    seconds: float


@pytest.fixture(scope="module")
def states(small_project: Path, tmp_path_factory: pytest.TempPathFactory) -> States:
    folder = tmp_path_factory.mktemp("states")
    root = Path(shutil.copytree(small_project, folder / "project"))
    rename_partner(root, "Sakai Renamed")
    began = time.monotonic()
    new = build(root, target=str(folder / "next"))
    assert new.returncode == 0, new.stderr
    return States(root, folder / "next", time.monotonic() - began)


@pytest.fixture
def ready(states: States) -> str:
    """The change of a build that finds its pages and files made, where only what follows matters."""
    return f"""
import shutil
from pathlib import Path
def copied(root, work, records):
    site = Path({str(states.next)!r})
    shutil.copytree(site, work / "vi", ignore=lambda folder, names: ["en"] if Path(folder) == site else [])
    shutil.copytree(site / "en", work / "en")
publish.languages = copied
publish.exports = lambda records, site: []
"""


@pytest.fixture
def project_copy(states: States, tmp_path: Path) -> Path:
    return Path(shutil.copytree(states.project, tmp_path / "project"))


@pytest.fixture(scope="module")
def published(states: States) -> dict[str, str]:
    """The content of the site."""
    return contents(states.project / "site")


@pytest.fixture(scope="module")
def changed(states: States, published: dict[str, str]) -> dict[str, str]:
    """The content of the site after the next build."""
    new = contents(states.next)
    assert set(new) == set(published)
    assert new != published
    return new


def leftovers(root: Path) -> list[Path]:
    return list(root.glob(".site.work-*"))


def assert_one_line_in_both_languages(message: str) -> None:
    (line,) = message.strip().splitlines()
    assert " / " in line


def test_killed_at_random_moments(project_copy: Path, states: States, published, changed):
    moments = random.Random(7)
    for part in (0.05, 0.95, *(moments.random() for _ in range(3))):
        process = begin(project_copy)
        time.sleep(part * states.seconds)
        process.kill()
        process.communicate()
        assert contents(project_copy / "site") in (published, changed), part

    assert build(project_copy).returncode == 0
    assert contents(project_copy / "site") == changed
    assert leftovers(project_copy) == []


@pytest.mark.parametrize(
    ("moment", "state"),
    {
        "publish.put_in_place = die": "old",
        "swap._exchange = die": "old",
        "swap.shutil.rmtree = die": "new",
        TWO_RENAMES + "swap.Path.rename = die": "old",
        # Between two renames there is no site, for want of a better system call; the next build puts the old one back.
        TWO_RENAMES + "rename = swap.Path.rename\nswap.Path.rename = lambda a, b: (rename(a, b), die())": "none",
    }.items(),
    ids=["before", "just before", "after", "before two renames", "between two renames"],
)
def test_killed_while_one_site_takes_the_place_of_the_other(
    moment: str, state: str, project_copy: Path, ready: str, published, changed
):
    result = build(project_copy, ready + moment)

    assert result.returncode == -signal.SIGKILL
    assert contents(project_copy / "site") == {"old": published, "new": changed, "none": {}}[state]
    assert leftovers(project_copy)
    # The next build begins by tidying up, even if it comes to nothing.
    broken = build(project_copy, "def stop(*_): raise publish.NotPublished('a / b')\npublish.languages = stop")
    assert broken.returncode == 1
    assert contents(project_copy / "site") == (changed if state == "new" else published)
    assert leftovers(project_copy) == []


def test_an_interrupted_build_says_so_and_tidies_up(project_copy: Path, published):
    # While the languages are built; whoever runs the tests in the background has SIGINT ignored.
    process = begin(
        project_copy,
        "import threading\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "build = publish.languages\ndef interrupted(*given):\n"
        "    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()\n    build(*given)\n"
        "publish.languages = interrupted",
    )
    _, err = process.communicate()
    assert process.returncode == 130
    assert_one_line_in_both_languages(err)
    assert contents(project_copy / "site") == published
    assert leftovers(project_copy) == []


@pytest.mark.parametrize("kilobytes", [30, 60, 150], ids=["in a page", "in the theme's scripts", "in the search index"])
def test_a_file_that_the_disk_does_not_take(kilobytes: int, project_copy: Path, published):
    limit = kilobytes * 1024
    result = build(project_copy, f"import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))")
    assert result.returncode == 1
    assert_one_line_in_both_languages(result.stderr)
    assert "published site is as it was" in result.stderr
    assert contents(project_copy / "site") == published
    assert leftovers(project_copy) == []


FULL = "import errno\ndef full(*_, **__): raise OSError(errno.ENOSPC, 'No space left on device', 'some/file')\n"


@pytest.mark.parametrize(
    ("place", "early"),
    [
        ("swap.tempfile.mkdtemp = full", True),
        ("publish.shutil.move = full", False),
        ("exports.EXPORTS[0][0].write = full", True),
        ("publish.verify = full", False),
        ("swap.Path.rename = full\nswap._exchange = lambda *_: False", False),
    ],
)
def test_a_full_disk(place: str, early: bool, project_copy: Path, ready: str, published):
    result = build(project_copy, ("" if early else ready) + FULL + place)
    assert result.returncode == 1
    assert_one_line_in_both_languages(result.stderr)
    assert "ổ đĩa đã đầy (some/file)" in result.stderr
    assert "the disk is full (some/file)" in result.stderr
    assert contents(project_copy / "site") == published
    assert leftovers(project_copy) == []


def test_a_full_disk_while_mkdocs_writes(project_copy: Path, published):
    change = FULL + "import mkdocs.utils\nmkdocs.utils.write_file = full"
    result = build(project_copy, change)
    assert result.returncode == 1
    assert_one_line_in_both_languages(result.stderr)
    assert "the disk is full (some/file)" in result.stderr
    assert contents(project_copy / "site") == published


def test_a_folder_that_may_not_be_written(project_copy: Path, published):
    project_copy.chmod(0o555)
    try:
        result = build(project_copy, "from tests.unit.records.bounded import drop_privileges\ndrop_privileges()")
    finally:
        project_copy.chmod(0o755)
    assert result.returncode == 1
    assert_one_line_in_both_languages(result.stderr)
    assert "no permission to write" in result.stderr
    assert contents(project_copy / "site") == published


def test_a_target_that_is_somebody_elses_folder(project_copy: Path):
    shutil.rmtree(project_copy / "site")
    (project_copy / "site").mkdir()
    (project_copy / "site" / "thesis.txt").write_text("years of work")
    result = build(project_copy)
    assert result.returncode == 1
    assert_one_line_in_both_languages(result.stderr)
    assert (project_copy / "site" / "thesis.txt").read_text() == "years of work"


def test_two_builds_at_once(project_copy: Path, ready: str, published, changed):
    wait = """
verify = publish.verify
def waiting(*arguments):
    print("here", flush=True)
    sys.stdin.readline()
    return verify(*arguments)
publish.verify = waiting
"""
    holding = begin(project_copy, ready + wait, stdin=True)
    assert "here\n" in iter(holding.stdout.readline, "")  # read as far as that line, or to the end

    second = build(project_copy)

    assert second.returncode == 1
    assert_one_line_in_both_languages(second.stderr)
    assert f"process {holding.pid}, 20" in second.stderr
    assert contents(project_copy / "site") == published
    _, err = holding.communicate("\n")
    assert holding.returncode == 0, err
    assert contents(project_copy / "site") == changed


def test_a_lock_of_a_build_that_is_gone(project_copy: Path, ready: str):
    (project_copy / ".site.lock").write_text("999999, 2020-01-01 00:00:00+0700\n")
    assert build(project_copy, ready).returncode == 0


def test_midnight_passes_during_a_build(project_copy: Path):
    """The clock says another date and time at every question; every page and file speaks of the first."""
    change = """
import datetime as dt, itertools
days = itertools.count()
class Clock(dt.datetime):
    @classmethod
    def now(cls, tz=None):
        first = dt.datetime(2026, 12, 31, 23, 59, 59, tzinfo=clock.HO_CHI_MINH)
        return (first + dt.timedelta(days=next(days))).astimezone(tz)
class Module: date, datetime, time, timedelta, UTC = dt.date, Clock, dt.time, dt.timedelta, dt.UTC
clock.dt = Module
"""
    result = build(project_copy, change, environment={"AS_OF": "", "SOURCE_DATE_EPOCH": ""})
    assert result.returncode == 0, result.stderr
    assert "as of 2026-12-31" in result.stdout
    site = contents(project_copy / "site")
    first = {"AS_OF": "2026-12-31", "SOURCE_DATE_EPOCH": "1798736399"}  # 23:59:59 in Vietnam
    assert build(project_copy, environment=first).returncode == 0
    assert contents(project_copy / "site") == site


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("UTC", "2026-12-31T16:59:59+00:00", "2026-12-31"),
        ("UTC", "2026-12-31T17:00:00+00:00", "2027-01-01"),
        ("America/Los_Angeles", "2026-12-31T17:00:00+00:00", "2027-01-01"),
        ("Pacific/Kiritimati", "2026-12-31T10:00:00+00:00", "2026-12-31"),
    ],
)
def test_the_day_is_the_day_in_vietnam_wherever_the_build_runs(zone: str, moment: str, day: str):
    code = f"""
import datetime as dt
from macros.base import clock
class Clock(dt.datetime):
    @classmethod
    def now(cls, tz=None): return dt.datetime.fromisoformat("{moment}").astimezone(tz)
class Module: date, datetime = dt.date, Clock
clock.dt = Module
print(clock.as_of())
"""
    environment = {name: value for name, value in os.environ.items() if name != "AS_OF"} | {"TZ": zone}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == day


@pytest.mark.parametrize("variable", ["AS_OF", "SOURCE_DATE_EPOCH"])
def test_a_date_that_is_none_in_the_environment(variable: str, project_copy: Path):
    result = build(project_copy, environment={variable: "hôm nay"})
    assert result.returncode == 1
    assert_one_line_in_both_languages(result.stderr)
    assert variable in result.stderr


BARE = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("environment", [{}, BARE], ids=["UTF-8", "LC_ALL=C"])
def test_a_path_with_spaces_and_accents_without_git(environment: dict[str, str], project_copy: Path, tmp_path: Path):
    shutil.rmtree(project_copy / "site")
    root = tmp_path / "Dự án “Đà Nẵng” (bản 2) %20 #1"
    project_copy.rename(root)
    more = root / "data" / "glossary"
    more.mkdir()
    (root / "data" / "glossary.yaml").rename(more / "từ viết tắt.yaml")
    (root / "data" / "glossary.yaml").write_text("[]\n")
    empty = tmp_path / "bin"
    empty.mkdir()

    result = (run if environment else build)(root, environment={**environment, "PATH": str(empty)})

    assert result.returncode == 0, result.stderr
    assert "Đã dựng" in result.stdout
    page = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert "Đà Nẵng với thế giới" in page


def test_errors_are_printed_whole_where_the_terminal_knows_only_ascii(project_copy: Path):
    tasks = project_copy / "data" / "tasks.yaml"
    edit(tasks, "group: scheme-i", "group: Đà")
    result = run(project_copy, environment=BARE)
    assert result.returncode == 1
    assert "không dùng làm mã được" in result.stderr
    assert "Traceback" not in result.stderr
