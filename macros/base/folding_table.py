"""The table of folding: signs and letters that keyboards, phones, clipboards and PDFs write for one another.

Both :mod:`macros.base.folding` and the scripts of the site read it; ``make schema`` writes it for the scripts. It is
written out rather than asked of ``unicodedata``, whose answer depends on the version of Python. What Unicode itself
calls compatible (ligatures, full-width letters, spaces of any width) is left to its normal form NFKD.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from macros.base.characters import ranges

SCRIPT: Final = "docs/overrides/assets/javascripts/folding/table.js"
"""The table as a script, below the project."""

SIGNS: Final[Mapping[str, str]] = {
    # Quotation marks, accents that stand alone, primes.
    **dict.fromkeys("‘’‚‛`´ʹʻʼʽˈˊˋ΄՚׳ߴߵ᾽᾿\u1ffd῾′‵❛❜❮❯＇｀‹›", "'"),
    **dict.fromkeys("“”„‟«»ʺˮ״″‶❝❞〃〝〞〟＂「」『』", '"'),
    # Hyphens, dashes, minus signs, lines drawn for them, waves between two years.
    **dict.fromkeys("~˗֊־᐀᠆‐‑‒–—―⁃⁓−∼─━➖⸗⸚⸺⸻⹀⹝〜〰゠︱︲﹘﹣－～\U00010ead", "-"),
    **dict.fromkeys("⁄∕⧸／", "/"),
    **dict.fromkeys("∶꞉", ":"),
    **dict.fromkeys("•‧∙⋅・", "·"),
    **dict.fromkeys("×✕✖", "x"),
    **dict.fromkeys("⋯", "..."),
    **dict.fromkeys("、", ","),
    **dict.fromkeys("。", "."),
    # Digits of keyboards for Arabic, Persian, Hindi, Thai, Lao and Khmer.
    **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966, 0xE50, 0xED0, 0x17E0) for digit in range(10)},
    # Spaces that the normal form knows nothing of: separators and the blanks of control characters.
    **dict.fromkeys("\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029", " "),
}
"""Signs as a keyboard has them, by the sign that is written instead."""

INVISIBLE: Final = tuple(
    (run.start, run.stop - 1)
    for rule in ("invisible-character", "bidirectional-character")
    for run in ranges()[rule]
    if not any(chr(code) in SIGNS for code in run)
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
    "ə": "e",
    "ħ": "h",
    "ł": "l",
    "ŋ": "n",
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
