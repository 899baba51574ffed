"""Texts that make a pattern slow which looks again from each place: its own pieces, many times, and never the end."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT, constants.POSSESSIVE_REPEAT)
_LONGEST_EXAMPLE = 40


def seconds(pattern: re.Pattern[Any], text: str) -> float:
    """Return the seconds of work that looking for a pattern everywhere in a text takes."""
    given: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    for _ in pattern.finditer(given):
        pass
    pattern.fullmatch(given)
    return time.process_time() - start


def slowest(pattern: re.Pattern[Any], length: int) -> tuple[str, str]:
    """Return the beginning and the piece that, repeated to a length, keep a pattern busy longest."""
    return max(_pumps(pattern), key=lambda pump: seconds(pattern, pumped(pump[0], pump[1], length)))


def pumped(beginning: str, piece: str, length: int) -> str:
    return beginning + piece * (length // len(piece)) + "\0"


def _pumps(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    source = pattern.pattern.decode() if isinstance(pattern.pattern, bytes) else pattern.pattern
    tree = parser.parse(source, 0 if isinstance(pattern.pattern, bytes) else pattern.flags)
    chars = sorted({" ", "\n", "a", *_chars(tree)})
    example = _example(tree)[:_LONGEST_EXAMPLE]
    beginnings = [example[:end] for end in range(1, len(example) + 1)]
    yield from ((beginning, char) for beginning in ["", *beginnings] for char in chars[:12])
    yield from (("", piece) for piece in beginnings)
    yield from (("", first + second) for first in chars[:8] for second in chars[:8])


def _inner(value: Any) -> Iterator[Any]:
    """The patterns within a part of a parsed pattern."""
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _inner(part)


def _chars(tree: Any) -> Iterator[str]:
    """A character for each that a pattern names, and one of each of its classes."""
    for kind, value in tree:
        if kind in {constants.LITERAL, constants.NOT_LITERAL}:
            yield chr(value)
        elif kind is constants.IN:
            for inner, of in value:
                if inner is constants.LITERAL:
                    yield chr(of)
                elif inner is constants.RANGE:
                    yield chr(of[0])
                elif inner is constants.CATEGORY:
                    yield "1"
        else:
            for part in _inner(value):
                yield from _chars(part)


def _example(tree: Any) -> str:
    """A text that the pattern is likely to match."""
    found = ""
    for kind, value in tree:
        if kind is constants.LITERAL:
            found += chr(value)
        elif kind in {constants.NOT_LITERAL, constants.ANY}:
            found += "x"
        elif kind is constants.IN:
            (inner, of), *_ = value
            found += chr(of) if inner is constants.LITERAL else chr(of[0]) if inner is constants.RANGE else "1"
        elif kind in _REPEATS:
            found += _example(value[2]) * min(max(value[0], 1), _LONGEST_EXAMPLE)
        elif kind is constants.BRANCH:
            found += _example(value[1][0])
        elif kind is constants.SUBPATTERN:
            found += _example(value[3])
    return found
