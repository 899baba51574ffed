"""Cache of results that follow from code alone, for later builds, in the folder that the system has for caches.

It lies outside the project: what is in it was put there by this machine, never by a commit that somebody else made.
Its files may be deleted at any time. Where nothing can be written, nothing is cached.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final


def _folder() -> Path:
    """Return the folder by the rules of freedesktop.org; a relative path, which may lead into a project, is none."""
    candidates = (os.environ.get("XDG_CACHE_HOME", ""), os.path.join(os.path.expanduser("~"), ".cache"))  # noqa: PTH111, PTH118 (never raise)
    # Nothing can be written below the last.
    base = next(path for path in (*candidates, os.devnull) if Path(path).is_absolute())
    return Path(base, "da-nang-external-relations")


FOLDER: Final = _folder()


def text(make: Callable[[], str], *inputs: str) -> str:
    """Return a text from the cache, or make it and put it there.

    Args:
        make: returns the text.
        inputs: everything that the text depends on.
    """
    file = FOLDER / f"{hashlib.sha256(repr(inputs).encode()).hexdigest()}.txt"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return file.read_text(encoding="utf-8")
    made = make()
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        # Moved into place when it is complete, for another build may read it meanwhile.
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=FOLDER, delete=False) as new:
            new.write(made)
        Path(new.name).replace(file)
    return made
