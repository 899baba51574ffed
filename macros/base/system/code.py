"""What the results follow from that are kept between builds: the project's own code and words, and its libraries."""

from __future__ import annotations

import functools
import hashlib
import sys
from importlib import metadata
from typing import Final

from macros.base.system.files import PROJECT

# Code, words, and the templates of papers.
_KINDS: Final = (".py", ".yaml", ".docx")


@functools.cache
def digest(*rooms: str) -> str:
    """Return a digest of all files of some rooms of the package: another one where any of them differs.

    Args:
        rooms: names of folders below ``macros``.
    """
    made = hashlib.sha256()
    for room in rooms:
        folder = PROJECT / "macros" / room
        for file in sorted(path for path in folder.rglob("*") if path.suffix in _KINDS):
            made.update(f"{file.relative_to(folder.parent).as_posix()} {file.stat().st_size}\n".encode())
            made.update(file.read_bytes())
    return made.hexdigest()


def versions(*libraries: str) -> tuple[str, ...]:
    """Return the versions of Python and of some installed libraries."""
    return (sys.version, *map(metadata.version, libraries))
