"""Rules about places in documents: their English can be derived, and the phrases that it is made of fit."""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import every_value, problem
from macros.records.dataset import Dataset
from macros.records.locators import NUMBER, PHRASES, locators
from macros.records.model import Source, Vocabulary


def locator_phrase(dataset: Dataset) -> Iterator[Problem]:
    """A phrase has as many numbers in English as in Vietnamese."""
    for entry in dataset.of("vocabularies", Vocabulary):
        if entry.record.id != PHRASES:
            continue
        for index, term in enumerate(entry.record.terms):
            if term.name.vi.count(NUMBER) != term.name.en.count(NUMBER):
                yield problem("locator-phrase", "vocabularies", entry, ("terms", index, "name"), found=term.name.en)


def locator_unknown(dataset: Dataset) -> Iterator[Problem]:
    """Every place in a document can be said in English, where the data have phrases for it."""
    phrases = [
        (term.name.vi, term.name.en)
        for entry in dataset.of("vocabularies", Vocabulary)
        if entry.record.id == PHRASES
        for term in entry.record.terms
    ]
    if not phrases or any(vi.count(NUMBER) != en.count(NUMBER) for vi, en in phrases):
        # A phrase that is wrong is reported itself, and not again at each place that has it.
        return
    known = locators(tuple(phrases))
    for kind, entry, path, value in every_value(dataset):
        if isinstance(value, Source) and known.english(value.locator) is None:
            yield problem("locator-unknown", kind, entry, (*path, "locator"), found=value.locator)
