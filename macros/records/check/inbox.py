"""The inbox for workbooks, ``data/inbox/``: a workbook is read from a pull request and never kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from macros.base.system.leftovers import is_leftover
from macros.records.check.problem import Place, Problem
from macros.records.dataset.data_files import INBOX

FOLDER: Final = Path("data") / INBOX
# Keeps the folder and says what it is for.
_ABOUT: Final = "README.md"


def workbooks(root: Path) -> list[Path]:
    """Return what lies in the inbox besides its description, by name."""
    folder = root / FOLDER
    return (
        sorted(path for path in folder.iterdir() if path.name != _ABOUT and not is_leftover(path))
        if folder.is_dir()
        else []
    )


def workbook_in_inbox(root: Path) -> Iterator[Problem]:
    """Yield each workbook that would land with the commit."""
    for path in workbooks(root):
        yield Problem(Place(path.relative_to(root).as_posix()), "workbook-in-inbox", found=path.name)
