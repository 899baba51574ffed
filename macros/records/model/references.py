"""Fields whose values are ids of other records, or dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from macros.base.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Refers:
    """Annotation on the type of an id: the singular of the kind of record that it names."""

    kind: str


def references(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a model, and of the models within it, that name records, with the singular of their kind."""
    for name, field in model.model_fields.items():
        for part in annotations_of([field.annotation, *field.metadata]):
            if isinstance(part, Refers):
                yield name, part.kind
            elif isinstance(part, type) and issubclass(part, BaseModel):
                yield from references(part)


def dates(model: type[BaseModel]) -> Iterator[str]:
    """Yield the fields of a model, and of the models within it, that hold dates."""
    for name, field in model.model_fields.items():
        for part in annotations_of([field.annotation]):
            if part is PartialDate:
                yield name
            elif isinstance(part, type) and issubclass(part, BaseModel):
                yield from dates(part)


def annotations_of(annotations: Iterable[Any]) -> Iterator[Any]:
    """Yield every part of types such as ``tuple[Annotated[str, Refers("sector")], ...] | None``."""
    for annotation in annotations:
        yield annotation
        yield from annotations_of(get_args(annotation))
