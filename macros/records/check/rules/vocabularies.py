"""Rules about vocabularies: values that only label are listed in data/vocabularies.yaml, each once."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from macros.records.check.problem import Problem, shorten
from macros.records.check.rules.traversal import every_entry, problem, values
from macros.records.dataset import Dataset
from macros.records.model import Vocabulary, listed_fields


def not_listed(dataset: Dataset) -> Iterator[Problem]:
    """Every value that only labels is in the vocabulary of its field."""
    if "vocabularies" in dataset.unread:
        return
    terms: dict[str, list[str]] = defaultdict(list)
    for entry in dataset.of("vocabularies", Vocabulary):
        terms[entry.record.id] += [term.id for term in entry.record.terms]
    for kind, entry in every_entry(dataset):
        for path, value in values(entry.record):
            if not isinstance(value, BaseModel):
                continue
            for field, vocabulary in _listed(type(value)).items():
                used = getattr(value, field)
                known = terms[vocabulary]
                if used is not None and used not in known:
                    allowed = ", ".join(known)
                    step = (*path, field)
                    yield problem(
                        "not-listed", kind, entry, step, found=shorten(used), allowed=allowed, vocabulary=vocabulary
                    )


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
