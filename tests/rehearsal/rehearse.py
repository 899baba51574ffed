"""``make rehearse``: the whole rehearsal on a copy of the real data, each state built as a site and verified.

    python -m tests.rehearsal.rehearse [--keep FOLDER]

Prints each edit with its time, and what is not as it should be. ``--keep`` leaves the last state as a project, so that
the whole suite can be run on it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from macros.base.clock import hold_clock
from macros.base.system.files import PROJECT
from macros.base.system.terminal import speak_utf8
from macros.catalogue.catalogue import Catalogue
from macros.contribute.pull_request.proposal import Pages
from macros.contribute.pull_request.site_comparison import compare_pages
from tests.rehearsal.city import City
from tests.rehearsal.edit import read_edits
from tests.rehearsal.expected import faults
from tests.rehearsal.play import play
from tests.rehearsal.sights import Built, Sights


class NotBuilt(Exception):
    """A state of the city could not be published; the message is what the build said."""


class Sites:
    """The site of the city as it is, built with its own code, beside that of the state before."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = root
        self._folder = folder
        self._number = 0
        self._site: Path | None = None

    def show(self, records: Catalogue) -> tuple[Sights, Pages | None]:
        """Build the site, gate included, and compare its pages with those before."""
        del records
        self._number += 1
        before, site = self._site, self._folder / f"site-{self._number}"
        command = [sys.executable, str(self._root / "scripts" / "build.py"), "--target", str(site)]
        built = subprocess.run(command, cwd=self._root, capture_output=True, text=True, check=False)
        if built.returncode:
            raise NotBuilt(f"{built.stdout}\n{built.stderr}")
        pages = None if before is None else compare_pages(before, site)
        if before is not None:
            shutil.rmtree(before)
        self._site = site
        return Built(site), pages


def copy_of_project(root: Path) -> City:
    """Clone the project to a folder, with what is changed in its working tree."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(PROJECT), str(root)], check=True)
    # What an edit commits is published: no other repository says what was.
    subprocess.run(["git", "remote", "remove", "origin"], cwd=root, check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--modified", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        source, target = PROJECT / name, root / name
        if source.is_file() and not source.is_symlink():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
        elif not source.exists():
            target.unlink(missing_ok=True)
    moment = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return City(root, dt.datetime.fromtimestamp(int(moment.stdout), dt.UTC))


def rehearse(root: Path, folder: Path) -> int:
    """Play all edits on a copy of the project.

    Args:
        root: where the copy goes.
        folder: where sites are built.

    Returns:
        The number of edits after which something is not as it should be.
    """
    city = copy_of_project(root)
    sites = Sites(root, folder)
    start = time.perf_counter()
    sights, _ = sites.show(city.records)
    _say("–", "", time.perf_counter() - start)
    wrong = 0
    edits = read_edits()
    for number, edit in enumerate(edits, start=1):
        began = time.perf_counter()
        played = play(city, edit, sites.show, sights)
        found = list(faults(played))
        sights = played.sights
        _say("x" if found else "✓", f"{number}/{len(edits)} {edit.name}", time.perf_counter() - began)
        for fault in found:
            print(f"    {fault}", flush=True)
        wrong += bool(found)
    _say("=", f"{wrong}", time.perf_counter() - start)
    return wrong


def _say(sign: str, what: str, seconds: float) -> None:
    print(f"{sign} {what:<56} {seconds:6.1f} s", flush=True)


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description="Tập dượt một năm / rehearse a year")
    parser.add_argument("--keep", default="", help="giữ bản cuối ở thư mục này / keep the last state in this folder")
    arguments = parser.parse_args()
    hold_clock()
    os.environ.setdefault("SITE_URL", "https://example.org/danang/")
    os.environ.setdefault("REPO_URL", "https://github.com/example/danang")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(arguments.keep).resolve() if arguments.keep else Path(folder) / "project"
        if root.exists():
            print(f"{root}: thư mục đã có / the folder is there already", file=sys.stderr)
            return 1
        try:
            return 1 if rehearse(root, Path(folder)) else 0
        except NotBuilt as reason:
            print(reason, file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(main())
