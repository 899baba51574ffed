"""Text escaped for Markdown: shown as the characters that it is made of, and never taken for markup."""

from __future__ import annotations

import functools
import re
from typing import Final

# Characters with a meaning wherever they stand, what begins a block at the start of a line, and what programs make
# links of.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&|~$@]")
_LINE_START: Final = re.compile(r"#|[-+=:]|\d{1,9}(?=[.)])")
_BARE_LINK: Final = re.compile(r"(?<=[a-z])://|(?<=\bwww)\.", re.IGNORECASE)


# The same words stand on many pages.
@functools.lru_cache(maxsize=1 << 16)
def escaped(text: str | None) -> str:
    """Return a text escaped for the middle of a line; runs of space are one space, None is no text."""
    if not text or text.isspace():
        return " " if text else ""
    before, after = " " * text[0].isspace(), " " * text[-1].isspace()
    found = _SPECIAL.sub(r"\\\g<0>", f"{before}{' '.join(text.split())}{after}")
    return _BARE_LINK.sub(r"\\\g<0>", found) if "://" in found or "www" in found.lower() else found


def heading(level: int, title: str) -> str:
    """Return a heading; its title is escaped already, but for the signs that would end it."""
    mended = title.replace("#", r"\#")
    return f"{'#' * level} {mended}"


def begun(text: str) -> str:
    """Return an escaped line that does not begin as a block would: a number keeps its digits, its point is escaped."""
    line = " ".join(text.split())
    start = _LINE_START.match(line)
    if start is None:
        return line
    end = start.end() if start[0].isdigit() else 0
    return f"{line[:end]}\\{line[end:]}"
