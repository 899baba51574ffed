"""Inputs of pages besides the records: what all pages share, and the titles that the navigation prints on each."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from pathlib import Path
from typing import Final

from macros.base.clock import as_of
from macros.base.languages import LANGS
from macros.base.system.leftovers import is_leftover
from macros.records.history import editions

# Files and folders that every page depends on.
SHARED: Final = ("macros", "docs/overrides", "mkdocs.yml", "mkdocs.en.yml", "CONTRIBUTING.md", "requirements")
_ENVIRONMENT: Final = ("SITE_URL", "REPO_URL", "REPO_BRANCH", "AS_OF", "SOURCE_DATE_EPOCH")
# Front matter, or a heading of the first level.
_HEAD: Final = re.compile(r"\A---\n(?:.*\n)*?---\n|^# .*$", re.MULTILINE)


def shared(root: Path) -> bytes:
    """Return a digest of what every page of a project depends on: code, templates, settings, the day, the history.

    Where it changes, a new preview has to begin.
    """
    made = hashlib.blake2b(as_of().isoformat().encode())
    for name in _ENVIRONMENT:
        made.update(f"{name}={os.environ.get(name)}\n".encode())
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, check=False)  # noqa: S607
    made.update(head.stdout + repr(editions.read(root)).encode())
    for part in SHARED:
        path = root / part
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts and not is_leftover(file, root):
                made.update(file.relative_to(root).as_posix().encode())
                made.update(file.read_bytes())
    return made.digest()


def written_heads(root: Path) -> bytes:
    """Return a digest of the front matter and headings of pages written by hand, whose titles the navigation prints."""
    made = hashlib.blake2b()
    for lang in LANGS:
        folder = root / "docs" / lang
        for file in sorted(path for path in folder.rglob("*.md") if not is_leftover(path, folder)):
            heads = _HEAD.findall(file.read_text(encoding="utf-8"))
            made.update(repr((lang, file.relative_to(folder).as_posix(), heads)).encode())
    return made.digest()
