"""History of ``data/``, read from the repository with git. Where there is none, the history says so.

Only first parents count: a merge is one commit, on the day of the merge.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.base.system.git import output
from macros.records.history.changes import Change, History
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
    """Read the history of ``<root>/data``; where git or the commits are missing, the result says which and is empty."""
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
    commits = list(_commits(root))
    if not commits:
        return History(missing="no-commits")
    parser, replay = Parser(), Replay()
    found: list[list[Change]] = []
    for some in _some(commits):
        contents = blobs(root, sorted({name for commit in some for name in commit.files.values() if name is not None}))
        if contents is None:
            return History(missing="no-git")
        for commit in some:
            files: dict[str, dict[Key, Plain] | None] = {
                path: {} if name is None else parser.parse(contents[name], kind)
                for path, name in commit.files.items()
                if (kind := kind_of(path))
            }
            found.append(replay.step(commit.name, commit.moment, files))
    return History(tuple(change for changes in reversed(found) for change in changes), moved=replay.moved())


def _some(commits: list[_Commit]) -> Iterator[list[_Commit]]:
    """Yield the commits in turn, as many at a time as memory holds the files of."""
    for start in range(0, len(commits), _AT_ONCE):
        yield commits[start : start + _AT_ONCE]


def _commits(root: Path) -> Iterator[_Commit]:
    """Yield the commits that changed data, oldest first."""
    listed = output(
        root,
        *("-c", "core.quotePath=true", "log", "--first-parent", "-m", "--root", "--reverse", "--no-color"),
        *("--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--relative", f"--format={_MARK}%H %ct"),
        *("--", "data"),
    )
    commit: _Commit | None = None
    for line in (listed or b"").decode("utf-8", "replace").splitlines():
        if line.startswith(_MARK):
            if commit is not None:
                yield commit
            name, moment = line.removeprefix(_MARK).split()
            commit = _Commit(name, int(moment), {})
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
