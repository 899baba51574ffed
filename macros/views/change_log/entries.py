"""Lines of the log of changes: one for each change, or for many records that changed alike in one commit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from macros.base.clock import HO_CHI_MINH
from macros.base.dates import PartialDate


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
