"""Records of the API made from what the catalogue holds, by what the fields of their models say."""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

from macros.catalogue.catalogue import Catalogue
from macros.export.api.fields import Joined, shape
from macros.export.api.values import ApiModel, held_records
from macros.views import addresses


def read(model: type[ApiModel], item: Any, catalogue: Catalogue) -> ApiModel:
    """Return a record as the API has it.

    Args:
        model: its model.
        item: the record, or the record joined with what belongs to it.
        catalogue: the joined records.
    """
    record = getattr(item, "record", item)
    values = dict(model.computed(item, catalogue))
    if model.record_kind and "url" in model.model_fields:
        values["url"] = addresses.in_languages(addresses.page(model.record_kind, record.id))
    for field in _fields(model):
        if field.name not in values:
            value = getattr(item if field.joined or not hasattr(record, field.name) else record, field.name)
            values[field.name] = value if field.inner is None else [read(field.inner, v, catalogue) for v in value]
    return model.model_validate(values, context=catalogue)


class _Field(NamedTuple):
    """A field, whether it follows from other records, and the model of the records that it holds, if it holds any."""

    name: str
    joined: bool
    inner: type[ApiModel] | None


@functools.cache
def _fields(model: type[ApiModel]) -> tuple[_Field, ...]:
    shapes = {name: shape(field) for name, field in model.model_fields.items()}
    return tuple(_Field(name, bool(found.mark(Joined)), held_records(found)) for name, found in shapes.items())
