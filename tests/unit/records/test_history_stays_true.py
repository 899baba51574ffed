"""The history however the repository came about: wrong clocks, merges, squashes, rebases, clones without content."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.records.check.rules import check
from macros.records.history import git
from macros.records.history.git import read
from macros.views.change_log.log import ChangeLog
from tests.repository import Repository

PARTNERS, TASKS = "data/partners.yaml", "data/tasks.yaml"
BUILT = dt.datetime(2026, 2, 1, 3, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build on 1 February 2026, a month after the first commits."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(BUILT.timestamp())))
    git._read.cache_clear()


def commit_at(repository: Repository, date: str) -> None:
    """Commit what is there with a clock that says something else."""
    repository.git("add", "--all")
    when = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@b"), ("DATE", date))
    }
    command = ["git", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message=x"]
    subprocess.run(command, cwd=repository.root, env={**os.environ, **when}, check=True)


def catalogue(root: Path, day: dt.date | None = None) -> Catalogue:
    return catalogue_of(root, check(root)[0], day or BUILT.date())


def keys(root: Path) -> set[str]:
    """The names of all entries but those of the first records."""
    log = ChangeLog(catalogue(root), "en")
    return {log.entry(change).key for change in catalogue(root).history.changes if change.action != "added"}


def signed(repository: Repository, before: str, after: str) -> None:
    repository.replace(PARTNERS, f"signed: {before}\n", f"signed: {after}\n")
    repository.commit()


@pytest.mark.parametrize("date", ["2026-05-01 00:00:00 +0000", "@99999999999 +0000", "@100000000000000 +0000"])
def test_a_commit_from_the_future_is_one_of_the_day_of_the_build(date: str, repository: Repository):
    repository.replace(PARTNERS, "signed: 2009", "signed: 2009-04")
    commit_at(repository, date)
    history = read(repository.root)
    assert history.changes[0].time == BUILT
    assert history.ahead == (history.changes[0].commit,)
    days = ChangeLog(catalogue(repository.root), "vi").days(history.changes)
    assert max(day.date.first_day for day in days) == BUILT.date()


@pytest.mark.parametrize(
    ("committer", "same_day"),
    [
        *(("A <a@b> 1768000000 -1200", False), ("A <a@b> 1768000000 +9999", False), ("A\udcff <> 1768000000", True)),
        *(("A <a@b> -5 +0000", True), ("A <a@b> someday", True), ("A <a@b", True), ("", True)),
    ],
)
def test_a_commit_whose_time_cannot_be_read_comes_with_the_one_before(
    committer: str, same_day: bool, repository: Repository
):
    """Git takes such commits from other programs, and lists them without a time."""
    before = read(repository.root).changes[0].day
    repository.replace(PARTNERS, "signed: 2009", "signed: 2009-04")
    repository.git("add", "--all")
    tree, parent = repository.git("write-tree").strip(), repository.git("rev-parse", "HEAD").strip()
    text = f"tree {tree}\nparent {parent}\nauthor A <a@b> 4000000000 +0000\ncommitter {committer}\n\nx\n"
    (repository.root / "commit").write_bytes(text.encode("utf-8", "surrogateescape"))
    name = repository.git("hash-object", "-t", "commit", "-w", "--literally", "commit").strip()
    repository.git("update-ref", "HEAD", name)
    newest = read(repository.root).changes[0]
    assert (newest.commit, newest.day == before) == (name, same_day)


def test_days_stand_once_and_in_order_whatever_the_clocks_said(repository: Repository):
    signed(repository, "2009", "2009-04")
    repository.replace(PARTNERS, "signed: 2009-04", "signed: 2009-05")
    commit_at(repository, "2025-06-01 00:00:00 +0000")
    signed(repository, "2009-05", "2009-06")
    days = [day.date for day in ChangeLog(catalogue(repository.root), "vi").days(read(repository.root).changes)]
    assert days == sorted(set(days), reverse=True)
    assert len(days) == 4


def test_on_an_earlier_day_nothing_later_is_told(repository: Repository):
    signed(repository, "2009", "2009-04")
    day = dt.date(2026, 1, 2)
    assert {change.action for change in catalogue(repository.root, day).history.changes} == {"added"}
    assert "changed" in {change.action for change in catalogue(repository.root).history.changes}


def branch_with_edit(repository: Repository) -> set[str]:
    """An edit on a branch, published from there; another on the main branch meanwhile. The names of the first."""
    repository.git("checkout", "--quiet", "-b", "edit")
    signed(repository, "2009", "2009-04")
    published = keys(repository.root)
    assert len(published) == 1
    repository.git("checkout", "--quiet", "main")
    repository.replace(TASKS, "countries: [jp]", "countries: []")
    repository.commit()
    return published


def test_entries_keep_their_names_after_a_merge(repository: Repository):
    published = branch_with_edit(repository)
    repository.git("merge", "--quiet", "--no-ff", "--message=m", "edit")
    assert published < keys(repository.root)
    assert len(keys(repository.root)) == 2


def test_entries_keep_their_names_after_a_merge_the_other_way_round(repository: Repository):
    published = branch_with_edit(repository)
    repository.git("checkout", "--quiet", "edit")
    repository.git("merge", "--quiet", "--no-ff", "--message=m", "main")
    assert published < keys(repository.root)


def test_entries_keep_their_names_after_a_rebase(repository: Repository):
    published = branch_with_edit(repository)
    repository.git("checkout", "--quiet", "edit")
    repository.git("-c", "user.name=A", "-c", "user.email=a@b", "rebase", "--quiet", "main")
    assert published < keys(repository.root)


def test_entries_keep_their_names_after_a_squash(repository: Repository):
    published = branch_with_edit(repository)
    repository.git("merge", "--quiet", "--squash", "edit")
    repository.commit()
    assert published < keys(repository.root)


def test_a_change_that_is_reverted_and_made_again_has_names_of_its_own(repository: Repository):
    signed(repository, "2009", "2009-04")
    once = keys(repository.root)
    repository.git("revert", "--no-edit", "HEAD")
    twice = keys(repository.root)
    signed(repository, "2009", "2009-04")
    assert once < twice < keys(repository.root)
    assert len(keys(repository.root)) == 3


def test_a_file_that_is_renamed_changes_no_name(repository: Repository):
    signed(repository, "2009", "2009-04")
    published = keys(repository.root)
    (repository.root / "data" / "partners").mkdir()
    repository.git("mv", PARTNERS, "data/partners/sakai.yaml")
    repository.write(PARTNERS, "[]\n")
    repository.commit()
    assert keys(repository.root) == published


@pytest.mark.parametrize("kind", ["tree:0", "blob:none"])
def test_a_clone_without_content_says_so(kind: str, repository: Repository, tmp_path: Path):
    signed(repository, "2009", "2009-04")
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    source = f"file://{repository.root}"
    subprocess.run(["git", "clone", "--quiet", "--no-checkout", f"--filter={kind}", source, str(clone)], check=True)
    assert read(clone).missing == "partial"
