"""Points that would cover each other, pushed apart."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

# Points settle long before so many rounds.
_ROUNDS: Final = 200
# The number of pairs of points that are looked at in all; each round looks at half the square of their number.
_PAIRS: Final = 2_000_000
# The angle by which points of one place are fanned out, so that no two get the same direction.
_GOLDEN: Final = math.pi * (3 - math.sqrt(5))
# Circles that overlap by less than this stay.
_SLACK: Final = 0.01

# Horizontal and vertical position, and radius.
Circle = tuple[float, float, float]


def spread(points: Iterable[Circle], gap: float = 1) -> list[tuple[float, float]]:
    """Return the middles of circles moved until none covers another; those that lie alone stay where they are.

    Circles too many to lie apart on the map are moved as far as a bounded time allows. Their order decides ties, so
    that two builds agree.
    """
    circles = list(points)
    found = [(x, y) for x, y, _ in circles]
    for _ in range(min(_ROUNDS, 1 + _PAIRS // max(1, len(circles) ** 2))):
        moved = False
        for one in range(len(circles)):
            for two in range(one + 1, len(circles)):
                apart = circles[one][2] + circles[two][2] + gap
                if abs(found[two][0] - found[one][0]) < apart and abs(found[two][1] - found[one][1]) < apart:
                    moved |= _push(found, one, two, apart)
        if not moved:
            break
    return found


def _push(found: list[tuple[float, float]], one: int, two: int, apart: float) -> bool:
    """Move two points away from each other until they lie so far apart; tell whether that was needed."""
    dx, dy = found[two][0] - found[one][0], found[two][1] - found[one][1]
    distance = math.hypot(dx, dy)
    if distance >= apart - _SLACK:
        return False
    if distance == 0:
        dx, dy = math.cos(_GOLDEN * two), math.sin(_GOLDEN * two)
    else:
        dx, dy = dx / distance, dy / distance
    push = (apart - distance) / 2
    found[one] = (found[one][0] - dx * push, found[one][1] - dy * push)
    found[two] = (found[two][0] + dx * push, found[two][1] + dy * push)
    return True
