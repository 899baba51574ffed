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
    """Return a text with an apostrophe wherever a spreadsheet would begin to read a formula.

    That is at its beginning, and after a semicolon, which spreadsheets in many languages, such as Vietnamese, take for
    the end of a cell, whatever quotation marks stand around.
    """
    first, *further = text.split(";")
    parts = [first, *(part if not part.lstrip().startswith(BEGINNINGS) else f"'{part}" for part in further)]
    return f"{'' if not first.startswith(BEGINNINGS) else chr(39)}{';'.join(parts)}"


def beginnings() -> str:
    """Return the code points of :data:`BEGINNINGS` in decimal, with spaces between, for an attribute of a page."""
    return " ".join(str(ord(char)) for char in BEGINNINGS)
