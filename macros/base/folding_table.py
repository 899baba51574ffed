"""The table of folding: signs and letters that keyboards, phones, clipboards and PDFs write for one another.

Both :mod:`macros.base.folding` and the scripts of the site read it; ``make schema`` writes it for the scripts. It is
written out rather than asked of ``unicodedata``, whose answer depends on the version of Python. What Unicode itself
calls compatible (ligatures, full-width letters, spaces of any width) is left to its normal form NFKD.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

SCRIPT: Final = "docs/overrides/assets/javascripts/folding/table.js"
"""The table as a script, below the project."""

SIGNS: Final[Mapping[str, str]] = {
    # Quotation marks, accents that stand alone, primes.
    **dict.fromkeys("‘’‚‛`´ʹʻʼʽˈ′‵＇｀", "'"),
    **dict.fromkeys("“”„‟«»″‶〝〞〟＂", '"'),
    **dict.fromkeys("‹›", "'"),
    # Hyphens, dashes, minus signs.
    **dict.fromkeys("‐‑‒–—―⁃−﹘﹣－", "-"),
    **dict.fromkeys("⁄∕／", "/"),
    # Spaces that the normal form knows nothing of: separators and the blanks of control characters.
    **dict.fromkeys("\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029", " "),
}
"""Signs as a keyboard has them, by the sign that is written instead."""

INVISIBLE: Final = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # spaces without width, joiners, marks of direction
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
)
"""Runs of characters without ink, first and last code point: they are dropped."""

MARKS: Final = (
    (0x0300, 0x036F),
    (0x1AB0, 0x1ACE),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20F0),
    (0xFE20, 0xFE2F),
)
"""Runs of accents that stand over, under or through a letter of an alphabet: they are dropped.

Vowel signs of other scripts are letters and stay.
"""

_CAPITALS: Final[Mapping[str, str]] = {
    # Eth and the African D for the Vietnamese letter.
    **dict.fromkeys("ÐƉ", "Đ"),
    # Cyrillic.
    **dict(zip("АВЕЅІЈКМНОРСТУХ", "ABESIJKMHOPCTYX", strict=True)),
    # Greek; not the letter of micrometres.
    **dict(zip("ΑΒΕΖΗΙΚΝΟΡΤΥΧ", "ABEZHIKNOPTYX", strict=True)),
}

MEANT: Final[Mapping[str, str]] = {letter.lower(): other.lower() for letter, other in _CAPITALS.items()}
"""Small letters whose capitals look like another's, with the letter that is meant in a Latin word."""

LETTERS: Final[Mapping[str, str]] = {
    "ß": "ss",
    "đ": "d",
    "ħ": "h",
    "ł": "l",
    "ø": "o",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ς": "σ",
}
"""Small letters that the normal form does not take apart, with the plain letters that readers type for them."""


def script() -> str:
    """Return the table as a script, for pages and for the search's worker."""
    table = {"signs": SIGNS, "invisible": INVISIBLE, "marks": MARKS, "meant": MEANT, "letters": LETTERS}
    return (
        "// Written by `make schema` from macros/base/folding_table.py.\n"
        f"globalThis.foldingTable = {json.dumps(table, separators=(',', ':'))};\n"
    )
