"""The log of changes in one language."""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from macros.base.formats import number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.history.changes import Change
from macros.views import addresses
from macros.views.change_log.details import Details
from macros.views.change_log.entries import Day, Entry
from macros.views.change_log.names import Names
from macros.views.change_log.values import Values

# From how many records of a kind on, that changed alike in one commit, they are told together.
MANY: Final = 4
# Up to how many of them are named.
LISTED: Final = 50


class ChangeLog:
    """Changes of the records as lines in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang
        self._words: Mapping[str, Any] = texts(lang)["changes"]
        self._names = Names(records, lang)
        self._values = Values(self._names, lang)
        self._details = Details(self._values, lang)

    def entries(self, changes: Iterable[Change]) -> list[Entry]:
        """Return the changes as lines, in their order; of one commit, what many records share is one line."""
        found = []
        for _, of_commit in groupby(changes, key=lambda change: change.commit):
            alike: dict[tuple[Any, ...], list[Change]] = defaultdict(list)
            for change in of_commit:
                alike[change.kind, change.action, tuple(field.field for field in change.fields)].append(change)
            for group in alike.values():
                found += [self._many(group)] if len(group) >= MANY else [self.entry(change) for change in group]
        return found

    def days(self, changes: Iterable[Change]) -> list[Day]:
        """Return the lines by day, in the order of the changes."""
        days = groupby(self.entries(changes), key=lambda entry: entry.date)
        return [Day(date, tuple(entries)) for date, entries in days]

    def entry(self, change: Change) -> Entry:
        """Return one change as a line."""
        subject, address = self._subject(change)
        return Entry(
            key=change.key,
            commit=change.commit,
            moment=change.time,
            subject=subject,
            details=tuple(self._details.of(change)),
            address=address,
            records=(self._records.history.now(change.about),),
        )

    def value(self, change: Change, field: str, value: Any) -> str:
        """Return what a field held, in words and in full."""
        return self._values.term(value) if field == "term" else self._values.in_words(change.kind, field, value)

    def address(self, kind: str, name: str) -> str:
        """Return the place of a record below the language's root; empty for a record that is no longer there."""
        return self._names.address(kind, name)

    def _many(self, changes: Sequence[Change]) -> Entry:
        """The same change of many records of a kind as one line."""
        first = changes[0]
        members = hashlib.sha256("\n".join(sorted(change.key for change in changes)).encode()).hexdigest()[:16]
        told = ", ".join(self._values.field(field.field) for field in first.fields)
        detail = self._words["several"].format(fields=told) if told else self._words[first.action].format(former="…")
        return Entry(
            key=f"{first.action}/{first.kind}/{len(changes)}/{members}",
            commit=first.commit,
            moment=first.time,
            subject=self._words["many"][first.kind].format(n=number_text(len(changes), self._lang)),
            details=(detail,),
            address=addresses.index(first.kind),
            records=tuple(sorted({self._records.history.now(change.about) for change in changes})),
            members=tuple(self._subject(change) for change in changes) if len(changes) <= LISTED else (),
        )

    def _subject(self, change: Change) -> tuple[str, str]:
        """The record that a change is about: its name, and its address."""
        kind, _, name = change.about.partition("/")
        known_by = change.known_by if change.kind == kind else {}
        return self._names.subject(kind, name, known_by), self._names.address(kind, name)


class CachedLog(ChangeLog):
    """A log that makes each line once, for files that list it again and again.

    Not for pages: what each of them asks of the records is noted (:mod:`macros.catalogue.dependencies`).
    """

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        super().__init__(records, lang)
        self._made: dict[tuple[str, str, str, str], Entry] = {}
        self._subjects: dict[tuple[str, str, str], tuple[str, str]] = {}

    def entry(self, change: Change) -> Entry:
        """Return one change as a line."""
        key = change.commit, change.action, change.kind, change.id
        if key not in self._made:
            self._made[key] = super().entry(change)
        return self._made[key]

    def _subject(self, change: Change) -> tuple[str, str]:
        """Return the record that a change is about; many lines name the same."""
        key = change.commit, change.kind, change.id
        if key not in self._subjects:
            self._subjects[key] = super()._subject(change)
        return self._subjects[key]


@functools.lru_cache(maxsize=2)
def shared_log(records: Catalogue, lang: Lang) -> CachedLog:
    """Return the log that all exports share."""
    return CachedLog(records, lang)
