"""The files below ``data/``, and whatever else is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from macros.base.system.leftovers import is_leftover
from macros.records.check.problem import Place, Problem
from macros.records.kinds import IN_FILES, PLURAL

# Workbooks that pull requests bring; :mod:`macros.records.check.inbox` looks into it.
INBOX = "inbox"


def data_files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Yield every data file with the plural of its kind, by kind and then by name.

    Args:
        folder: the project's ``data``.
        problems: files that are missing, unknown or no files at all are added to it.
    """
    present = _listed(folder, problems)
    if problems:
        return
    for kind in IN_FILES:
        own = folder / f"{kind}.yaml"
        if os.path.lexists(own):
            yield kind, own
        elif PLURAL[kind].stored == "file" and not PLURAL[kind].optional:
            problems.append(Problem(Place(f"{folder.name}/{kind}.yaml"), "missing-file", found=f"{kind}.yaml"))
        for path in _listed(folder / kind, problems):
            if path.suffix == ".yaml":
                yield kind, path
            else:
                problems.append(_stray(folder, path, f"{folder.name}/{kind}/*.yaml"))
    allowed = ", ".join(f"{folder.name}/{kind}.yaml" for kind in IN_FILES)
    for path in present:
        if path.name == INBOX and path.is_dir() and not path.is_symlink():
            continue
        name = path.name if path.is_dir() else path.stem
        if name not in IN_FILES or (not path.is_dir() and path.suffix != ".yaml"):
            problems.append(_stray(folder, path, allowed))


def _listed(folder: Path, problems: list[Problem]) -> list[Path]:
    """Return what is in a folder but leftovers, sorted; nothing where there is none. A link to a folder is refused."""
    if not os.path.lexists(folder):
        return []
    place = Place(folder.name if folder.name == "data" else f"data/{folder.name}")
    if folder.is_symlink() or not folder.is_dir():
        problems.append(Problem(place, "regular-file"))
        return []
    try:
        return sorted(path for path in folder.iterdir() if not is_leftover(path))
    except OSError as error:
        problems.append(Problem(place, "unreadable-file", found=error.strerror or str(error)))
        return []


def _stray(folder: Path, path: Path, allowed: str) -> Problem:
    return Problem(Place(path.relative_to(folder.parent).as_posix()), "unknown-file", allowed=allowed)
