"""Files that a commit must not bring: what only the machine itself may make, and links that lead elsewhere.

Commands run, publish or read what lies in ignored places (the environment, compiled code, the built site). Were it to
come from a commit, it would be run or published without anybody having seen it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from macros.base.system.git import output
from macros.records.check.problem import Place, Problem

# Folders that commands make at the top of the project, and caches wherever they lie. The Makefile has them too, since
# it looks before any Python of the project runs.
MADE_HERE: Final = frozenset({".venv", ".build", "site", "forms", "reports", "briefs", ".hypothesis"})
CACHES: Final = frozenset({"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"})
# Compiled code, which Python prefers to the source beside it.
COMPILED: Final = (".pyc", ".pyo", ".so", ".pyd", ".dylib", ".dll")
_LINK: Final = b"120000"
_OTHER_REPOSITORY: Final = b"160000"


def committed_outputs(root: Path) -> Iterator[Problem]:
    """Yield each tracked file that only a machine may make, each tracked link and each repository within this one.

    Where there is no git, nothing is tracked.
    """
    for entry in (output(root, "ls-files", "--stage", "-z") or b"").split(b"\0")[:-1]:
        head, _, name = entry.partition(b"\t")
        path = os.fsdecode(name)
        if head[:6] in {_LINK, _OTHER_REPOSITORY}:
            yield Problem(Place(path), "committed-link")
        elif _made_here(path.lower()):
            yield Problem(Place(path), "committed-output", found=path)


def _made_here(path: str) -> bool:
    """Tell whether a path, in lower case, is one that only a machine makes."""
    top, *_ = parts = path.split("/")
    return top in MADE_HERE or top.startswith(".site.") or path.endswith(COMPILED) or not CACHES.isdisjoint(parts)
