"""The place where a build works, and how what it built takes the place of what is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish import swap
from macros.publish.swap import MARK, InTheWay, put_in_place, workspace


def site(folder: Path, text: str) -> Path:
    """A folder that is known as a built site."""
    (folder / MARK).parent.mkdir(parents=True)
    (folder / MARK).write_text("{}")
    (folder / "index.html").write_text(text)
    return folder


def test_the_work_folder_lies_beside_the_target_and_goes_whatever_happens(tmp_path: Path):
    target = tmp_path / "public" / "site"

    def failing() -> None:
        with workspace(target) as work:
            assert work.parent == target.parent
            (work / "half.html").write_text("x")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert [path.name for path in target.parent.iterdir()] == [".site.lock"]


def test_an_empty_folder_may_be_the_target(tmp_path: Path):
    (tmp_path / "site").mkdir()
    with workspace(tmp_path / "site") as work:
        assert work.is_dir()


@pytest.mark.parametrize("content", ["folder", "file"])
def test_what_is_no_site_is_left_alone(content: str, tmp_path: Path):
    target = tmp_path / "site"
    if content == "folder":
        target.mkdir()
        (target / "thesis.txt").write_text("years of work")
    else:
        target.write_text("years of work")
    with pytest.raises(InTheWay, match="is not a built site"), workspace(target):
        pass
    assert (target / "thesis.txt" if content == "folder" else target).read_text() == "years of work"


def test_a_second_build_is_told_who_holds_the_target(tmp_path: Path):
    with (
        workspace(tmp_path / "site"),
        pytest.raises(InTheWay, match=r"Another build is under way \(process \d+, 20"),
        workspace(tmp_path / "site"),
    ):
        pass
    with workspace(tmp_path / "site") as work:
        assert work.is_dir()


def test_what_killed_builds_left_is_put_back_or_removed(tmp_path: Path):
    left = tmp_path / ".site.work-a"
    site(left / "old", "old")
    (tmp_path / ".site.work-b").mkdir()
    with workspace(tmp_path / "site"):
        pass
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    assert list(tmp_path.glob(".site.work-*")) == []


def test_the_first_site_takes_the_name(tmp_path: Path):
    put_in_place(site(tmp_path / "new", "new"), tmp_path / "site", tmp_path)
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("exchanges", [True, False], ids=["in one step", "by two renames"])
def test_a_site_takes_the_place_of_another(exchanges: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    if not exchanges:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    target = site(tmp_path / "site", "old")
    put_in_place(site(tmp_path / "new", "new"), target, tmp_path)
    assert (target / "index.html").read_text() == "new"
    assert (tmp_path / ("new" if exchanges else "old") / "index.html").read_text() == "old"


def test_the_old_site_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    target = site(tmp_path / "site", "old")
    with pytest.raises(OSError, match="No such file"):
        put_in_place(tmp_path / "gone", target, tmp_path)
    assert (target / "index.html").read_text() == "old"
