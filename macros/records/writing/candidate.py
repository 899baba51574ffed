"""A data file on trial: what the check would say with it, and putting it in place whole."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from macros.records.check.problem import Problem
from macros.records.check.rules import check


def problems_with(root: Path, file: str, text: str) -> list[Problem]:
    """What the check would say of the whole data with one more file.

    Args:
        root: the project's folder; nothing in it is touched.
        file: the file's path below it.
        text: what the file would hold.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / "data", Path(folder) / "data")
        path = Path(folder) / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return check(Path(folder))[1]


def put(root: Path, file: str, text: str) -> None:
    """Write the file: it is there whole, or not at all, whatever happens."""
    path = root / file
    path.parent.mkdir(exist_ok=True)
    # Beside the data, not among it, where the check would find what a killed command left behind.
    with tempfile.TemporaryDirectory(prefix=".trial-", dir=root) as folder:
        whole = Path(folder) / path.name
        whole.write_text(text, encoding="utf-8")
        whole.rename(path)
