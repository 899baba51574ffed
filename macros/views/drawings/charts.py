"""Charts drawn at build time: coordinates only, printed as SVG by a template, always beside a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

BAR: Final = 26
GAP: Final = 8
# Small, so that letters stay readable where a phone shows the whole width.
WIDTH: Final = 480
# Room for a letter, and the most that the labels may take.
LETTER: Final = 8.5
LABELS: Final = 240
# The distance of a text from its bar, and of its base line from the top of the bar or from the foot of the columns.
ASIDE: Final = 8
DOWN: Final = 18
# The distance of a number from the column below it.
OVER: Final = 5
# Height of the highest column, and room above it for its value and below it for its year.
COLUMN: Final = 160
# The same where the columns only lead into what stands below them.
STRIP: Final = 44
ABOVE: Final = 20
BELOW: Final = 24
# Only years that this divides are named; the names of all would run into each other.
NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar: its label and value, and its place in user units."""

    label: str
    value: str
    y: int
    width: float
    value_x: float

    @property
    def text_y(self) -> int:
        """The base line of its label and its value."""
        return self.y + DOWN


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart with a zero base line."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    labels: int
    thickness: int

    @property
    def label_x(self) -> int:
        """The right end of the labels."""
        return self.labels - ASIDE


def bar_chart(rows: Sequence[tuple[str, Decimal, str]]) -> Chart:
    """Return a chart of one bar per row.

    Args:
        rows: label, value and the value as it is written; values are not negative.

    Raises:
        ValueError: there are no rows, or a value is negative.
    """
    if not rows or any(value < 0 for _, value, _ in rows):
        raise ValueError(rows)
    longest = max(value for _, value, _ in rows) or Decimal(1)
    labels = min(LABELS, round(max(len(label) for label, _, _ in rows) * LETTER) + ASIDE)
    room = WIDTH - labels - round(max(len(written) for _, _, written in rows) * LETTER) - ASIDE
    bars = []
    for index, (label, value, written) in enumerate(rows):
        width = round(float(value / longest) * room, 1)
        bars.append(Bar(label, written, index * (BAR + GAP), width, labels + width + ASIDE))
    return Chart(tuple(bars), WIDTH, len(bars) * (BAR + GAP) - GAP, labels, BAR)


@dataclass(frozen=True, slots=True)
class Column:
    """One year's column: the texts above and below it (empty where there is no room), and its place in user units."""

    value: str
    label: str
    label_x: float
    x: float
    left: float
    y: float
    height: float

    @property
    def value_y(self) -> float:
        """The base line of its value."""
        return self.y - OVER


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """A chart of counts by year, every year in its place, with a zero base line."""

    columns: tuple[Column, ...]
    width: int
    height: int
    base: int
    thickness: float

    @property
    def label_y(self) -> int:
        """The base line of the labels."""
        return self.base + DOWN


def column_chart(counts: Mapping[int, int], tallest: int = COLUMN) -> ColumnChart:
    """Return a chart of one column per year from the first to the last, years without anything included.

    Args:
        counts: the number of each year.
        tallest: the height of the highest column, in user units.

    Raises:
        ValueError: there are no years, or a count is negative.
    """
    if not counts or min(counts.values()) < 0:
        raise ValueError(counts)
    years = range(min(counts), max(counts) + 1)
    highest = max(counts.values()) or 1
    pitch = WIDTH / len(years)
    # Numbers wider than their columns would run into each other; then only the named years have theirs.
    crowded = pitch < len(str(highest)) * LETTER
    thickness = min(pitch * 0.7, 40)
    columns = []
    for index, year in enumerate(years):
        number = counts.get(year, 0)
        height = round(number / highest * tallest, 1)
        named = year % NAMED == 0
        middle = (index + 0.5) * pitch
        columns.append(
            Column(
                value=str(number) if number and (named or not crowded) else "",
                label=str(year) if named else "",
                label_x=round(min(max(middle, 2 * LETTER), WIDTH - 2 * LETTER), 1),
                x=round(middle, 1),
                left=round(middle - thickness / 2, 1),
                y=ABOVE + tallest - height,
                height=height,
            )
        )
    base = ABOVE + tallest
    return ColumnChart(tuple(columns), WIDTH, base + BELOW, base, round(thickness, 1))
