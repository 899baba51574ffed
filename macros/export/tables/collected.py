"""The records of the API by kind, as tables have them: those of the lists, and those that stand within others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros.base.languages import Lang
from macros.export.api.fields import Back, Shape, shape
from macros.export.api.lists import LISTS, MODELS
from macros.export.api.values import ApiModel, held_records
from macros.records.kind import Kind
from macros.records.kinds import SINGULAR


@dataclass(frozen=True, slots=True)
class Collection:
    """The records of one kind.

    Attributes:
        kind: their kind.
        model: their model.
        items: the records.
        within: the kind of the records that they stand within, where they do.
        holders: for those, the id of the record that each stands within, by its own.
    """

    kind: Kind
    model: type[ApiModel]
    items: Sequence[Any]
    within: str = ""
    holders: Mapping[str, str] = field(default_factory=dict)

    def names(self, lang: Lang) -> dict[str, str]:
        """Return the names of the records by id; empty for kinds whose records have none in the API."""
        labels = {item.id: getattr(item, self.kind.label, None) for item in self.items}
        return {name: label if isinstance(label, str) else label[lang] for name, label in labels.items() if label}

    def several(self) -> Iterator[tuple[str, Shape]]:
        """Yield the fields that hold several values of a record's own, which tables hold in rows."""
        for name, info in self.model.model_fields.items():
            found = shape(info)
            if found.many and not found.mark(Back) and held_records(found) is None:
                yield name, found


def collections(lists: Mapping[str, Sequence[Any]]) -> list[Collection]:
    """Return the records of all lists, by list; then those that stand within them.

    Args:
        lists: the records of each list of the API by its name.
    """
    listed = [Collection(LISTS[name], MODELS[name], items) for name, items in lists.items()]
    return [*listed, *(inner for outer in listed for inner in _within(outer))]


def _within(outer: Collection) -> Iterator[Collection]:
    """Yield the records that stand within those of a list, by field."""
    for name, info in outer.model.model_fields.items():
        if (model := held_records(shape(info))) is not None:
            yield Collection(
                kind=SINGULAR[model.record_kind],
                model=model,
                items=[part for item in outer.items for part in getattr(item, name)],
                within=outer.kind.singular,
                holders={part.id: item.id for item in outer.items for part in getattr(item, name)},
            )
