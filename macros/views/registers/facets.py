"""Facets that several registers share, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from macros.base.collation import collation_key
from macros.base.dates import PartialDate
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.views.registers.definition import NONE, FacetDefinition, RangeDefinition
from macros.views.vocabularies import interface_words

Keys = Callable[[Any], Iterable[str]]


class Facets:
    """Facets over the records of a catalogue; labels are keys of the interface's ``facets``."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang
        self._t = interface_words(records, lang)

    def own(self, label: str, keys: Keys, labels: Mapping[str, str]) -> FacetDefinition:
        """Return a facet with labels of its own."""
        return FacetDefinition(label=self._t["facets"][label], keys=keys, labels=labels)

    def fixed(self, label: str, words: str, keys: Keys) -> FacetDefinition:
        """Return a facet whose values are fixed or listed in a vocabulary; they keep the order of their words."""
        return self.own(label, keys, self._t[words])

    def country(self, keys: Keys, label: str = "country") -> FacetDefinition:
        return self.own(label, keys, self.named(self._records.country_records))

    def sector(self, keys: Keys, label: str = "sector") -> FacetDefinition:
        return self.own(label, keys, self.named(self._records.sector_records))

    def years(self, label: str, **keys: Keys) -> RangeDefinition:
        """Return a span of years, with the years of an item by their sort, whose name is a word of ``year_sorts``."""
        sorts = self._t["year_sorts"]
        return RangeDefinition(
            label=self._t["facets"][label],
            keys=keys,
            labels={sort: sorts[sort] for sort in keys} if len(keys) > 1 else {},
        )

    def named(self, records: Mapping[str, Any]) -> dict[str, str]:
        """Return the labels of records by their ids, in the order of their names."""
        return self.sorted({key: record.name[self._lang] for key, record in records.items()})

    def sorted(self, labels: Mapping[str, str]) -> dict[str, str]:
        """Return labels in the order of the language's alphabet."""
        return dict(sorted(labels.items(), key=lambda pair: collation_key(pair[1], self._lang)))


def year(date: PartialDate | None) -> list[str]:
    """Return the key of the year of a date; that of undated rows where there is none."""
    return [NONE if date is None else str(date.year)]
