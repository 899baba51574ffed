"""Reproducible zip archives (downloads, workbooks, documents): the same content gives the same bytes."""

from __future__ import annotations

import zipfile
from typing import Final

# The earliest date of a zip archive. The date of the data stands in the files.
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def member(name: str) -> zipfile.ZipInfo:
    """Return the header of a file in an archive, without the time and system of its packing."""
    found = zipfile.ZipInfo(name, _DATE)
    found.compress_type = zipfile.ZIP_DEFLATED
    found.create_system = 3
    found.external_attr = 0o644 << 16
    return found
