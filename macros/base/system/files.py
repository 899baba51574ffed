"""The project's folder, the names of the files below a folder, and files written whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

# The folder that macros/ lies in.
PROJECT: Final = Path(__file__).resolve().parents[3]


def file_names(folder: Path, suffix: str = "") -> list[str]:
    """Return the sorted paths, relative to a folder and with ``/``, of all files below it that end with ``suffix``."""
    return sorted(name for name in _walk(str(folder)) if name.endswith(suffix))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, in a folder that is made where there is none: all of it, or what was there before stays.

    Raises:
        OSError: the system refuses, as it does for a file that another program has open.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _walk(folder: str) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        below = os.path.relpath(place, folder).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in names)
