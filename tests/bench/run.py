"""The benchmark: ``make bench [SIZES=100,1000] [RUNS=3]``. What is measured, and how it came out: README.md here.

For each size the project is copied with generated data; builds and the floor take turns, so that whatever else the
machine does falls on both. The table in README.md is renewed, unless ``--keep`` says not to.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from macros.base.clock import as_of
from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from tests.bench import bytecode, floor, generate, history, peers, preview, table
from tests.bench.in_browser import Waiting, measure
from tests.bench.measure import Run, run
from tests.conftest import ENVIRONMENT, PROJECT, copy_project

# Letters at the end of what a failed command said that are told.
_TOLD = 500
HERE = Path(__file__).resolve().parent
SIZES = (100, 1000, 5000, 10000)
# Measured beside the floor; without a figure where they are not installed or fail.
PEERS = ("Zensical over the stubs", "Hugo with a bare layout")
# Zensical loads the macros once a page: larger sites would take a good part of an hour.
MOST_FOR_ZENSICAL = 100
# Commits of data on top of the site's own.
COMMITS = (10, 1000)


@dataclass
class Result:
    """All measurements of one size. Times in seconds, sizes in bytes; ``packed`` means gzipped."""

    size: int
    pages: int = 0
    check: list[Run] = field(default_factory=list)
    build: list[Run] = field(default_factory=list)
    floor: list[Run] = field(default_factory=list)
    peers: dict[str, list[Run]] = field(default_factory=lambda: {name: [] for name in PEERS})
    edit: list[float] = field(default_factory=list)
    exports: dict[str, list[float]] = field(default_factory=dict)
    page: int = 0
    page_packed: int = 0
    page_packed_most: int = 0
    index: int = 0
    index_packed: int = 0
    waiting: Waiting | None = None


@dataclass
class Own:
    """Measurements of the site's own data, with the history of this repository."""

    pages: int = 0
    build: list[Run] = field(default_factory=list)
    later: dict[int, list[Run]] = field(default_factory=dict)
    exports: dict[str, list[float]] = field(default_factory=dict)


def main() -> int:
    """Measure and renew the table; return 1 where nothing could be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of record pages in each language")
    parser.add_argument("--runs", type=int, default=3, help="how often each thing is measured")
    parser.add_argument("--keep", action="store_true", help="leave README.md as it is")
    arguments = parser.parse_args()
    try:
        bytecode.refuse_stale()
    except bytecode.Stale as reason:
        print(reason, file=sys.stderr)
        return 1
    results = []
    for size in map(int, arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            results.append(one(size, arguments.runs, Path(folder)))
        print(json.dumps(dataclasses.asdict(results[-1]), default=str), flush=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        own = of_the_site(arguments.runs, Path(folder))
    print(json.dumps(dataclasses.asdict(own)), flush=True)
    made = table.text(results, own)
    print(made)
    if not arguments.keep:
        table.renew(HERE / "README.md", made)
    return 0


def one(size: int, runs: int, folder: Path) -> Result:
    """Measure one size in a folder of its own."""
    generate.write(folder / "made", size)
    project = copy_project(folder / "project", folder / "made" / "data")
    bytecode.compiled(project)
    result = Result(size)
    plain = folder / "plain"
    floor.write(project, Catalogue(check(project)[0], as_of()), plain)
    for _ in range(runs):
        _say(size, "check")
        result.check.append(run([sys.executable, "scripts/check.py"], project, ENVIRONMENT))
        _say(size, "build")
        result.build.append(run([sys.executable, "scripts/build.py"], project, ENVIRONMENT))
        _say(size, "floor")
        result.floor.append(run(floor.COMMAND, plain, {**ENVIRONMENT, "NO_MKDOCS_2_WARNING": "1"}))
        for name in PEERS:
            _say(size, name)
            if (found := _peer(name, size, project, folder)) is not None:
                result.peers[name].append(found)
    _say(size, "exports")
    _exports(project, folder, runs, result.exports)
    _pages(project / "site", result)
    _say(size, "browser")
    result.waiting = measure(project / "site", runs)
    _say(size, "preview")
    result.edit = [edit.shown for edit in preview.edits(project, ENVIRONMENT, runs)]
    return result


def _peer(name: str, size: int, project: Path, folder: Path) -> Run | None:
    """Measure another generator once; None where it is not installed, takes too long, or fails, which is said."""
    try:
        if name == PEERS[0]:
            return None if size > MOST_FOR_ZENSICAL else peers.zensical(project, folder / "zensical")
        return peers.hugo(folder / "plain", folder / "hugo")
    except RuntimeError as reason:
        print(f"{name}: {str(reason).strip()[-_TOLD:]}", file=sys.stderr, flush=True)
        return None


def of_the_site(runs: int, folder: Path) -> Own:
    """Measure the site's own data as they were committed last, with their history, and with longer ones."""
    own, project = Own(), folder / "project"
    subprocess.run(["git", "clone", "--quiet", str(PROJECT), str(project)], check=True)
    copies = {number: folder / f"later-{number}" for number in COMMITS}
    for number, copy in copies.items():
        subprocess.run(["git", "clone", "--quiet", str(PROJECT), str(copy)], check=True)
        history.add(copy, number)
    for copy in (project, *copies.values()):
        bytecode.compiled(copy)
    print("own data", file=sys.stderr, flush=True)
    for _ in range(runs):
        own.build.append(run([sys.executable, "scripts/build.py"], project, ENVIRONMENT))
        for number, copy in copies.items():
            own.later.setdefault(number, []).append(run([sys.executable, "scripts/build.py"], copy, ENVIRONMENT))
    own.pages = sum(1 for _ in (project / "site").rglob("*.html"))
    _exports(project, folder, runs, own.exports)
    return own


def _exports(project: Path, folder: Path, runs: int, found: dict[str, list[float]]) -> None:
    """Add the seconds of each export."""
    for number in range(runs):
        place = folder / f"exports-{number}"
        command = [sys.executable, str(HERE / "exports.py"), str(place)]
        environment = {**os.environ, **ENVIRONMENT}
        answer = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=True)
        for name, seconds in json.loads(answer.stdout).items():
            found.setdefault(name, []).append(seconds)
        shutil.rmtree(place)


def _pages(site: Path, result: Result) -> None:
    """Count and weigh pages; a record page is a task's, of which there are most."""
    result.pages = sum(1 for _ in site.rglob("*.html"))
    records = [path.read_bytes() for path in sorted(site.glob("tasks/*/index.html"))[:500]]
    packed = [len(zlib.compress(page, 6)) for page in records]
    result.page, result.page_packed = int(median(map(len, records))), int(median(packed))
    result.page_packed_most = max(packed)
    index = (site / "search" / "entries.json").read_bytes()
    result.index, result.index_packed = len(index), len(zlib.compress(index, 6))


def _say(size: int, what: str) -> None:
    print(f"{size}: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
