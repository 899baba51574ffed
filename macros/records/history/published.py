"""Records as they were published last, for comparison with the data as they are: only of files that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from macros.base.system.git import output
from macros.records.history.git import blobs
from macros.records.history.old_files import kind_of

# The branch that is published, by the first of these that the repository has.
_PUBLISHED: Final = ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/heads/main")


def former_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the data files that read otherwise than when they were published last, each with its content then.

    What was published last is, on a branch, where it left the published one; on that itself, the commit before the
    last, and the last. Nothing is known without git, or of a folder that is in no repository.
    """
    for commit in _commits(root):
        listed = output(root, "diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", "data")
        names = [name for name in (listed or b"").decode("utf-8", "replace").split("\0") if kind_of(name)]
        yield from _contents(root, commit, names)


def _contents(root: Path, commit: str, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the content of each file, by its path below the project's folder, that a commit has."""
    found = {}
    listed = output(root, "ls-tree", "-z", commit, "--", *names) if names else b""
    for line in (listed or b"").decode("utf-8", "replace").split("\0"):
        entry, _, path = line.partition("\t")
        if path:
            found[path] = entry.split()[2]
    contents = blobs(root, sorted({*found.values()})) or {}
    yield from ((path, contents[name]) for path, name in found.items() if name in contents)


def _commits(root: Path) -> list[str]:
    refs = output(root, "for-each-ref", "--format=%(refname)", *_PUBLISHED)
    if refs is None:
        return []
    found = refs.decode().split()
    branch = next((name for name in _PUBLISHED if name in found), "HEAD")
    known = output(root, "rev-parse", "--quiet", "--verify", "HEAD")
    base = output(root, "merge-base", "HEAD", branch)
    if known is None:
        return []
    if base is not None and base != known:
        return [base.decode().strip()]
    before = output(root, "rev-parse", "--quiet", "--verify", "HEAD^")
    return [commit.decode().strip() for commit in (before, known) if commit is not None]
