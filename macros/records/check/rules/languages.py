"""Rules about texts in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import every_value, problem
from macros.records.dataset import Dataset
from macros.records.model import Note, Text

# Longest name, in words, that may be the same in both languages.
LONGEST_NAME: Final = 4


def untranslated(dataset: Dataset) -> Iterator[Problem]:
    """A sentence that is the same in both languages has not been translated; names may be the same."""
    for kind, entry, path, value in every_value(dataset):
        if isinstance(value, Text) and value.vi == value.en and len(value.vi.split()) > LONGEST_NAME:
            yield problem("untranslated", kind, entry, path, at=("en",))
        if isinstance(value, Note) and value.en is None:
            yield problem("english-pending", kind, entry, path)
