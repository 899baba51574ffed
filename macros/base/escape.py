"""Text from data is untrusted: on a page it appears as the characters that were typed, whatever they are."""

from __future__ import annotations

import functools
import re
from typing import Any, Final

from markupsafe import Markup

# Characters with a meaning in HTML, Markdown, its extensions, or Jinja. Encoded as entities they have none in any.
_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>&\"'|~^$#]")
# What would begin a list, a quotation or a heading underline at the start of a line.
_LINE_START: Final = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
_SPACE: Final = re.compile(r"\s+")


def preformatted(text: str) -> Markup:
    """A text of several lines for a ``<pre>``: line breaks and spaces stay, safe as in :func:`escape`."""
    lines = (_SPECIAL.sub(_entity, line).replace(" ", "&#32;") for line in text.splitlines())
    return Markup("&#10;".join(lines))


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match.group())


@functools.lru_cache(maxsize=1 << 14)
def _escape(text: str) -> Markup:
    text = _SPECIAL.sub(_entity, _SPACE.sub(" ", text))
    return Markup(_LINE_START.sub(lambda match: match[1] + "".join(f"&#{ord(char)};" for char in match[2]), text))


def escape(value: Any) -> Markup:
    """A value as safe HTML that is also safe Markdown and safe Jinja: one rule for every place in a template.

    Line breaks become spaces; nothing else is lost. Markup passes unchanged.
    """
    if isinstance(value, Markup):
        return value
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    if isinstance(value, int | float):
        return Markup(value)  # digits; as entities, the coordinates of a map would take four times the room
    return _escape(str(value))
