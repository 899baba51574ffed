"""A data file that may be added: checked together with all others, and written as a whole."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from macros.records.check.problem import Problem
from macros.records.check.rules import check


def problems_with(root: Path, file: str, text: str) -> list[Problem]:
    """Return the problems that the check finds in all data with one more file.

    Args:
        root: the project's folder, which stays as it is.
        file: the path of the new file below it.
        text: its content.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / "data", Path(folder) / "data")
        path = Path(folder) / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return check(Path(folder))[1]


def put(root: Path, file: str, text: str) -> None:
    """Write a file as a whole: if the program is killed, there is either all of it or nothing."""
    path = root / file
    path.parent.mkdir(exist_ok=True)
    # Beside the data and not in it, where the check would find the remains of a killed command.
    with tempfile.TemporaryDirectory(prefix=".trial-", dir=root) as folder:
        whole = Path(folder) / path.name
        whole.write_text(text, encoding="utf-8")
        whole.rename(path)
