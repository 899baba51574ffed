"""Two built sites compared page by page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from macros.contribute.pull_request.proposal import Pages

# The line at which a record begins in its file; a line more above it changes nothing about the record.
_LINE_NUMBER: Final = re.compile(r"(#L|\.yaml, (?:dòng|line) )\d+".encode())


def compare_pages(before: Path, after: Path) -> Pages:
    """Count the pages that differ between two sites; they have to be built for the same day and moment."""
    old, new = _pages(before), _pages(after)
    changed = sum(_content(before / page) != _content(after / page) for page in old & new)
    return Pages(changed=changed, added=len(new - old), removed=len(old - new))


def _content(page: Path) -> bytes:
    return _LINE_NUMBER.sub(rb"\1", page.read_bytes())


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
