"""Small results are made once, and kept together; whatever happens to the file, a build goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from macros.base.system import cache, cache_table


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache" / "results.sqlite"


@pytest.fixture
def made() -> Iterator[str]:
    """A new text each time that one is made."""
    return (f"chữ {number}" for number in count(1))


def asked(made: Iterator[str], *inputs: bytes, shared: str = "twins") -> str:
    with cache_table.opened(shared) as table:
        return table.text(lambda: next(made), *inputs)


@pytest.mark.usefixtures("file")
def test_what_follows_from_the_same_inputs_is_made_once(made: Iterator[str]):
    assert [asked(made, b"a", b"b") for _ in range(2)] == ["chữ 1", "chữ 1"]
    assert asked(made, b"ab", b"") == "chữ 2"
    assert asked(made, b"a", b"b", shared="gate") == "chữ 3"
    assert asked(made, b"a", b"b") == "chữ 1"


@pytest.mark.usefixtures("file")
def test_nothing_is_kept_of_work_that_failed(made: Iterator[str]):
    def work() -> None:
        with cache_table.opened("twins") as table:
            table.text(lambda: next(made), b"before")
            table.text(lambda: str(1 / 0), b"after")

    with pytest.raises(ZeroDivisionError):
        work()
    assert asked(made, b"before") == "chữ 2"


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\x00 and no more", b"\x00" * 8192])
def test_a_damaged_file_is_begun_anew(file: Path, made: Iterator[str], damage: bytes):
    asked(made, b"a")
    file.write_bytes(damage)
    assert [asked(made, b"a") for _ in range(2)] == ["chữ 2", "chữ 2"]


def test_a_damaged_result_is_made_again(file: Path, made: Iterator[str]):
    asked(made, b"a")
    with cache_table.opened("twins") as table:
        assert table._database is not None
        with table._database as database:
            database.execute("UPDATE results SET packed = substr(packed, 1, 5)")
    assert [asked(made, b"a") for _ in range(2)] == ["chữ 2", "chữ 2"]
    assert file.is_file()


def test_without_a_place_to_write_everything_is_made(file: Path, made: Iterator[str]):
    file.parent.write_text("a file, not a folder", encoding="utf-8")
    assert [asked(made, b"a") for _ in range(2)] == ["chữ 1", "chữ 2"]
    cache_table.sweep()


def test_who_reads_meanwhile_holds_up_nobody(file: Path, made: Iterator[str]):
    asked(made, b"a")
    with cache_table.opened("twins") as reader:
        assert reader.text(lambda: next(made), b"a") == "chữ 1"
        asked(made, b"b")
        assert reader.text(lambda: next(made), b"b") == "chữ 2"
    assert file.is_file()


@pytest.mark.usefixtures("file")
def test_what_nobody_asked_for_in_a_week_goes(made: Iterator[str], monkeypatch: pytest.MonkeyPatch):
    for name in (b"asked", b"forgotten"):
        asked(made, name)
    now, day = time.time(), 24 * 60 * 60
    monkeypatch.setattr(time, "time", lambda: now + 6 * day)
    cache_table.sweep()
    assert asked(made, b"asked") == "chữ 1"
    monkeypatch.setattr(time, "time", lambda: now + 12 * day)
    cache_table.sweep()
    assert asked(made, b"asked") == "chữ 1"
    assert asked(made, b"forgotten") == "chữ 3"
