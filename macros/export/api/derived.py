"""Models of the API for kinds of record that declare none: the same fields as in the records' own model."""

from __future__ import annotations

import functools
import operator
import types
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import create_model

from macros.base.dates import PartialDate
from macros.export.api.models.relations import Statement
from macros.export.api.models.work import Amount
from macros.export.api.references import BackReferences, CountryCode
from macros.export.api.values import ApiModel, FormerIds, FormerName, Moment, Number, Retired, Source, Text, Url
from macros.records import model
from macros.records.kind import Kind
from macros.records.model.references import Refers

_VALUES: Final[Mapping[Any, Any]] = {
    PartialDate: Moment,
    Decimal: Number,
    model.Text: Text,
    model.Title: Text,
    model.Note: Text,
    model.Source: Source,
    model.Statement: Statement,
    model.Amount: Amount,
    model.FormerName: FormerName,
}
# The fields of every kind that stand near the end, as in the models that are declared.
_LAST: Final[Mapping[str, Any]] = {"former_ids": (FormerIds, ...), "retired": (Retired | None, ...)}


def derived(kind: Kind) -> type[ApiModel]:
    """Return the model of a kind: the fields of its records, conflicts about them, the address of their page.

    Records that are only written there, such as the documents that a task brings along, are left to their own list.

    Raises:
        TypeError: records of the kind hold whole records of another; such a kind declares its model.
    """
    if kind.nested:
        raise TypeError(f"{kind.singular} holds records of other kinds: declare its model in macros/export/api/models")
    fields = {name: field for name, field in _fields(kind.model).items() if name not in {*kind.brought, *_LAST}}
    if kind.disputed:
        fields["conflicts"] = (BackReferences, ...)
    fields |= _LAST
    if kind.shown in {"page", "section"}:
        fields["url"] = (Url, ...)
    found: type[ApiModel] = create_model(kind.model.__name__, __base__=ApiModel, **fields)
    found.record_kind = kind.singular
    return found


@functools.cache
def _part(part: type[model.Record]) -> type[ApiModel]:
    """Return the model of a part of a record."""
    found: type[ApiModel] = create_model(part.__name__, __base__=ApiModel, **_fields(part))
    return found


def _fields(record: type[model.Record]) -> dict[str, Any]:
    """Return the definitions of all fields; each has to be given, for what is unknown is null."""
    marked = {name: (field.annotation, field.metadata) for name, field in record.model_fields.items()}
    return {name: (_converted(annotation, tuple(marks)), ...) for name, (annotation, marks) in marked.items()}


def _converted(annotation: Any, marks: tuple[Any, ...] = ()) -> Any:
    """Return the type that the API has for a type of the records, with the marks on it that matter there."""
    origin, inner = get_origin(annotation), get_args(annotation)
    refers = next((mark for mark in marks if isinstance(mark, Refers)), None)
    if origin is Annotated:
        return _converted(inner[0], (*annotation.__metadata__, *marks))
    if origin is tuple:
        return list[_converted(inner[0], marks)]  # type: ignore[misc]
    if origin in {Union, types.UnionType}:
        options = [option if option is type(None) else _converted(option, marks) for option in inner]
        return functools.reduce(operator.or_, options)
    if refers is not None:
        return CountryCode if refers.kind == "country" else Annotated[str, refers]
    if annotation in _VALUES:
        return _VALUES[annotation]
    is_part = isinstance(annotation, type) and issubclass(annotation, model.Record)
    return _part(annotation) if is_part else annotation
