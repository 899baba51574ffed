"""The same content packs to the same bytes, whenever and wherever it is packed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from macros.base.system.zips import member, steady

FILES = {"b.txt": b"second letter first", "a/đ.txt": "Đà Nẵng".encode()}


def packed(date: tuple[int, int, int, int, int, int], system: int) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        for name, content in FILES.items():
            info = zipfile.ZipInfo(name, date)
            info.create_system = system
            file.writestr(info, content)
    return archive.getvalue()


def test_neither_time_nor_system_of_the_packing_is_left():
    one, other = packed((2024, 1, 1, 8, 0, 0), 0), packed((2026, 5, 4, 9, 30, 2), 3)
    assert one != other
    assert steady(one) == steady(other)


def test_files_keep_their_names_content_and_order():
    with zipfile.ZipFile(io.BytesIO(steady(packed((2024, 1, 1, 8, 0, 0), 0)))) as file:
        assert {name: file.read(name) for name in file.namelist()} == FILES
        assert file.namelist() == list(FILES)


def test_an_unpacked_file_can_be_read_by_all(tmp_path: Path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(member("x.txt"), b"x" * 1000)
    with zipfile.ZipFile(path) as file:
        (info,) = file.infolist()
    assert info.external_attr >> 16 == 0o644
    assert info.compress_size < info.file_size
