"""Rules about disagreements between sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from macros.records.check.problem import Problem, shorten
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset
from macros.records.kinds import DISPUTED, SINGULAR
from macros.records.model import Conflict

# A conflict may also be about the figures that a document prints, which are no field of it.
_FIGURES: Final = {"document": ("figures",)}


def conflict_field(dataset: Dataset) -> Iterator[Problem]:
    """A conflict names a field that its record has, and its values differ."""
    for entry in dataset.of("conflicts", Conflict):
        conflict = entry.record
        singular = conflict.record.partition("/")[0]
        if singular not in DISPUTED:
            continue  # reported by record_references()
        model = SINGULAR[singular].inner or SINGULAR[singular].model
        allowed = [*model.model_fields, *_FIGURES.get(singular, ())]
        if conflict.field not in allowed:
            yield problem(
                "conflict-field",
                "conflicts",
                entry,
                ("field",),
                found=conflict.field,
                allowed=", ".join(allowed),
                record=conflict.record,
            )
        values = [claim.value if isinstance(claim.value, str) else claim.value.vi for claim in conflict.values]
        for index, value in enumerate(values):
            if value in values[:index]:
                at = (index, "value")
                yield problem("conflict-same-value", "conflicts", entry, ("values",), at=at, found=shorten(value))
