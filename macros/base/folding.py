"""Text without accents, case and the ways in which one sign is written, for matching and for anchors.

The scripts of the site fold the same way (docs/overrides/assets/javascripts/folding/letters.js), by the same table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from macros.base.folding_table import INVISIBLE, LETTERS, MARKS, MEANT, SIGNS


def _dropped(runs: tuple[tuple[int, int], ...]) -> dict[int, str]:
    return {code: "" for first, last in runs for code in range(first, last + 1)}


def _plain() -> dict[int, str]:
    """The plain letters by the small letters and look-alikes that stand for them; accents are dropped."""
    letters = {**LETTERS} | {letter: LETTERS.get(other, other) for letter, other in MEANT.items()}
    return str.maketrans(letters) | _dropped(MARKS)


_BEFORE: Final[Mapping[int, str]] = str.maketrans(dict(SIGNS)) | _dropped(INVISIBLE)
# The normal form takes signs out of others: ½ is 1⁄2.
_AFTER: Final[Mapping[int, str]] = _plain() | str.maketrans(dict(SIGNS))
# Dashes join what stands beside them: ``2021 – 2030`` and ``2021--2030`` are ``2021-2030``.
_DASHES: Final = re.compile("(?: ?-)+ ?")
# English writes a point where Vietnamese writes a comma, and the other way round.
_COMMA: Final = re.compile("(?<=[0-9]),(?=[0-9])")


def fold(text: str) -> str:
    """Return a text as it is compared: ``Đà  Nẵng`` → ``da nang``, ``People’s 2021 – 2030`` → ``people's 2021-2030``.

    Accents and case are gone; ligatures, letters of full width and look-alikes are plain letters, quotation marks and
    dashes those of a keyboard, commas within numbers points; what has no ink is left out, and spaces are single.
    """
    letters = unicodedata.normalize("NFKD", text.translate(_BEFORE)).upper().lower().translate(_AFTER)
    # Syllables of Korean are one character again, as pages write them.
    letters = unicodedata.normalize("NFC", letters)
    words = " ".join(letters.split()).replace("''", '"')
    return _COMMA.sub(".", _DASHES.sub("-", words))


def slugify(text: str, separator: str = "-") -> str:
    """Return an ASCII anchor for a heading; Python-Markdown's own drops ``đ`` (``Đà Nẵng`` → ``a-nang``)."""
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in fold(text)).split()
    return separator.join(words)
