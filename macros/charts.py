"""Charts drawn at build time: coordinates only, printed as SVG by a template, always beside a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

BAR: Final = 26
GAP: Final = 8
LABELS: Final = 130
WIDTH: Final = 640
# Room at the end of the longest bar for its value.
VALUES: Final = 150


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar: its label and value, and where it lies in user units."""

    label: str
    value: str
    y: int
    width: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart with a zero base line."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    labels: int
    thickness: int


def bar_chart(rows: Sequence[tuple[str, Decimal, str]]) -> Chart:
    """A chart of one bar per row.

    Args:
        rows: label, value and the value as it is written; values are not negative.

    Raises:
        ValueError: there are no rows, or a value is negative.
    """
    if not rows or any(value < 0 for _, value, _ in rows):
        raise ValueError(rows)
    longest = max(value for _, value, _ in rows) or Decimal(1)
    room = WIDTH - LABELS - VALUES
    bars = tuple(
        Bar(label, written, index * (BAR + GAP), round(float(value / longest) * room, 1))
        for index, (label, value, written) in enumerate(rows)
    )
    return Chart(bars, WIDTH, len(bars) * (BAR + GAP) - GAP, LABELS, BAR)
