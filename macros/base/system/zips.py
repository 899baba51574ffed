"""Zip archives (downloads, workbooks, documents) whose bytes depend on nothing but their content."""

from __future__ import annotations

import io
import zipfile
from typing import Final

# The oldest day that an archive can state: the files' age is that of the data, which the files state.
_DAY: Final = (1980, 1, 1, 0, 0, 0)


def member(name: str) -> zipfile.ZipInfo:
    """A file of an archive that is the same whenever and wherever it is packed."""
    found = zipfile.ZipInfo(name, _DAY)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.create_system = 3
    found.external_attr = 0o644 << 16
    return found


def steady(archive: bytes) -> bytes:
    """The same archive, its files in the same order, without the time and place of its packing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(member(name), old.read(name))
    return packed.getvalue()
