"""Words that only Vietnamese writes, so that a page in English can say which language they are in."""

from __future__ import annotations

import unicodedata
from typing import Final

# Hook above, dot below, horn; other languages that are written in Latin letters have the other marks too.
_MARKS: Final = frozenset("\u0309\u0323\u031b")
# A circumflex or breve, which in Vietnamese may carry a tone besides.
_OF_LETTERS: Final = frozenset("\u0302\u0306")
_TONES: Final = frozenset("\u0300\u0301\u0303")


def vietnamese(text: str) -> bool:
    """Tell whether a name has a letter that only Vietnamese writes (``Nhật``, ``Đức``)."""
    return any(_only_vietnamese(char) for char in text)


def _only_vietnamese(char: str) -> bool:
    marks = set(unicodedata.normalize("NFD", char)[1:])
    return char in "đĐ" or bool(marks & _MARKS) or (bool(marks & _OF_LETTERS) and bool(marks & _TONES))
