"""Bytes and text of a data file that may be anything: a link, a pipe, too large, in another encoding."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from macros.records.check.problem import Place, Problem
from macros.records.yaml_source.refusal import Refused

MAX_BYTES: Final = 4 * 1024 * 1024


def read_text(path: Path, shown: str) -> str:
    """Return the text of a file.

    Args:
        path: the file.
        shown: its name in messages.

    Raises:
        Refused: it is no file that data can be read from.
    """
    data = _read_bytes(path, Place(shown))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise Refused(Problem(Place(shown, line, column), "utf-8", found=f"0x{data[error.start]:02X}")) from error


def digest(path: Path) -> bytes:
    """Return a digest of a file's content; empty where the file cannot be read."""
    try:
        return hashlib.blake2b(_read_bytes(path, Place(path.name)), digest_size=16).digest()
    except Refused:
        return b""


def _read_bytes(path: Path, place: Place) -> bytes:
    """Return the file's bytes, without following a link, waiting for a pipe or reading more than is allowed."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise Refused(Problem(place, "regular-file"))
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""
    except OSError as error:
        raise Refused(Problem(place, "unreadable-file", found=error.strerror or str(error))) from error
    if max(size, len(data)) > MAX_BYTES:
        raise Refused(Problem(place, "file-too-large", found=str(max(size, len(data))), allowed=str(MAX_BYTES)))
    return data
