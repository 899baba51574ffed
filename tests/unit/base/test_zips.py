"""Files are packed without the time and system of their packing."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from macros.base.system.zips import member


def packed() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(member("a/đ.txt"), "Đà Nẵng")
    return archive.getvalue()


def test_neither_time_nor_system_of_the_packing_is_left(monkeypatch: pytest.MonkeyPatch):
    one = packed()
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr(sys, "platform", "win32")
    assert packed() == one


def test_an_unpacked_file_can_be_read_by_all(tmp_path: Path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(member("x.txt"), b"x" * 1000)
    with zipfile.ZipFile(path) as file:
        (info,) = file.infolist()
    assert info.external_attr >> 16 == 0o644
    assert info.compress_size < info.file_size
