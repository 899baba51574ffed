"""Rules about areas of cooperation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from macros.base.languages import LANGS
from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset
from macros.records.model import Cooperation

# What a line on a phone holds, and what a reader takes in at a glance.
WORDS: Final = 12
_KIND: Final = "cooperation"


def title_words(dataset: Dataset) -> Iterator[Problem]:
    """A title is a line that lists show in the place of the whole text: at most :data:`WORDS` words."""
    for entry in dataset.of(_KIND, Cooperation):
        title = entry.record.title
        for lang in LANGS if title is not None else ():
            if title is not None and len(words := title[lang].split()) > WORDS:
                yield problem("title-words", _KIND, entry, ("title", lang), found=str(len(words)), allowed=f"≤ {WORDS}")
