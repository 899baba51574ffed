"""Changes of source text that are certain to change it: a test whose edit finds nothing would compare equals."""

from __future__ import annotations

from pathlib import Path


def replaced(text: str, before: str, after: str, times: int = 1) -> str:
    """Return a text with another in place of the one that stands in it so many times."""
    assert text.count(before) == times, f"{before!r} stands {text.count(before)} times, expected {times}"
    return text.replace(before, after)


def edit(path: Path, before: str, after: str, times: int = 1) -> None:
    """Replace a text that stands so many times in a file."""
    path.write_text(replaced(path.read_text(encoding="utf-8"), before, after, times), encoding="utf-8")


def edit_all(folder: Path, before: str, after: str) -> None:
    """Replace a text wherever it stands in the YAML files of a folder; it stands in one at least."""
    files = [path for path in folder.glob("*.yaml") if before in path.read_text(encoding="utf-8")]
    assert files, before
    for path in files:
        path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
