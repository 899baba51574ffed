"""What follows from its inputs alone is made once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from macros.base.system import cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def made() -> Iterator[str]:
    """A new text each time that one is made."""
    return (f"chữ {number}" for number in count(1))


def test_a_text_is_made_once_for_the_same_inputs(folder: Path, made: Iterator[str]):
    assert [cache.text(lambda: next(made), "land", "1.0") for _ in range(2)] == ["chữ 1", "chữ 1"]
    assert cache.text(lambda: next(made), "land", "1.1") == "chữ 2"
    assert cache.text(lambda: next(made), "land1", ".1") == "chữ 3"
    assert len(list(folder.iterdir())) == 3


def test_what_is_damaged_is_made_anew(folder: Path, made: Iterator[str]):
    cache.text(lambda: next(made), "land")
    (file,) = folder.iterdir()
    for number, damaged in enumerate((b"", b"\xff", file.read_bytes()[:-1], file.read_bytes() + b"x"), start=2):
        file.write_bytes(damaged)
        assert cache.text(lambda: next(made), "land") == f"chữ {number}"
        assert cache.text(lambda: next(made), "land") == f"chữ {number}"


def test_where_nothing_can_be_written_a_text_is_made_each_time(folder: Path, made: Iterator[str]):
    folder.write_text("a file in the way")
    assert [cache.text(lambda: next(made), "land") for _ in range(2)] == ["chữ 1", "chữ 2"]


def test_a_text_that_cannot_be_made_leaves_nothing(folder: Path):
    with pytest.raises(ZeroDivisionError):
        cache.text(lambda: str(1 / 0), "land")
    assert not folder.exists()


@pytest.mark.usefixtures("folder")
def test_bytes_are_kept_as_they_are():
    assert cache.content(lambda: b"PK\x03\xff", "paper") == b"PK\x03\xff"
    assert cache.content(lambda: b"", "paper") == b"PK\x03\xff"


def test_another_line_of_code_is_another_input(tmp_path: Path):
    module, folder = tmp_path / "a.py", tmp_path / "b"
    folder.mkdir()
    found = set()
    for text in ("x = 1", "x = 2"):
        module.write_text(text)
        cache.code.cache_clear()
        found.add(cache.code(module, folder))
    (folder / "c.py").write_text("")
    cache.code.cache_clear()
    assert len(found | {cache.code(module, folder)}) == 3


def test_what_no_build_asked_for_in_a_week_is_deleted_and_nothing_else(folder: Path, made: Iterator[str]):
    long_ago = time.time() - 8 * 24 * 60 * 60
    for name in ("asked", "forgotten"):
        cache.text(lambda: next(made), name)
    (folder / "of-others").write_text("")
    for file in folder.iterdir():
        os.utime(file, (long_ago, long_ago))
    assert cache.text(lambda: next(made), "asked") == "chữ 1"
    cache.sweep()
    assert len(list(folder.iterdir())) == 2
    assert cache.text(lambda: next(made), "asked") == "chữ 1"
    assert cache.text(lambda: next(made), "forgotten") == "chữ 3"


def test_a_folder_that_is_not_there_is_swept_in_silence(folder: Path):
    cache.sweep()
    assert not folder.exists()


@pytest.mark.parametrize("stated", ["", "kept", "../kept"])
def test_the_folder_lies_outside_the_project_whatever_the_environment_says(
    stated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", stated)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache._folder() == tmp_path / ".cache" / "da-nang-external-relations"
    monkeypatch.setenv("HOME", "relative")
    assert cache._folder().is_absolute()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    assert cache._folder().parent == tmp_path / "own"
