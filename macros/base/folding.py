"""Text without accents and case, for matching and for anchors."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Return a text without accents and case, for matching: ``Đà Nẵng`` → ``da nang``.

    ``đ`` has no decomposition in Unicode, so it is replaced on its own.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def slugify(text: str, separator: str = "-") -> str:
    """Return an ASCII anchor for a heading; Python-Markdown's own drops ``đ`` (``Đà Nẵng`` → ``a-nang``)."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in fold(text)).split()
    return separator.join(words)
