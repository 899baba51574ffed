"""Records of a data set by id, and what other records say about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from macros.catalogue.joins.by_key import by_key
from macros.records.dataset import Dataset, Entry
from macros.records.locators import PHRASES, Locators, locators
from macros.records.model import (
    Agency,
    Conflict,
    Country,
    Document,
    Organisation,
    Partner,
    Plan,
    Sector,
    Text,
    Update,
    Vocabulary,
)

R = TypeVar("R", Agency, Country, Document, Organisation, Partner, Plan, Sector)


class Lookups:
    """Records that others refer to, found by id."""

    def __init__(self, dataset: Dataset) -> None:
        """Prepare for a data set whose references resolve."""
        self.dataset = dataset

    @cached_property
    def countries(self) -> dict[str, Country]:
        return _by_id(self.dataset.of("countries", Country))

    @cached_property
    def sectors(self) -> dict[str, Sector]:
        return _by_id(self.dataset.of("sectors", Sector))

    @cached_property
    def agencies(self) -> dict[str, Agency]:
        return _by_id(self.dataset.of("agencies", Agency))

    @cached_property
    def documents(self) -> dict[str, Document]:
        return _by_id(self.dataset.of("documents", Document))

    @cached_property
    def plans(self) -> dict[str, Plan]:
        return _by_id(self.dataset.of("plans", Plan))

    @cached_property
    def partners(self) -> dict[str, Partner]:
        return _by_id(self.dataset.of("partners", Partner))

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        return _by_id(self.dataset.of("organisations", Organisation))

    @cached_property
    def terms(self) -> dict[str, dict[str, Text]]:
        """The words for each value of a vocabulary, by the id of the vocabulary."""
        found: dict[str, dict[str, Text]] = {}
        for entry in self.dataset.of("vocabularies", Vocabulary):
            found.setdefault(entry.record.id, {}).update((term.id, term.name) for term in entry.record.terms)
        return found

    @cached_property
    def headings(self) -> dict[str, dict[str, Text]]:
        """The words over several things of each value of a vocabulary, by the id of the vocabulary."""
        found: dict[str, dict[str, Text]] = {}
        for entry in self.dataset.of("vocabularies", Vocabulary):
            headings = ((term.id, term.group or term.name) for term in entry.record.terms)
            found.setdefault(entry.record.id, {}).update(headings)
        return found

    @cached_property
    def locators(self) -> Locators:
        """The English of places in documents."""
        return locators(tuple((phrase.vi, phrase.en) for phrase in self.terms.get(PHRASES, {}).values()))

    def countries_of(self, ids: Iterable[str]) -> tuple[Country, ...]:
        return tuple(self.countries[name] for name in ids)

    def sectors_of(self, ids: Iterable[str]) -> tuple[Sector, ...]:
        """Return the sectors with these ids, each once."""
        return tuple(self.sectors[name] for name in dict.fromkeys(ids))

    def agencies_of(self, ids: Iterable[str]) -> tuple[Agency, ...]:
        return tuple(self.agencies[name] for name in ids)

    def updates_of(self, kind: str, name: str) -> tuple[Update, ...]:
        """Return the updates on a record (``task``, ``agreement``), in the order of the files."""
        return self._updates[f"{kind}/{name}"]

    def conflicts_of(self, kind: str, name: str) -> tuple[Conflict, ...]:
        """Return the conflicts about a record of a kind (its singular), in the order of the files."""
        return self._conflicts[f"{kind}/{name}"]

    @cached_property
    def _updates(self) -> Mapping[str, tuple[Update, ...]]:
        updates = (entry.record for entry in self.dataset.of("updates", Update))
        return by_key(updates, lambda update: (update.record,))

    @cached_property
    def _conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        conflicts = (entry.record for entry in self.dataset.of("conflicts", Conflict))
        return by_key(conflicts, lambda conflict: (conflict.record,))


def _by_id(entries: Iterable[Entry[R]]) -> dict[str, R]:
    return {entry.record.id: entry.record for entry in entries}
