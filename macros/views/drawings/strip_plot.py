"""Numbers as dots on a line: where they agree, dots stand above each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# In user units. Room is left at both ends for the numbers below the dots.
WIDTH: Final = 320
EDGE: Final = 24
RADIUS: Final = 5
STEP: Final = 12
# From the line to the base of the numbers below it.
BELOW: Final = 20
# Numbers whose places are nearer than this would run into each other, so the lower of them is not written.
APART: Final = 30


@dataclass(frozen=True, slots=True)
class Dot:
    """A number on the line: its places, as many as there are versions that give it; written unless another is near."""

    number: int
    x: float
    ys: tuple[float, ...]
    written: bool


@dataclass(frozen=True, slots=True)
class StripPlot:
    """A line from the smallest number to the largest, with a dot for each version."""

    dots: tuple[Dot, ...]
    line: float
    height: float
    width: int = WIDTH
    edge: int = EDGE
    radius: int = RADIUS

    @property
    def text_y(self) -> float:
        """The base line of the numbers."""
        return self.line + BELOW


def strip_plot(numbers: Iterable[int]) -> StripPlot:
    """Return the plot of two different numbers or more.

    Raises:
        ValueError: there are not two different numbers.
    """
    counts = sorted(Counter(numbers).items())
    if len(counts) <= 1:
        raise ValueError(counts)
    least, most = counts[0][0], counts[-1][0]
    line = RADIUS + STEP * (max(times for _, times in counts) - 1) + 2
    places = [EDGE + (number - least) / (most - least) * (WIDTH - 2 * EDGE) for number, _ in counts]
    dots = []
    last = float("inf")
    for (number, times), x in reversed(list(zip(counts, places, strict=True))):
        written = last - x >= APART
        last = x if written else last
        dots.append(Dot(number, round(x, 1), tuple(line - STEP * place for place in range(times)), written))
    return StripPlot(tuple(reversed(dots)), line, line + BELOW + 6)
