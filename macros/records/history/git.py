"""History of ``data/``, read from the repository with git. Where there is none, the history says so.

Only first parents count: a merge is one commit, on the day of the merge. Nobody can have committed after the build: a
later time, as of a computer whose clock was wrong, is taken as that of the build, and days stand in order.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from macros.base.clock import built_at
from macros.base.system.git import output
from macros.records.history import editions
from macros.records.history.changes import IDENTITY, Change, History
from macros.records.history.old_files import Key, Parser, Plain, kind_of
from macros.records.history.replay import Replay

_MARK: Final = "commit "
# Commits whose files are read together: few enough for memory, many enough that git is not started for each.
_AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True)
class _Commit:
    """A commit with the data files that it changed, each with the hash of its content or ``None`` if deleted."""

    name: str
    moment: int
    files: dict[str, str | None]


def read(root: Path) -> History:
    """Read the history of ``<root>/data``; what is missing, the result says, without changes."""
    return replace(_history(root), editions=editions.read(root))


def _history(root: Path) -> History:
    shallow = output(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        return History(missing="no-git")
    if shallow.strip() != b"false":
        return History(missing="shallow")
    head = output(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return _read(root, head) if head is not None else History(missing="no-commits")


# A local server builds many times; the history changes with the head only.
@functools.lru_cache(maxsize=1)
def _read(root: Path, head: bytes) -> History:  # noqa: ARG001
    listed = _listed(root)
    if listed is None:
        return History(missing="partial" if _partial(root) else "no-git")
    commits = list(_commits(listed))
    if not commits:
        return History(missing="no-commits")
    parser, replay = Parser(), Replay()
    found: list[list[Change]] = []
    seen: Counter[str] = Counter()
    latest = int(built_at().timestamp())
    for some in _some(commits):
        contents = blobs(root, sorted({name for commit in some for name in commit.files.values() if name is not None}))
        if contents is None:
            return History(missing="partial" if _partial(root) else "no-git")
        for commit in some:
            files: dict[str, dict[Key, Plain] | None] = {
                path: {} if name is None else parser.parse(contents[name], kind)
                for path, name in commit.files.items()
                if (kind := kind_of(path))
            }
            told = replay.step(commit.name, min(max(commit.moment, 0), latest), files)
            seen.update(change.content for change in told)
            found.append([replace(change, occurrence=seen[change.content]) for change in told])
    newest = [change for changes in reversed(found) for change in changes]
    for change in newest:
        # Made here once, and not in each process that names it.
        _ = change.content
    # Commits stand in the order in which they follow each other, which need not be that of their days.
    changes = tuple(sorted(newest, key=lambda change: change.day, reverse=True))
    ahead = tuple(commit.name for commit in commits if commit.moment > latest)
    history = History(changes, moved=replay.moved(), ahead=ahead)
    return replace(history, present=_present(history, replay))


def _present(history: History, replay: Replay) -> dict[str, Plain]:
    """Return the fields of the records that changed after they were entered, without those that say which they are."""
    found = {}
    for change in history.changes:
        if change.action in {"changed", "renamed"}:
            kind, _, name = history.now(f"{change.kind}/{change.id}").partition("/")
            if (record := replay.get((kind, name))) is not None:
                found[f"{kind}/{name}"] = {field: value for field, value in record.items() if field not in IDENTITY}
    return found


def _partial(root: Path) -> bool:
    """Tell whether the repository was cloned without all of its objects (``git clone --filter``)."""
    return output(root, "config", "--get-regexp", r"^(extensions\.partialclone|remote\..*\.promisor)$") is not None


def _some(commits: list[_Commit]) -> Iterator[list[_Commit]]:
    """Yield the commits in turn, as many at a time as memory holds the files of."""
    for start in range(0, len(commits), _AT_ONCE):
        yield commits[start : start + _AT_ONCE]


def _listed(root: Path) -> bytes | None:
    """Return the commits that changed data as git lists them; ``None`` where it cannot."""
    return output(
        root,
        *("-c", "core.quotePath=true", "log", "--first-parent", "-m", "--root", "--reverse", "--no-color"),
        *("--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative", f"--format={_MARK}%H %ct"),
        *("--", "data"),
    )


def _commits(listed: bytes) -> Iterator[_Commit]:
    """Yield the commits of a list, oldest first."""
    commit: _Commit | None = None
    for line in listed.decode("utf-8", "replace").splitlines():
        if line.startswith(_MARK):
            if commit is not None:
                yield commit
            name, _, moment = line.removeprefix(_MARK).partition(" ")
            # One that states no time, as other programs write them, comes with the one before it.
            commit = _Commit(name, int(moment) if moment else commit.moment if commit else 0, {})
        elif line.startswith(":") and commit is not None:
            entry, path = line.split("\t", 1)
            after, status = entry.split()[3:5]
            commit.files[path] = None if status == "D" else after
    if commit is not None:
        yield commit


def blobs(root: Path, names: list[str]) -> dict[str, bytes] | None:
    """Return the contents of blobs by hash; ``None`` where one is missing."""
    answer = output(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    if answer is None:
        return None
    found = {}
    position = 0
    for name in names:
        end = answer.index(b"\n", position)
        head = answer[position:end].split()
        if len(head) != 3 or head[1] != b"blob":  # noqa: PLR2004 (name, type, size; else "missing")
            return None
        position = end + 1 + int(head[2])
        found[name] = answer[end + 1 : position]
        position += 1
    return found
