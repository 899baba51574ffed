"""Refusal of files that are no workbook or not safe to open, before the library that reads workbooks sees them."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Final

from macros.contribute.workbook.container import Container
from macros.contribute.workbook.faults import Unreadable

# A form with a hundred tasks has 20 kB, and ten times as much unpacked.
MOST_BYTES: Final = 4 * 1024 * 1024
MOST_UNPACKED: Final = 32 * 1024 * 1024
MOST_PARTS: Final = 500

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How files begin that programs offer to save as, or that somebody renamed.
_BEGINNINGS: Final = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"MIME-Version:": "MHTML",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG": "PNG",
}
_SIGNS: Final = {"urn:schemas-microsoft-com:office:spreadsheet": "XML 2003", "<html": "HTML", "<table": "HTML"}
_LOOKED_AT: Final = 4096
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def contents(path: Path) -> bytes:
    """Return the bytes of a file that is a readable .xlsx workbook, its parts named as they name each other.

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
    return _looked_into(data)


def _guess(data: bytes) -> str:
    """Return the format that a file may have which is no zip archive, for the message."""
    if begun := next((name for beginning, name in _BEGINNINGS.items() if data.startswith(beginning)), ""):
        return begun
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data[:_LOOKED_AT].decode("utf-16" if wide else "utf-8-sig", "replace").lstrip().lower()
    for sign, name in _SIGNS.items():
        if sign in text:
            return name
    return "CSV" if "\0" not in text and any(separator in text for separator in ",;\t") else "…"


def _looked_into(data: bytes) -> bytes:
    """Unpack every part within limits, refuse what is no workbook or not safe, and return the archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS:
                raise Unreadable("too-big", f"> {MOST_PARTS}", str(MOST_PARTS))
            parts: dict[str, bytes] = {}
            unpacked = 0
            for entry in entries:
                # Counted while unpacking: the size that the file states for itself may be wrong.
                with archive.open(entry) as stream:
                    content = stream.read(MOST_UNPACKED - unpacked + 1)
                unpacked += len(content)
                if unpacked > MOST_UNPACKED:
                    raise Unreadable("too-big", f"> {MOST_UNPACKED}", str(MOST_UNPACKED))
                if entry.filename in parts:
                    raise Unreadable("broken")
                parts[entry.filename] = content
        return Container(parts).archive()
    # Zip archives can be wrong in all these ways; RuntimeError is an encrypted entry.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError) as reason:
        raise Unreadable("broken") from reason
