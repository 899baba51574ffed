"""The lists of the API: one for each kind of record that is published."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Final

from macros.catalogue.catalogue import Catalogue
from macros.export.api.models import events, reference, relations, work
from macros.export.api.reading import read
from macros.export.api.values import ApiModel
from macros.records.kinds import KINDS, Kind

_DECLARED: Final[Mapping[str, type[ApiModel]]] = {
    found.record_kind: found
    for module in (events, reference, relations, work)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, ApiModel) and found.record_kind
}


def model_of(kind: Kind) -> type[ApiModel]:
    """Return the model of a kind of record."""
    return _DECLARED[kind.singular]


LISTS: Final[Mapping[str, Kind]] = {
    kind.plural: kind for kind in sorted(KINDS, key=lambda kind: kind.plural) if kind.published
}
"""The kind of record that each list has, by the name of its file; in that order."""


@functools.lru_cache(maxsize=1)
def records(catalogue: Catalogue) -> dict[str, list[Any]]:
    """Return the records of every list by its name, sorted by id; kept for the exporters that come next."""
    return {name: _listed(kind, catalogue) for name, kind in LISTS.items()}


def _listed(kind: Kind, catalogue: Catalogue) -> list[Any]:
    found = getattr(catalogue, kind.attribute)
    items = found.values() if isinstance(found, Mapping) else found
    model = model_of(kind)
    return sorted((read(model, item, catalogue) for item in items), key=lambda record: record.id)
