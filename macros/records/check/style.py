"""Warnings of style: data files that ``make fmt`` would write in another way. They say the same, so nothing is wrong.

Not among the rules: a build has no use for them. Comparing every file takes seconds, so a check looks at the files that
somebody is editing, and a proposal at those that it changes.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from itertools import zip_longest
from pathlib import Path

from macros.base.system import cache, git
from macros.records.check.problem import Place, Problem
from macros.records.schema import modeline
from macros.records.writing.key_order import key_order
from macros.records.yaml_source import MAX_BYTES


def style(root: Path, files: Container[str] | None = None) -> Iterator[Problem]:
    """Yield a warning for each data file in another order or style than the usual, at the first line that differs.

    Args:
        root: the project's folder.
        files: the paths below it to look at; all data files if not given.
    """
    if files is not None and not files:
        return
    # Only here: a check of what is committed writes nothing, and need not wait for what could.
    from macros.records.writing.canonical import data_files  # noqa: PLC0415

    for kind, depth, path in data_files(root):
        shown = path.relative_to(root).as_posix()
        if files is not None and shown not in files:
            continue
        # What is no file, or too large, is the business of the rules.
        if not path.is_file() or path.is_symlink() or path.stat().st_size > MAX_BYTES:
            continue
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        if (line := _first_line(text, kind, depth)) is not None:
            yield Problem(Place(shown, line), "style")


def edited_files(root: Path) -> frozenset[str] | None:
    """Return the paths below ``root`` of data files that differ from the last commit or are new.

    Returns:
        paths with ``/``, or ``None`` where there is no commit to compare with.
    """
    changed = git.output(root, "diff", "--name-only", "-z", "--no-ext-diff", "--relative", "HEAD", "--", "data")
    new = git.output(root, "ls-files", "-z", "--others", "--exclude-standard", "--", "data")
    if changed is None or new is None:
        return None
    return frozenset(path for path in (changed + new).decode("utf-8", "replace").split("\0") if path)


def _first_line(text: str, kind: str, depth: int) -> int | None:
    """Return the number of the first line that would be written in another way; remembered by what it depends on."""
    line = modeline(kind, depth)

    def find() -> str:
        from macros.records.writing.canonical import ContentWouldChange, canonical  # noqa: PLC0415

        try:
            made, problems = canonical(text, kind, depth, "")
        except ContentWouldChange:
            return ""
        if problems:
            return ""
        # The line for editors is a help that a file may go without.
        written = made.splitlines() if text.startswith(line) else made.removeprefix(line).lstrip("\n").splitlines()
        pairs = zip_longest(text.splitlines(), written)
        return next((str(number) for number, (old, new) in enumerate(pairs, start=1) if old != new), "")

    found = cache.text(find, "style", text, kind, line, json.dumps(key_order(kind)))
    return int(found) if found else None
