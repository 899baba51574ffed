"""Commits of data on top of a project's, as its staff make them: most add a report on one of the tasks, some edit a
large file.

``python -m tests.bench.history FOLDER N`` adds N commits to the repository at FOLDER, the same for the same N.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

# Of so many commits one edits a large file; the others add a small one.
EVERY: Final = 5


def add(repository: Path, number: int) -> None:
    """Add commits of data to the branch that is checked out, and check them out.

    Args:
        repository: a repository whose data have tasks in ``data/tasks.yaml`` and partners in ``data/partners.yaml``.
        number: how many commits.
    """
    branch = _git(repository, "symbolic-ref", "HEAD").strip()
    # All at the time of the last commit: none lies ahead of the clock.
    moment = _git(repository, "log", "-1", "--format=%ct").strip()
    stream = "".join(_commits(repository, branch, moment, number))
    _git(repository, "fast-import", "--quiet", "--force", given=stream)
    _git(repository, "reset", "--quiet", "--hard")


def _commits(repository: Path, branch: str, moment: str, number: int) -> Iterator[str]:
    large = [repository / "data" / name for name in ("tasks.yaml", "partners.yaml")]
    texts = {path: path.read_text(encoding="utf-8") for path in large}
    tasks = re.findall(r"^- id: (\S+)", texts[large[0]], re.MULTILINE)
    for index in range(number):
        if index % EVERY == 0:
            path = large[index // EVERY % len(large)]
            texts[path] = _edited(texts[path], index)
            name, text = path.relative_to(repository).as_posix(), texts[path]
        else:
            name = f"data/updates/bench-{index:05}.yaml"
            text = _update(index, tasks[index % len(tasks)])
        yield f"commit {branch}\ncommitter A <a@b> {moment} +0000\ndata 1\nx\n"
        if index == 0:
            yield f"from {branch}^0\n"
        yield f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n"


def _edited(text: str, index: int) -> str:
    """Return a file with another English name or title in one of its records."""
    places = [*re.finditer(r"^ +en: ([^\"'>|\n].*)$", text, re.MULTILINE)]
    place = places[index * 7919 % len(places)]
    return f"{text[: place.end()]} {index}{text[place.end() :]}"


def _update(index: int, task: str) -> str:
    return (
        f"- id: bench-{index:05}\n  record: task/{task}\n  event: progress\n  date: 2026-01-01\n  status: in-progress\n"
        f"  note:\n    vi: Ghi lần {index}\n    en: Note {index}\n"
    )


def _git(repository: Path, *command: str, given: str | None = None) -> str:
    return subprocess.run(
        ["git", *command], cwd=repository, input=given, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


if __name__ == "__main__":
    add(Path(sys.argv[1]), int(sys.argv[2]))
