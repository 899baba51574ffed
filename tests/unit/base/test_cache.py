"""Texts that follow from code alone are made once."""

from __future__ import annotations

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
    file.write_bytes(b"\xff")
    assert cache.text(lambda: next(made), "land") == "chữ 2"
    assert file.read_text(encoding="utf-8") == "chữ 2"


def test_where_nothing_can_be_written_a_text_is_made_each_time(folder: Path, made: Iterator[str]):
    folder.write_text("a file in the way")
    assert [cache.text(lambda: next(made), "land") for _ in range(2)] == ["chữ 1", "chữ 2"]


def test_a_text_that_cannot_be_made_leaves_nothing(folder: Path):
    with pytest.raises(ZeroDivisionError):
        cache.text(lambda: str(1 / 0), "land")
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
