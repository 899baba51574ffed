"""The log of changes in words, for the pages that show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jinja2 import Environment

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.records.history.changes import Change
from macros.views import addresses
from macros.views.change_log.entries import Day, Entry, Month, by_month
from macros.views.change_log.log import ChangeLog

# As many lines as a reader looks through; the pages of the years have them all.
LATEST: Final = 60


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the log and the address of its file."""
    environment.globals |= {"log": Log(records, lang), "changes_json": addresses.CHANGES}


class Log:
    """The changes in one language, newest first."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._history = records.history
        self._log = ChangeLog(records, lang)

    def latest(self) -> list[Month]:
        """Return the newest :data:`LATEST` lines of the whole log or a few more, by month; a day is never cut."""
        shown: list[Day] = []
        for day in self._log.days(self._history.changes):
            if sum(len(other.entries) for other in shown) >= LATEST:
                break
            shown.append(day)
        return by_month(shown)

    def months(self, changes: Iterable[Change]) -> list[Month]:
        """Return these changes by month and day."""
        return by_month(self._log.days(changes))

    def of(self, kind: str, name: str) -> list[Entry]:
        """Return the lines of one record; none where there is nothing but its first entry."""
        changes = self._history.of(kind, name)
        later = any(change.action != "added" or change.kind != kind for change in changes)
        return [self._log.entry(change) for change in changes] if later else []
