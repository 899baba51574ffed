"""Characters that a text of a record may not hold, by the rule that refuses them.

The check of the data, the import of workbooks and the scripts of the web forms all ask here; the scripts get
:func:`ranges` printed into their page.
"""

from __future__ import annotations

import functools
import sys
import unicodedata
from collections.abc import Mapping
from itertools import groupby
from typing import Final

_BY_CATEGORY: Final[Mapping[str, str]] = {
    "Cc": "control-character",
    "Cf": "invisible-character",
    "Cn": "control-character",
    "Co": "control-character",
    "Cs": "control-character",
}
_BIDIRECTIONAL: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# Without ink, though not all of them are format characters: joiners, Hangul fillers, an empty Braille cell, selectors
# of a variant.
_INVISIBLE: Final = (
    *(0x0085, 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2028, 0x2029, 0x2800, 0x3164, 0xFFA0),
    *range(0x180B, 0x1810),
    *range(0xFE00, 0xFE10),
    *range(0xE0100, 0xE01F0),
)
# Characters whose rule, if any, does not follow from their category.
_OF_THEIR_OWN: Final[Mapping[str, str | None]] = {
    "\n": None,
    "\t": "tab",
    "\ufffd": "lost-character",  # a program puts it in the place of a character that it could not read
    **dict.fromkeys(map(chr, _BIDIRECTIONAL), "bidirectional-character"),
    **dict.fromkeys(map(chr, _INVISIBLE), "invisible-character"),
}


def forbidden(char: str) -> str | None:
    """Return the name of the rule that a character breaks, or None where it is allowed."""
    if char in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[char]
    return _BY_CATEGORY.get(unicodedata.category(char))


@functools.cache
def ranges() -> Mapping[str, tuple[range, ...]]:
    """Return all forbidden code points, by rule, as ranges in ascending order.

    Which code points are unassigned depends on the version of Unicode that this Python knows.
    """
    # As forbidden(), without a call of Python's for each of a million characters.
    rules = list(map(_BY_CATEGORY.get, map(unicodedata.category, map(chr, range(sys.maxunicode + 1)))))
    for char, own in _OF_THEIR_OWN.items():
        rules[ord(char)] = own
    found: dict[str, list[range]] = {}
    start = 0
    for rule, run in groupby(rules):
        end = start + len(list(run))
        if rule is not None:
            found.setdefault(rule, []).append(range(start, end))
        start = end
    return {rule: tuple(of_rule) for rule, of_rule in found.items()}
