"""Escaping of untrusted text, so that a page shows exactly the characters that were typed."""

from __future__ import annotations

import functools
import re
from typing import Any, Final

from markupsafe import Markup

# Characters with a meaning in HTML, Markdown, its extensions or Jinja; as entities they have none.
_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>&\"'|~^$#]")
# Characters that begin a list, a definition or a heading underline at the start of a line.
_LINE_START: Final = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
_SPACE: Final = re.compile(r"\s+")


def preformatted(text: str) -> Markup:
    """Return a text of several lines for a ``<pre>``, safe as in :func:`escape`; line breaks and spaces stay."""
    lines = (_SPECIAL.sub(_entity, line).replace(" ", "&#32;") for line in text.splitlines())
    return Markup("&#10;".join(lines))


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match.group())


@functools.lru_cache(maxsize=1 << 14)
def _escape(text: str) -> Markup:
    text = _SPECIAL.sub(_entity, _SPACE.sub(" ", text))
    return Markup(_LINE_START.sub(lambda match: match[1] + "".join(f"&#{ord(char)};" for char in match[2]), text))


def escape(value: Any) -> Markup:
    """Return a value as HTML that is also safe in Markdown and Jinja: one rule for every place in a template.

    White space becomes single spaces; nothing else is lost. Markup passes unchanged.
    """
    if type(value) is str:  # most values are; asked first, which saves the questions below
        return _escape(value)
    if isinstance(value, Markup):
        return value
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    if isinstance(value, int | float):
        return Markup(value)  # digits are safe; as entities, the coordinates of a map would be four times as long
    return _escape(str(value))
