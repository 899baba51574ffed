"""Characters that a text of a record may not hold, by the rule that refuses them.

The check of the data, the import of workbooks and the scripts of the web forms all ask here; the scripts get
:func:`ranges` printed into their page. The table is written out rather than asked of ``unicodedata``, whose answer
depends on the version of Python: a page built by another Python would not be the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

_NONCHARACTERS: Final = (
    range(0xFDD0, 0xFDF0),
    *(range(plane | 0xFFFE, plane + 0x10000) for plane in range(0, 0x110000, 0x10000)),
)
_BIDIRECTIONAL: Final = (range(0x061C, 0x061D), range(0x200E, 0x2010), range(0x202A, 0x202F), range(0x2066, 0x206A))
# Format characters (category Cf of Unicode 16) and what else has no ink: joiners, Hangul fillers, an empty Braille
# cell, selectors of a variant, code points that Unicode reserves for such.
_INVISIBLE: Final = tuple(
    range(first, last + 1)
    for first, last in (
        (0x0085, 0x0085),
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x0600, 0x0605),
        (0x06DD, 0x06DD),
        (0x070F, 0x070F),
        (0x0890, 0x0891),
        (0x08E2, 0x08E2),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200D),
        (0x2028, 0x2029),
        (0x2060, 0x2065),
        (0x206A, 0x206F),
        (0x2800, 0x2800),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFFB),
        (0x110BD, 0x110BD),
        (0x110CD, 0x110CD),
        (0x13430, 0x1343F),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    )
)
# Control characters, halves of a pair, private use, planes that hold nothing, and what Unicode promises never to use.
_CONTROL: Final = (
    range(0x09),
    range(0x0B, 0x20),
    range(0x7F, 0xA0),
    range(0xD800, 0xF900),
    *_NONCHARACTERS,
    range(0x40000, 0xE0000),
    range(0xE1000, 0x110000),
)
# A code point that several rules name belongs to the last of them.
_RULES: Final[Mapping[str, tuple[range, ...]]] = {
    "control-character": _CONTROL,
    "invisible-character": _INVISIBLE,
    "bidirectional-character": _BIDIRECTIONAL,
    "tab": (range(0x09, 0x0A),),
    # A program puts it in the place of a character that it could not read.
    "lost-character": (range(0xFFFD, 0xFFFE),),
}


def _disjoint() -> Iterator[tuple[range, str]]:
    """Yield the ranges between neighbouring ends of the rules' ranges, in ascending order, each with its rule."""
    ends = sorted({end for runs in _RULES.values() for run in runs for end in (run.start, run.stop)})
    for start, stop in pairwise(ends):
        rules = [rule for rule, runs in _RULES.items() if any(start in run for run in runs)]
        if rules:
            yield range(start, stop), rules[-1]


_RUNS: Final = tuple(_disjoint())
_STARTS: Final = tuple(run.start for run, _ in _RUNS)


def forbidden(char: str) -> str | None:
    """Return the name of the rule that a character breaks, or None where it is allowed."""
    place = bisect_right(_STARTS, ord(char)) - 1
    if place < 0:
        return None
    run, rule = _RUNS[place]
    return rule if ord(char) in run else None


def ranges() -> Mapping[str, tuple[range, ...]]:
    """Return all forbidden code points, by rule, as ranges in ascending order that do not overlap."""
    return {rule: tuple(run for run, of_run in _RUNS if of_run == rule) for rule in _RULES}
