"""Edits of a copy of the small data set."""

from __future__ import annotations

from pathlib import Path


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace a part of a data file, which has to be there."""
    path = root / "data" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def put(root: Path, file: str, text: str) -> None:
    """Write a data file."""
    path = root / "data" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
