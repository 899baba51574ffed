"""A folder brought up to date: what is the same stays as it is, what differs is exchanged as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.preview.folder import bring, link, remove, remove_work_folders, work_folder


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_only_what_differs_is_moved(tmp_path: Path):
    site = write(tmp_path / "site", same="a", other="b", a__gone="c")
    before = (site / "same").stat().st_ino
    changed = bring(write(tmp_path / "work", same="a", other="B", new__page="d"), site)
    assert changed == {"other", "new/page"}
    assert (site / "same").stat().st_ino == before
    assert {path.name: path.read_text() for path in site.rglob("*") if path.is_file()} == {
        "same": "a",
        "other": "B",
        "page": "d",
        "gone": "c",
    }


def test_a_second_name_of_the_same_file_has_not_changed(tmp_path: Path):
    site = write(tmp_path / "site", page="a")
    link(site / "page", tmp_path / "work" / "page")
    assert bring(tmp_path / "work", site) == set()
    assert (tmp_path / "work" / "page").is_file()


def test_folders_go_with_their_last_file(tmp_path: Path):
    site = write(tmp_path / "site", a__b__one="x", a__two="y")
    remove(site, "a/b/one")
    assert [path.relative_to(site).as_posix() for path in site.rglob("*")] == ["a", "a/two"]
    remove(site, "a/two")
    assert list(site.iterdir()) == []


def test_work_folders_go_in_the_end_and_those_of_killed_processes_later(tmp_path: Path):
    site = tmp_path / "preview" / "site"

    def failing() -> None:
        with work_folder(site) as work:
            assert work.parent == site.parent
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert list(site.parent.iterdir()) == []
    left = write(site.parent / "work-left", page="x")
    remove_work_folders(site)
    assert not left.exists()
