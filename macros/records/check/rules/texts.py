"""Rules about the texts of agreements that lie in the project, in ``docs/vi/texts/``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from macros.records.check.problem import Problem
from macros.records.check.rules.agreements import agreements
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset

FOLDER: Final = "docs/vi/texts"


def text_files(dataset: Dataset, root: Path) -> Iterator[Problem]:
    """The file of a text is there, and its content is that which the record vouches for."""
    for entry, index, agreement in agreements(dataset):
        text = agreement.text
        if text is None or text.file is None:
            continue
        path = ("agreements", index, "text")
        file = root / FOLDER / text.file
        if not file.is_file() or file.is_symlink():
            yield problem("text-file", "partners", entry, (*path, "file"), found=text.file, allowed=FOLDER)
        elif (digest := sha256(file)) != text.sha256:
            yield problem(
                "text-hash",
                "partners",
                entry,
                (*path, "sha256"),
                found=text.sha256 or "–",
                allowed=digest,
                file=f"{FOLDER}/{text.file}",
            )


def sha256(file: Path) -> str:
    """Return the SHA-256 of a file's content in hexadecimal digits."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
