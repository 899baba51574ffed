"""Cache of results that follow from their inputs alone, for later builds, in the folder that the system has for caches.

It lies outside the project: what is in it was put there by this machine, never by a commit that somebody else made.
Its files may be deleted at any time. Where nothing can be written, nothing is cached.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

_SUFFIX: Final = ".kept"
SECONDS_A_DAY: Final = 24 * 60 * 60
# Papers of a day are of no use on the next.
DAYS_KEPT: Final = 7


def _folder() -> Path:
    """Return the folder by the rules of freedesktop.org; a relative path, which may lead into a project, is none."""
    candidates = (os.environ.get("XDG_CACHE_HOME", ""), os.path.join(os.path.expanduser("~"), ".cache"))  # noqa: PTH111, PTH118 (never raise)
    # Nothing can be written below the last.
    base = next(path for path in (*candidates, os.devnull) if Path(path).is_absolute())
    return Path(base, "da-nang-external-relations")


FOLDER: Final = _folder()


def content(make: Callable[[], bytes], *inputs: str) -> bytes:
    """Return bytes from the cache, or make them and put them there.

    Args:
        make: returns the bytes.
        inputs: everything that they depend on, its code among it (see :func:`code`).
    """
    file = FOLDER / f"{hashlib.sha256(repr(inputs).encode()).hexdigest()}{_SUFFIX}"
    if (found := _read(file)) is not None:
        return found
    made = make()
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        # Moved into place when it is complete, for another build may read it meanwhile.
        with tempfile.NamedTemporaryFile("wb", dir=FOLDER, delete=False) as new:
            new.write(hashlib.sha256(made).digest() + made)
        Path(new.name).replace(file)
    return made


def text(make: Callable[[], str], *inputs: str) -> str:
    """Return a text from the cache, or make it and put it there; see :func:`content`."""
    return content(lambda: make().encode(), "text", *inputs).decode()


@functools.cache
def code(*places: Path) -> str:
    """Return a fingerprint of modules and of folders of modules (not of folders below them)."""
    found = hashlib.sha256()
    for place in places:
        for file in sorted(place.glob("*.py")) if place.is_dir() else [place]:
            found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def sweep() -> None:
    """Delete what no build has asked for in a week."""
    oldest = time.time() - DAYS_KEPT * SECONDS_A_DAY
    with contextlib.suppress(OSError):
        for file in FOLDER.iterdir():
            with contextlib.suppress(OSError):
                if file.suffix == _SUFFIX and file.stat().st_mtime < oldest:
                    file.unlink()


def _read(file: Path) -> bytes | None:
    """Return what a file of the cache holds; None where there is none, or it is damaged."""
    try:
        data = file.read_bytes()
        if file.stat().st_mtime < time.time() - SECONDS_A_DAY:
            os.utime(file)
    except OSError:
        return None
    size = hashlib.sha256().digest_size
    return data[size:] if hashlib.sha256(data[size:]).digest() == data[:size] else None
