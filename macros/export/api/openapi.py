"""The OpenAPI 3.1 description of the static API, made from the same models as its schemas."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from macros.export.api.lists import MODELS
from macros.export.api.values import ApiModel
from macros.export.licence import LICENCE, LICENCE_NAME
from macros.views import addresses

_PARTS: Final = "#/components/schemas/"
_DESCRIPTION: Final = (
    "Files made anew with each publication; only GET, no key. Fields may be added within v1, "
    "never renamed or removed. Dates are ISO 8601; what no source says is null."
)


def describe(index: type[ApiModel], lists: Mapping[str, Sequence[Any]], others: Mapping[str, Any]) -> dict[str, Any]:
    """Return the description.

    Args:
        index: the model of ``index.json``.
        lists: the records of each list; the first one's id serves as the example.
        others: the JSON Schema of each further list.
    """
    models = {name: MODELS[name] for name in lists}
    _, definitions = models_json_schema(
        [(model, "validation") for model in (index, *models.values())], ref_template=f"{_PARTS}{{model}}", title=None
    )
    schemas = dict(definitions["$defs"])
    paths = {_path("index"): _get("index", "What there is, as of which day", _reference(index))}
    for name, items in lists.items():
        paths |= _list_paths(name, _reference(models[name]), items)
    for name, schema in others.items():
        # Its parts move to where the parts of all others are.
        moved = json.loads(json.dumps(schema).replace("#/$defs/", _PARTS))
        schemas |= moved.pop("$defs", {})
        moved.pop("$schema", None)
        paths[_path(name)] = _get(name, f"All records: {name}", moved)
    return {
        "openapi": "3.1.0",
        "info": _info(),
        "servers": [{"url": addresses.site_url().rstrip("/")}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _info() -> dict[str, Any]:
    return {
        "title": "Đà Nẵng với thế giới · Da Nang and the World",
        "summary": "The foreign relations of Đà Nẵng as static JSON files",
        "description": _DESCRIPTION,
        "version": "1",
        "license": {"name": LICENCE_NAME, "identifier": LICENCE},
    }


def _path(name: str) -> str:
    return f"/{addresses.api_file(name)}"


def _reference(model: type[ApiModel]) -> dict[str, str]:
    return {"$ref": _PARTS + model.__name__}


def _list_paths(name: str, record: Mapping[str, str], items: Sequence[Any]) -> dict[str, Any]:
    """Return the path of a list and that of each of its records."""
    one = _get(f"{name}-record", f"One record of: {name}", record)
    one["get"]["responses"]["404"] = {"description": "There is no such record."}
    one["parameters"] = [_id_parameter(items)]
    return {
        _path(name): _get(name, f"All records: {name}", {"type": "array", "items": record}),
        _path(f"{name}/{{id}}"): one,
    }


def _get(name: str, summary: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {
        "get": {
            "operationId": f"get-{name}",
            "summary": summary,
            "responses": {"200": {"description": "As of the day of index.json.", "content": content}},
        }
    }


def _id_parameter(items: Sequence[Any]) -> dict[str, Any]:
    example = {"example": items[0].id} if items else {}
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "The record's id.",
        "schema": {"type": "string"},
        **example,
    }
