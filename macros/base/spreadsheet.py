"""Text that a spreadsheet would run as a formula, and its guard.

CSV files that are written when the site is built use it, and the script that writes one from a register in the browser,
which gets :data:`BEGINNINGS` printed into its page.
"""

from __future__ import annotations

from typing import Final

# An apostrophe before them is what OWASP advises. Text that begins with an apostrophe gets one too, so that taking one
# away gives the text back.
BEGINNINGS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


def guard(text: str) -> str:
    """Return the text with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(BEGINNINGS) else text


def beginnings() -> str:
    """Return the code points of :data:`BEGINNINGS` in decimal, with spaces between, for an attribute of a page."""
    return " ".join(str(ord(char)) for char in BEGINNINGS)
