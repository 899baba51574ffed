"""Rules on the identifiers that others know records by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset, Entry
from macros.records.model import Country, Partner

# Those that mean one thing; a first-level unit holds many.
_OWN: Final = ("wikidata", "geonames")


def identifier_twice(dataset: Dataset) -> Iterator[Problem]:
    """No two records in use of a kind have one identifier."""
    seen: dict[tuple[str, str, str], Entry[Any]] = {}
    listed: list[tuple[str, Entry[Any]]] = [("countries", entry) for entry in dataset.of("countries", Country)]
    listed += [("partners", entry) for entry in dataset.of("partners", Partner)]
    for kind, entry in listed:
        if entry.record.identifiers is None or entry.record.retired is not None:
            continue
        for name in _OWN:
            value = getattr(entry.record.identifiers, name, None)
            if value is None:
                continue
            first = seen.setdefault((kind, name, value), entry)
            if first is not entry:
                path, place = ("identifiers", name), str(first.place)
                yield problem("identifier-twice", kind, entry, path, found=value, other=first.record.id, first=place)


def subdivision_elsewhere(dataset: Dataset) -> Iterator[Problem]:
    """A partner lies in a first-level unit of its own country or territory, whose code that of the unit begins with."""
    for entry in dataset.of("partners", Partner):
        partner = entry.record
        unit = None if partner.identifiers is None else partner.identifiers.iso_3166_2_in
        homes = [code.upper() for code in (partner.country, partner.territory) if code]
        if unit is not None and unit.partition("-")[0] not in homes:
            path = ("identifiers", "iso_3166_2_in")
            yield problem("subdivision-elsewhere", "partners", entry, path, found=unit, allowed=f"{homes[-1]}-…")
