"""Files of the built site that are not pages: each can be read by what it is made for."""

from __future__ import annotations

import csv
import gzip
import importlib.util
import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from lxml import etree

_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def broken(file: Path) -> str | None:
    """Why a file cannot be read, or nothing where it can."""
    data = file.read_bytes()
    if not data.strip():
        return "tệp rỗng / empty file"
    reader = _READERS.get(file.suffix)
    try:
        if reader is not None:
            reader(data)
    except (ValueError, OSError, EOFError, csv.Error, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        return f"{file.suffix[1:].upper()} hỏng / broken: {error}"
    return None


def _json(data: bytes) -> None:
    json.loads(data.decode("utf-8"))


def _xml(data: bytes) -> None:
    etree.fromstring(data, _PARSER)


def _calendar(data: bytes) -> None:
    text = data.decode("utf-8")
    lines = text.split("\r\n")
    if lines[0] != "BEGIN:VCALENDAR" or lines[-2:] != ["END:VCALENDAR", ""] or "\n" in text.replace("\r\n", ""):
        raise ValueError("BEGIN/END:VCALENDAR, CRLF")
    if text.count("\r\nBEGIN:VEVENT") != text.count("\r\nEND:VEVENT"):
        raise ValueError("VEVENT")


def _table(data: bytes) -> None:
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    head = next(rows)
    for number, row in enumerate(rows, start=2):
        if len(row) != len(head):
            raise ValueError(f"dòng / row {number}: {len(row)} ≠ {len(head)}")


def _archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if (name := archive.testzip()) is not None:
            raise ValueError(name)


def _text(data: bytes) -> None:
    data.decode("utf-8")


_READERS: Final[dict[str, Callable[[bytes], object]]] = {
    ".json": _json,
    ".jsonld": _json,
    ".map": _json,
    ".xml": _xml,
    ".svg": _xml,
    ".rss": _xml,
    ".atom": _xml,
    ".ics": _calendar,
    ".csv": _table,
    ".xlsx": _archive,
    ".ods": _archive,
    ".docx": _archive,
    ".zip": _archive,
    ".gz": gzip.decompress,
    ".md": _text,
    ".txt": _text,
    ".css": _text,
    ".js": _text,
}


def known_scripts(root: Path) -> set[str]:
    """The SHA-256 of every script that the theme or the project at ``root`` has; no other may be published."""
    found = importlib.util.find_spec("material")
    assert found is not None
    assert found.origin is not None
    folders = (Path(found.origin).parent / "templates" / "assets", root / "docs")
    return {sha256(path.read_bytes()).hexdigest() for folder in folders for path in folder.rglob("*.js")}
