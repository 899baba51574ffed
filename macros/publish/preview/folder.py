"""A folder brought up to date file by file, so that a reader finds each file whole, as it was or as it is."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from macros.base.system.files import file_names

_PREFIX: Final = "work-"


@contextlib.contextmanager
def work_folder(site: Path) -> Iterator[Path]:
    """Give a work folder beside the site, on the same file system; removed whatever happens."""
    site.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=site.parent))
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def remove_work_folders(site: Path) -> None:
    """Remove the work folders that processes left which were killed."""
    for left in site.parent.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)


def link(file: Path, name: Path) -> None:
    """Give a file a second name, in a folder that is made where it is missing."""
    name.parent.mkdir(parents=True, exist_ok=True)
    os.link(file, name)


def bring(work: Path, site: Path) -> set[str]:
    """Move the files that differ into the site, each in one step.

    Returns:
        Their paths below the site.
    """
    changed = set()
    for name in file_names(work):
        new, old = work / name, site / name
        if old.is_file() and (new.samefile(old) or new.read_bytes() == old.read_bytes()):
            continue
        old.parent.mkdir(parents=True, exist_ok=True)
        new.replace(old)
        changed.add(name)
    return changed


def remove(site: Path, name: str) -> None:
    """Remove a file of the site, and the folders that it leaves empty."""
    path = site / name
    path.unlink()
    for folder in path.parents:
        if folder == site or any(folder.iterdir()):
            return
        folder.rmdir()
