"""Refusal of files that are no workbook or not safe to open, before the library that reads workbooks sees them."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Final

from openpyxl.utils import range_boundaries

from macros.contribute.workbook.faults import Unreadable

# A form with a hundred tasks has 20 kB, and ten times as much unpacked.
MOST_BYTES: Final = 4 * 1024 * 1024
MOST_UNPACKED: Final = 32 * 1024 * 1024
MOST_PARTS: Final = 500
# The library visits every cell of merged and of linked areas.
MOST_CELLS: Final = 100_000
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_AREAS: Final = re.compile(rb"(?:mergeCell|hyperlink)\s[^>]*?\bref\s*=\s*[\"']([^\"'>]*:[^\"'>]*)[\"']")
_STRICT: Final = b"http://purl.oclc.org/ooxml/"


def contents(path: Path) -> bytes:
    """Return the bytes of a file that is a readable .xlsx workbook.

    Raises:
        Unreadable: it is missing, too big, encrypted, damaged or something else.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as reason:
        raise Unreadable("no-file", str(path)) from reason
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("no-file", str(path))
    if status.st_size == 0:
        raise Unreadable("empty-file")
    if status.st_size > MOST_BYTES:
        raise Unreadable("too-big", str(status.st_size), str(MOST_BYTES))
    data = path.read_bytes()
    if data.startswith(_COMPOUND):
        raise Unreadable("password" if _ENCRYPTED in data else "old-excel")
    if not data.startswith(b"PK"):
        raise Unreadable("other-format", _guess(data))
    _look_inside(data)
    return data


def _guess(data: bytes) -> str:
    """Return the format that a file may have which is no zip archive, for the message."""
    if data.startswith(b"%PDF"):
        return "PDF"
    if data.lstrip().lower().startswith((b"<html", b"<!doctype", b"<table")):
        return "HTML"
    return "CSV" if b"\0" not in data and (b"," in data or b";" in data or b"\t" in data) else "…"


def _look_inside(data: bytes) -> None:
    """Unpack every part within limits and refuse what is no workbook or not safe."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            _is_workbook(names)
            unpacked = 0
            for part in parts:
                # Counted while unpacking: the size that the file states for itself may be wrong.
                with archive.open(part) as stream:
                    content = stream.read(MOST_UNPACKED - unpacked + 1)
                unpacked += len(content)
                if unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS:
                    raise Unreadable("too-big", f"> {MOST_UNPACKED}", str(MOST_UNPACKED))
                _without_surprises(part.filename, content)
    # Zip archives can be wrong in all these ways; RuntimeError is an encrypted entry.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError) as reason:
        raise Unreadable("broken") from reason


def _is_workbook(names: set[str]) -> None:
    """Refuse archives that are no workbook, by the names of their parts."""
    if "xl/workbook.xml" in names and "[Content_Types].xml" in names:
        return
    for name, kind in {"xl/workbook.bin": "XLSB", "mimetype": "ODS", "word/document.xml": "DOCX"}.items():
        if name in names:
            raise Unreadable("other-format", kind)
    raise Unreadable("broken" if "[Content_Types].xml" in names else "other-format", "ZIP")


def _without_surprises(name: str, content: bytes) -> None:
    """Refuse parts that such files do not have, or that would keep the library busy for hours."""
    if not name.endswith((".xml", ".rels")):
        return
    # No document type with its entities, and no other encoding to hide one.
    if b"\0" in content or b"<!DOCTYPE" in content:
        raise Unreadable("broken")
    if name == "xl/workbook.xml" and _STRICT in content:
        raise Unreadable("other-format", "Strict Open XML")
    cells = 0
    for match in _AREAS.finditer(content):
        area = match[1].decode("ascii", errors="replace")
        left, top, right, bottom = range_boundaries(area)
        cells += (int(right or MOST_COLUMNS) - int(left or 1) + 1) * (int(bottom or MOST_ROWS) - int(top or 1) + 1)
        if cells > MOST_CELLS:
            raise Unreadable("merged-area", area)
