"""Markdown of ours in which every text from a pull request is disarmed.

Such a text is either words of plain letters or stands in a code span, where GitHub makes no links, mentions,
references, images or HTML of it. Templates and words take only :class:`Safe` as it is.
"""

from __future__ import annotations

import re
from typing import Final

from macros.base.characters import forbidden

# Letters of the Latin alphabet, digits, and punctuation that means nothing in Markdown.
_PLAIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ][A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ0-9 ,;:.()“”‘’'–/-]*")
# Beginnings of what GitHub could still make a link or a sign of: addresses, references, commits, long numbers, emoji.
_LIVE: Final = re.compile(
    r"[,;:.]\S|(?<!\d)/|/(?!\d)|-\d|[^\W\d_]\d|\d[^\W\d_]|\d{5}|\b[0-9a-f]{7,40}\b", re.IGNORECASE
)
_REPLACEMENT: Final = "\ufffd"


class Safe(str):
    """Markdown of ours, in which everything from the pull request is disarmed."""

    __slots__ = ()


def disarm(text: str) -> Safe:
    """Return a text from a pull request as plain letters or as code, a dash for an empty one."""
    if isinstance(text, Safe):
        return text
    shown = _visible(text)
    if not shown:
        return Safe("–")
    if _PLAIN.fullmatch(shown) and not _LIVE.search(shown):
        return Safe(shown)
    return Safe(f"`{shown}`")


def code(text: str) -> Safe:
    """Return a text from a pull request as code, whatever it holds; an empty one stays empty."""
    shown = _visible(text)
    return Safe(f"`{shown}`" if shown else "")


def block(text: str) -> Safe:
    """Return a file from a pull request as a block of code, whatever it holds."""
    lines = ("".join(_REPLACEMENT if forbidden(char) else char for char in line) for line in text.splitlines())
    return Safe("```yaml\n" + "\n".join(lines).replace("`", "'") + "\n```")


def fill(words: str, **values: str) -> Safe:
    """Return our words with values in their places; values that are not safe are disarmed."""
    return Safe(words.format_map({name: disarm(value) for name, value in values.items()}))


def _visible(text: str) -> str:
    """Return a text on one line, without hidden characters and without the sign that ends a code span."""
    shown = "".join(" " if char.isspace() else _REPLACEMENT if forbidden(char) else char for char in text)
    return " ".join(shown.split()).replace("`", "'")
