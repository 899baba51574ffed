"""Git, run in the project's folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def output(root: Path, *command: str, given: bytes = b"") -> bytes | None:
    """Return the output of git in a folder; ``None`` where git is missing or fails.

    Args:
        root: the folder.
        command: the words of the command, without ``git``.
        given: its standard input.
    """
    # Inside a git hook, git's own variables would point to the repository of the hook.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        result = subprocess.run(
            ["git", *command],
            cwd=root,
            input=given,
            capture_output=True,
            check=False,
            env={**environment, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"},
        )
    except OSError:
        return None
    return result.stdout if result.returncode == 0 else None
