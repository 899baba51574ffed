"""Agreements over the years, each as a bar from its signing to its end: coordinates only, printed as SVG.

The precision that a source gives is kept: a signing or an end printed as a year or month is drawn pale over that
time. An arrow stands for an agreement without an end, a hatched bar for one whose end no source states.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from macros.base.formats import cut
from macros.catalogue.status import AgreementStatus
from macros.views.drawings.agreement_lives import Life, Look, stretches

# The years that every strip shows, so that those of two countries can be compared.
FIRST: Final = 1990
LAST: Final = 2030
# The years between two lines of the axis, the smallest first, and the letters that one of its names takes with its gap;
# the first name is moved by half its own width, so as to stay within the drawing.
_STEPS: Final = (5, 10, 20, 50)
_YEAR_LETTERS: Final = 7


@dataclass(frozen=True, slots=True)
class Form:
    """The measures of a strip in user units, for a wide page or for a phone, whose labels stand above the bars."""

    name: Literal["wide", "narrow"]
    width: int
    labels: int
    row: int
    bar: int
    letter: float

    @property
    def above(self) -> int:
        """The distance of a bar from the top of its row."""
        return (self.row - self.bar) // 2 if self.labels else self.row - self.bar - 4

    @property
    def letters(self) -> int:
        """The most letters of a label."""
        return int((self.labels or self.width) / self.letter) - 1


WIDE: Final = Form("wide", width=760, labels=230, row=22, bar=12, letter=6.6)
NARROW: Final = Form("narrow", width=360, labels=0, row=33, bar=10, letter=7.2)
# Room for the day above the bars, for the years below them, and for an arrow at their right.
HEAD: Final = 18
FOOT: Final = 22
ARROW: Final = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: certain, within a year or month that a source gives, or of unstated end."""

    look: Look
    x: float
    width: float

    @property
    def x2(self) -> float:
        """The right end."""
        return round(self.x + self.width, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """An agreement: its label, its whole title, and its bar.

    Attributes:
        label: what stands beside the bar, cut where it is too long.
        title: the title, status and end in words.
        top: the upper edge of the bar.
        pieces: the parts of the bar; none where no date is known or a point stands for it.
        ticks: the places of further signings.
        point: the place of the only date that is known.
        arrow: the outline of the arrow of an agreement without an end; empty for others.
    """

    id: str
    label: str
    title: str
    status: AgreementStatus
    label_y: float
    top: float
    pieces: tuple[Piece, ...]
    ticks: tuple[float, ...]
    point: float | None
    arrow: str
    middle: float

    @property
    def dated(self) -> bool:
        return bool(self.pieces) or self.point is not None

    @property
    def diamond(self) -> str:
        """The outline of the point."""
        return "" if self.point is None else f"M{self.point} {self.middle - 7}l6 7-6 7-6-7z"


@dataclass(frozen=True, slots=True)
class YearLine:
    """A line of the axis with its year, whose name stays within the drawing."""

    year: int
    x: float
    label_x: float


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing; ``left`` is where the axis begins and ``today`` the place of the day of the records."""

    form: Form
    rows: tuple[Row, ...]
    years: tuple[YearLine, ...]
    left: int
    today: float
    today_label_x: float
    first: int
    last: int

    @property
    def height(self) -> int:
        return self.foot + FOOT

    @property
    def foot(self) -> int:
        """The lower edge of the rows."""
        return HEAD + len(self.rows) * self.form.row

    @property
    def years_y(self) -> int:
        """The base line of the years."""
        return self.height - 5

    @property
    def signs(self) -> tuple[str, ...]:
        """The signs in it that need a word of explanation."""
        looks = {piece.look for row in self.rows for piece in row.pieces}
        shown = {
            "arrow": any(row.arrow for row in self.rows),
            "unstated": "unstated" in looks,
            "about": "about" in looks,
            "tick": any(row.ticks for row in self.rows),
            "point": any(row.point is not None for row in self.rows),
        }
        return tuple(sign for sign, there in shown.items() if there)


def agreement_strip(lives: Sequence[Life], as_of: dt.date, form: Form) -> Strip | None:
    """Return the strip of some agreements, in their order; ``None`` where there is none.

    Args:
        lives: the agreements with their dates and labels.
        as_of: the day by which they are judged.
        form: for a wide page or for a phone.
    """
    if not lives:
        return None
    first, last = _span(lives, as_of)
    start, end = dt.date(first, 1, 1), dt.date(last, 12, 31)
    left = form.labels
    room = form.width - left - ARROW

    def x(day: dt.date) -> float:
        return round(left + (min(max(day, start), end) - start).days / (end - start).days * room, 1)

    rows = tuple(_row(life, index, as_of, form, x) for index, life in enumerate(lives))
    today = x(as_of)
    aside = 16 * form.letter / 2
    label_x = round(min(max(today, left + aside), form.width - aside), 1)
    return Strip(form, rows, _years(first, last, room, form, x), left, today, label_x, first, last)


def _span(lives: Sequence[Life], as_of: dt.date) -> tuple[int, int]:
    """The first and the last year of the axis: always those of :data:`FIRST` and :data:`LAST`, and all dates."""
    days = [day for life in lives for day in life.days]
    years = [day.year for day in days] or [as_of.year]
    earliest, latest = min(*years, FIRST, as_of.year), max(*years, LAST, as_of.year + 1)
    return earliest - earliest % 5, latest


def _years(first: int, last: int, room: float, form: Form, x: Callable[[dt.date], float]) -> tuple[YearLine, ...]:
    most = room / (_YEAR_LETTERS * form.letter)
    step = next((step for step in _STEPS if (last - first) / step <= most), _STEPS[-1])
    aside = 2 * form.letter
    return tuple(
        YearLine(year, at := x(dt.date(year, 1, 1)), min(max(at, aside), form.width - aside))
        for year in range(first, last + 1)
        if year % step == 0
    )


def _row(life: Life, index: int, as_of: dt.date, form: Form, x: Callable[[dt.date], float]) -> Row:
    y = HEAD + index * form.row
    top = y + form.above
    middle = top + form.bar / 2
    pieces = tuple(_piece(look, x(since), x(until)) for look, since, until in stretches(life, as_of))
    known = life.only_date if not pieces else None
    arrow = ""
    if pieces and life.endless:
        right = pieces[-1].x2
        half = form.bar / 2 + 3
        arrow = f"M{right} {middle - half}l{ARROW - 1} {half}-{ARROW - 1} {half}z"
    return Row(
        id=life.id,
        label=cut(life.label, form.letters),
        title=life.title,
        status=life.status,
        label_y=middle + 4.5 if form.labels else top - 4,
        top=top,
        pieces=pieces,
        ticks=tuple(x(day) for day in life.renewed),
        point=None if known is None else x(known),
        arrow=arrow,
        middle=middle,
    )


def _piece(look: Look, left: float, right: float) -> Piece:
    return Piece(look, left, round(max(right - left, 1.0), 1))
