"""Rules about documents."""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset
from macros.records.model import Document


def address_day(dataset: Dataset) -> Iterator[Problem]:
    """An address comes with the day on which somebody read the page or saw where it leads; pages move and go."""
    for entry in dataset.of("documents", Document):
        document = entry.record
        if document.url is not None and document.read is None and document.seen is None:
            yield problem("address-day", "documents", entry, ("url",))
