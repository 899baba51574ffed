"""Periods that reports cover: calendar years and their quarters."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from macros.base.dates import PartialDate
from macros.catalogue.catalogue import Catalogue
from macros.views.timeline import events

QUARTERS: Final = (1, 2, 3, 4)
MONTHS_OF_A_QUARTER: Final = 3
_SHAPE: Final = re.compile(r"(\d{4})(?:-q([1-4]))?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar year, or a quarter of it."""

    year: int
    quarter: int | None = None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period that ``2026`` or ``2026-q4`` names.

        Raises:
            ValueError: the text has another shape.
        """
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]) if found[2] else None)

    @property
    def id(self) -> str:
        """Its name in addresses."""
        return str(self.year) if self.quarter is None else f"{self.year}-q{self.quarter}"

    @property
    def first_day(self) -> dt.date:
        month = 1 if self.quarter is None else (self.quarter - 1) * MONTHS_OF_A_QUARTER + 1
        return dt.date(self.year, month, 1)

    @property
    def last_day(self) -> dt.date:
        return PartialDate(self.year, None if self.quarter is None else self.quarter * MONTHS_OF_A_QUARTER).last_day

    def holds(self, date: PartialDate) -> bool:
        """Tell whether all days that the date can mean lie in the period."""
        return self.first_day <= date.first_day and date.last_day <= self.last_day

    def touches(self, date: PartialDate) -> bool:
        """Tell whether any day that the date can mean lies in the period."""
        return self.first_day <= date.last_day and date.first_day <= self.last_day


def periods(records: Catalogue) -> list[Period]:
    """Return the periods that the site has a report on, newest first, a year before its quarters.

    These are all years since the data is kept, and their quarters in which something happened.
    """
    years = range(min(records.kept_since.year, records.as_of.year), records.as_of.year + 1)
    found: list[Period] = []
    for year in reversed(years):
        found.append(Period(year))
        found += [Period(year, quarter) for quarter in reversed(QUARTERS) if _anything(Period(year, quarter), records)]
    return found


def _anything(period: Period, records: Catalogue) -> bool:
    if period.first_day > records.as_of:
        return False
    dates = [event.date for event in events(records.agreements.values(), (), records.as_of)]
    dates += [entry.record.date for entry in records.updates]
    return any(date is not None and period.holds(date) and date.first_day <= records.as_of for date in dates)
