"""Fields of the API's records: marks that say where a value comes from and what it refers to, and the shape of a field.

Reading (:mod:`macros.export.api.reading`), tables and schemas follow from them, so that a field is described once. Ids
are marked as in the records' own models, by :class:`macros.records.model.references.Refers`.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class Words:
    """Mark of a code: the part of the interface's texts that has its words (``reviews.results``)."""

    part: str


class Day:
    """Mark of a text that is a calendar day, ``2023-08-03``."""


@dataclass(frozen=True, slots=True)
class TableName:
    """Mark of a list of parts: the name of their table, after that of the record, where it is not that of the field."""

    name: str


class Joined:
    """Mark of a field that follows from other records, though the record may have one of the same name."""


class Former:
    """Mark of the ids that a record had before; tables have them in one table for all kinds."""


class Back:
    """Mark of the ids of records that refer to this one; tables only count them."""


class Shape(NamedTuple):
    """The type of one value of a field, whether the field holds several, and the marks on it."""

    kind: Any
    many: bool
    marks: tuple[Any, ...]

    def mark(self, kind: type[Any]) -> Any:
        """Return the mark of a kind, or None where there is none."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)


def shape(field: FieldInfo) -> Shape:
    """Return the shape of a field: ``list[SectorId] | None`` holds several ``str`` with a mark."""
    kind, marks, many = field.annotation, list(field.metadata), False
    while True:
        origin = get_origin(kind)
        if origin is Annotated:
            marks += kind.__metadata__  # type: ignore[union-attr]
        elif origin is list:
            many = True
        elif origin not in {Union, types.UnionType}:
            return Shape(kind, many, tuple(marks))
        kind = next(option for option in get_args(kind) if option is not type(None))
