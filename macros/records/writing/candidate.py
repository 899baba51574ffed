"""A data file that may be added: checked together with all others, and written as a whole."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.records.check.problem import Problem
from macros.records.check.rules import check
from macros.records.check.rules.texts import FOLDER as TEXTS


def problems_with(root: Path, file: str, text: str) -> list[Problem]:
    """Return the problems that the check finds in all data with one more file.

    Args:
        root: the project's folder, which stays as it is.
        file: the path of the new file below it.
        text: its content.
    """
    with copied(root) as folder:
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return check(folder)[1]


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """Copy the data for a while, with the texts of agreements that the check looks at beside them."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("data", TEXTS):
            if (root / part).is_dir():
                shutil.copytree(root / part, Path(folder) / part)
        yield Path(folder)


def put(root: Path, file: str, text: str) -> None:
    """Write a file as a whole: if the program is killed, there is either all of it or nothing."""
    path = root / file
    path.parent.mkdir(exist_ok=True)
    # Beside the data and not in it, where the check would find the remains of a killed command.
    with tempfile.TemporaryDirectory(prefix=".trial-", dir=root) as folder:
        whole = Path(folder) / path.name
        whole.write_text(text, encoding="utf-8")
        whole.rename(path)
