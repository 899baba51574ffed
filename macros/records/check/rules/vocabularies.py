"""Rules about vocabularies: values that only label are listed in data/vocabularies.yaml, each once."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from macros.records.check.problem import Problem, shorten
from macros.records.check.rules.traversal import Path, every_value, problem
from macros.records.dataset import Dataset
from macros.records.model import Vocabulary, listed_fields


def not_listed(dataset: Dataset) -> Iterator[Problem]:
    """Every value that only labels is in the vocabulary of its field."""
    if "vocabularies" in dataset.unread:
        return
    terms: dict[str, list[str]] = defaultdict(list)
    for entry in dataset.of("vocabularies", Vocabulary):
        terms[entry.record.id] += [term.id for term in entry.record.terms]
    for kind, entry, path, value in every_value(dataset):
        if not isinstance(value, BaseModel):
            continue
        for field, vocabulary in _listed(type(value)).items():
            for used, step in _used(getattr(value, field), (*path, field)):
                if used not in terms[vocabulary]:
                    allowed, found = ", ".join(terms[vocabulary]), shorten(used)
                    yield problem("not-listed", kind, entry, step, found=found, allowed=allowed, vocabulary=vocabulary)


def _used(value: str | tuple[str, ...] | None, path: Path) -> list[tuple[str, Path]]:
    """Return the values of a field, which may hold none, one or several, each with its path."""
    if isinstance(value, tuple):
        return [(item, (*path, index)) for index, item in enumerate(value)]
    return [] if value is None else [(value, path)]


def term_twice(dataset: Dataset) -> Iterator[Problem]:
    """A vocabulary lists each value once, whatever file it is in."""
    seen: set[tuple[str, str]] = set()
    for entry in dataset.of("vocabularies", Vocabulary):
        for index, term in enumerate(entry.record.terms):
            if (entry.record.id, term.id) in seen:
                yield problem("term-twice", "vocabularies", entry, ("terms", index, "id"), found=term.id)
            seen.add((entry.record.id, term.id))


@functools.cache
def _listed(model: type[BaseModel]) -> Mapping[str, str]:
    return dict(listed_fields(model))
