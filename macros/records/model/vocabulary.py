"""Vocabularies: lists of values that only label, with their words. Staff add to them in ``data/vocabularies.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from macros.records.model.parts import Identified, Record, Text
from macros.records.model.references import annotations_of


@dataclass(frozen=True, slots=True)
class ListedIn:
    """Annotation on a type of value: the id of the vocabulary that has to list it."""

    vocabulary: str


# A value of a vocabulary. The check tests that it is listed, for a model does not know the data.
Code = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class ListedTerm(Record):
    """A value of a vocabulary with its words: those for one thing, and those over several where they differ."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
    name: Text
    group: Text | None = None


class Vocabulary(Identified):
    """A list of values, in the order in which readers see them."""

    name: Text
    terms: Annotated[tuple[ListedTerm, ...], Field(min_length=1)]


def listed_fields(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a model itself that hold values of a vocabulary, with the id of that vocabulary."""
    for name, field in model.model_fields.items():
        for part in annotations_of([field.annotation, *field.metadata]):
            if isinstance(part, ListedIn):
                yield name, part.vocabulary
