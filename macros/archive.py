"""Zip archives (workbooks, documents) whose bytes depend on nothing but their content."""

from __future__ import annotations

import io
import zipfile
from typing import Final

# The earliest time that a zip entry can have.
EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def steady(archive: bytes) -> bytes:
    """The same archive with every entry's time set to one moment, in the order that it has."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(entry(name), old.read(name))
    return packed.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """A compressed file within an archive, the same whenever and on whatever system it is packed."""
    made = zipfile.ZipInfo(name, EPOCH)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system = 3  # Unix, on every system
    made.external_attr = 0o644 << 16
    return made
