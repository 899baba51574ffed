"""A real repository around a data set, to commit changes to."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.edits import edit


class Repository:
    """A repository with the small data set in its first commit. Each commit is made a day after the last."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._day = 0
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()

    def git(self, *command: str) -> str:
        self._day += command[0] in {"commit", "merge", "revert"}
        date = f"2026-01-{self._day:02} 20:00:00 +0000"
        identity = {
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in {"NAME": "A", "EMAIL": "a@b", "DATE": date}.items()
        }
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | identity
        command_line = ["git", "-c", "commit.gpgsign=false", *command]
        result = subprocess.run(
            command_line, cwd=self.root, env=environment, capture_output=True, text=True, check=True
        )
        return result.stdout

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=x")

    def replace(self, file: str, before: str, after: str) -> None:
        edit(self.root / file, before, after)

    def write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
