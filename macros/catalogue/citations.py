"""Citations that a record carries, anywhere within it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.records.model import Place, Source


def cited(record: Any) -> set[str]:
    """Return the ids of the documents that a record cites; a place cites its gazetteer."""
    gazetteer = {record.gazetteer} if isinstance(record, Place) else set()
    return {source.document for source in _sources(record)} | gazetteer


def citations(record: Any) -> int:
    """Return the number of citations that a record carries."""
    return sum(1 for _ in _sources(record)) + isinstance(record, Place)


def _sources(record: Any) -> Iterator[Source]:
    if isinstance(record, Source):
        yield record
    elif isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from _sources(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from _sources(item)
