"""Dates as documents give them: to the day, the month or the year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final, Literal

Precision = Literal["year", "month", "day"]
# Years outside these are typing errors.
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100


DATE_PATTERN: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_SHAPE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date of stated precision; unknown month or day are ``None``."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2007``, ``2015-02`` or ``2016-11-22``.

        Raises:
            ValueError: the text has another shape, or no such day exists.
        """
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(text)
        return cls(year, month, day)

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """Return a day as a date of that precision."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first_day(self) -> dt.date:
        """The earliest day that the date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The latest day that the date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def plus_years(self, years: int) -> PartialDate:
        """Return the date some years later; 29 February becomes 28 February in a common year."""
        if self.day is not None and self.month is not None:
            longest = calendar.monthrange(self.year + years, self.month)[1]
            return PartialDate(self.year + years, self.month, min(self.day, longest))
        return PartialDate(self.year + years, self.month, self.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
