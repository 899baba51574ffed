"""Files are whole when what they are made for can read them."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from macros.publish.gate.formats import broken


def packed() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), "hello hello")
    return file.getvalue()


CALENDAR = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("name", "whole", "cut"),
    [
        ("a.json", b'{"a": 1}', b'{"a": 1'),
        ("a.jsonld", b"[]", b"["),
        ("a.xml", b"<a><b/></a>", b"<a><b></a>"),
        ("a.svg", b"<svg/>", b"<svg"),
        ("a.ics", CALENDAR, CALENDAR[:-20]),
        ("b.ics", CALENDAR, CALENDAR.replace(b"VEVENT\r\nEND", b"VEVENT\r\nX:1\nY:2\r\nEND", 1)),
        ("c.ics", CALENDAR, CALENDAR.replace(b"END:VEVENT\r\n", b"")),
        ("a.csv", b"\xef\xbb\xbfa,b\r\n1,2\r\n", b"a,b\r\n1\r\n"),
        ("b.csv", b"a\r\n\xc4\x91\r\n", b"a\r\n\xe0\r\n"),
        ("a.xlsx", packed(), packed()[:-30]),
        ("a.zip", packed(), packed().replace(b"hello hello", b"hello jello")),
        ("a.gz", gzip.compress(b"x", mtime=0), gzip.compress(b"x", mtime=0)[:-4]),
        ("a.md", "đ".encode(), "đ".encode("cp1258")),
        ("a.png", b"\x89PNG", b""),
        # Lines of changes may be none, for a copy without history has none.
        ("a.jsonl", b"", b'{"a": 1}\n{'),
    ],
)
def test_a_broken_file_is_told_from_a_whole_one(name: str, whole: bytes, cut: bytes, tmp_path: Path):
    file = tmp_path / name
    file.write_bytes(whole)
    assert broken(file) is None
    file.write_bytes(cut)
    said = broken(file)
    assert said is not None
    assert said.startswith(f"{file.suffix[1:].upper()} hỏng / broken: " if cut else "tệp rỗng / empty file")
