"""Files of the built site that are not pages: readers of each format, to tell whole files from broken ones."""

from __future__ import annotations

import contextlib
import csv
import gzip
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from lxml import etree

_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def broken(file: Path) -> str | None:
    """Return why a file cannot be read by its format; None where it can be, or where no format is known of it."""
    data = file.read_bytes()
    # Without history there are no changes, so no lines.
    if not data.strip() and file.suffix != ".jsonl":
        return "tệp rỗng / empty file"
    reader = _READERS.get(file.suffix)
    try:
        if reader is not None:
            reader(data)
    except (ValueError, OSError, EOFError, csv.Error, sqlite3.Error, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        return f"{file.suffix[1:].upper()} hỏng / broken: {error}"
    return None


def _json(data: bytes) -> None:
    json.loads(data.decode("utf-8"))


def _json_lines(data: bytes) -> None:
    for line in data.decode("utf-8").splitlines():
        json.loads(line)


def _database(data: bytes) -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        if (found := database.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise ValueError(found)
        if (lost := database.execute("PRAGMA foreign_key_check").fetchone()) is not None:
            raise ValueError(f"{lost[0]} → {lost[2]}")


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


def _pdf(data: bytes) -> None:
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-1024:]:
        raise ValueError("%PDF, %%EOF")


_READERS: Final[dict[str, Callable[[bytes], object]]] = {
    ".json": _json,
    ".jsonld": _json,
    ".geojson": _json,
    ".jsonl": _json_lines,
    ".sqlite": _database,
    ".map": _json,
    ".xml": _xml,
    ".svg": _xml,
    ".opml": _xml,
    ".rss": _xml,
    ".atom": _xml,
    ".ics": _calendar,
    ".csv": _table,
    ".xlsx": _archive,
    ".ods": _archive,
    ".docx": _archive,
    ".zip": _archive,
    ".pdf": _pdf,
    ".gz": gzip.decompress,
    ".md": _text,
    ".txt": _text,
    ".css": _text,
    ".js": _text,
}
