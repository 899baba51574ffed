"""The lists of the API: one for each kind of record that is published."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Final

from macros.catalogue.catalogue import Catalogue
from macros.export.api.derived import derived
from macros.export.api.models import events, reference, relations, work
from macros.export.api.reading import read
from macros.export.api.values import ApiModel
from macros.records.kind import Kind
from macros.records.kinds import KINDS

_DECLARED: Final[Mapping[str, type[ApiModel]]] = {
    found.record_kind: found
    for module in (events, reference, relations, work)
    for found in vars(module).values()
    if isinstance(found, type) and issubclass(found, ApiModel) and found.record_kind
}


LISTS: Final[Mapping[str, Kind]] = {
    kind.plural: kind for kind in sorted(KINDS, key=lambda kind: kind.plural) if kind.published
}
"""The kind of record that each list has, by the name of its file; in that order."""

MODELS: Final[Mapping[str, type[ApiModel]]] = {
    name: _DECLARED.get(kind.singular) or derived(kind) for name, kind in LISTS.items()
}
"""The model of the records of each list: the one declared for their kind, else one derived from the records' own."""


@functools.lru_cache(maxsize=1)
def records(catalogue: Catalogue) -> dict[str, list[Any]]:
    """Return the records of every list by its name, sorted by id; kept for the exporters that come next."""
    return {name: _listed(name, catalogue) for name in LISTS}


def _listed(name: str, catalogue: Catalogue) -> list[Any]:
    items = catalogue.of_kind(LISTS[name].singular).values()
    return sorted((read(MODELS[name], item, catalogue) for item in items), key=lambda record: record.id)
