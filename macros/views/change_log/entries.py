"""Lines of the log of changes: one for each change, or for many records that changed alike in one commit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from macros.base.clock import HO_CHI_MINH
from macros.base.dates import PartialDate

# Of a day with more lines than these and a few, a list shows these; the others are folded.
SHOWN: Final = 8
_SPARE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log.

    Attributes:
        key: identifies the line for good.
        commit: the commit that made the change.
        moment: the time of the commit, in UTC.
        subject: the record that changed, or the number of records.
        details: what became of it, in parts of a sentence.
        address: the place of the record below the language's root; empty where it has none.
        records: the records that the line tells of, as ``kind/id``.
        members: the names and addresses of several records, where they are few enough to list.
    """

    key: str
    commit: str
    moment: dt.datetime
    subject: str
    details: tuple[str, ...]
    address: str
    records: tuple[str, ...]
    members: tuple[tuple[str, str], ...] = ()

    @property
    def date(self) -> PartialDate:
        """The day in Vietnam."""
        return PartialDate.of(self.moment.astimezone(HO_CHI_MINH).date())

    @property
    def sentence(self) -> str:
        """The line as a sentence without a full stop."""
        return f"{self.subject}: {'; '.join(self.details)}"


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of a day in Vietnam."""

    date: PartialDate
    entries: tuple[Entry, ...]

    @property
    def first(self) -> tuple[Entry, ...]:
        """The entries that a list shows at once."""
        return self.entries if len(self.entries) <= SHOWN + _SPARE else self.entries[:SHOWN]

    @property
    def rest(self) -> tuple[Entry, ...]:
        """The others."""
        return self.entries[len(self.first) :]


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a month that have entries; ``name`` is its anchor on the page of its year."""

    date: PartialDate
    days: tuple[Day, ...]

    @property
    def name(self) -> str:
        return f"m{self.date}"

    @property
    def count(self) -> int:
        """The number of entries."""
        return sum(len(day.entries) for day in self.days)


def by_month(days: Iterable[Day]) -> list[Month]:
    """Return days by month, in their order."""
    months = groupby(days, key=lambda day: PartialDate(day.date.year, day.date.month))
    return [Month(date, tuple(of_month)) for date, of_month in months]
