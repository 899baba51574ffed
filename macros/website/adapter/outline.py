"""Generated pages from Markdown to HTML, with the outline of their headings, without a Markdown converter.

Templates print blocks of HTML, and headings as Markdown with an anchor (``## Sources { #sources }``), because engines
that read stubs take a page's contents from those. Nothing else in a body means anything to Markdown (data is escaped),
so converting the headings is all there is to do; a test compares the result with Python-Markdown's.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(r"^(#{1,6}) (.+?) \{ #([\w-]+) \}[ \t]*$", re.MULTILINE)
_TAG: Final = re.compile(r"<[^<>]+>")
# A slash between words stays in their line, which large letters break often.
_SLASH: Final = re.compile(r"(?<=\S) / (?=\S)")
_ID: Final = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level (1 to 6), its anchor, and its text as HTML without elements."""

    level: int
    anchor: str
    text: str


def to_html(body: str) -> tuple[str, list[Heading]]:
    """Return the body of a page as HTML, and its headings in order."""
    headings: list[Heading] = []

    def heading(found: re.Match[str]) -> str:
        level, text, anchor = len(found[1]), _SLASH.sub("&#160;/&#160;", found[2].strip()), found[3]
        headings.append(Heading(level, anchor, _TAG.sub("", text)))
        return f'<h{level} id="{anchor}">{text}</h{level}>'

    return _HEADING.sub(heading, body), headings


def anchors(content: str) -> set[str]:
    """Return every anchor in the content of a page. Each text is kept once, however many pages have it."""
    return set(map(sys.intern, _ID.findall(content)))
