"""Letters that stand in a text for others that look the same, so that nobody sees why a word is not found.

The web forms look for the same ones (docs/overrides/assets/javascripts/contribute/lookalikes.js).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from macros.base.folding_table import MEANT

# Vietnamese has no such letters: another D, ligatures, Roman numerals as one sign, the bold letters of social networks.
# Small eth (ð) is also one of Icelandic, where no word begins with it.
_ALWAYS: Final = frozenset("ÐƉɖ") | frozenset(
    chr(code) for run in (range(0xFB00, 0xFB07), range(0x2160, 0x2180), range(0x1D400, 0x1D7CC)) for code in run
)
_FIRST: Final = frozenset("ð")
_OTHER_ALPHABETS: Final = frozenset(char for letter in MEANT for char in (letter, letter.upper())) - _ALWAYS - _FIRST
_DOUBTFUL: Final = _ALWAYS | _FIRST | _OTHER_ALPHABETS
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def lookalikes(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each letter that stands for another: its place in the text, itself, and what is meant.

    Ð for Đ, ligatures, numerals, bold letters, and Cyrillic or Greek letters in a word that is Latin otherwise.
    """
    if _DOUBTFUL.isdisjoint(text):
        return
    for word in _WORD.finditer(text):
        found = word.group()
        latin = _LATIN.search(found) is not None
        for place, char in enumerate(found):
            if char in _ALWAYS or (char in _FIRST and place == 0) or (char in _OTHER_ALPHABETS and latin):
                yield word.start() + place, char, meant(char)


def meant(char: str) -> str:
    """Return the letter, or letters, that a look-alike stands for."""
    small = MEANT.get(char.lower()) or unicodedata.normalize("NFKD", char)
    return small.upper() if char.isupper() else small
