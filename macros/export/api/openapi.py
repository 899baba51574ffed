"""The OpenAPI 3.1 description of the static API, made from the same models as its schemas."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from macros.export.api.lists import LISTINGS
from macros.export.api.values import Out
from macros.export.licence import LICENCE, LICENCE_NAME
from macros.views import addresses

_PARTS: Final = "#/components/schemas/"


def describe(index: type[Out], lists: Mapping[str, Sequence[Any]], others: Mapping[str, Any]) -> dict[str, Any]:
    """The description.

    Args:
        index: the model of ``index.json``.
        lists: the records of each list; the first one's id serves as the example.
        others: the JSON Schema of each further list.
    """
    kinds = [index, *(LISTINGS[name].kind for name in lists)]
    _, definitions = models_json_schema(
        [(kind, "validation") for kind in kinds], ref_template=f"{_PARTS}{{model}}", title=None
    )
    schemas = dict(definitions["$defs"])
    paths = {"/api/v1/index.json": _get("index", "What there is, as of which day", {"$ref": _PARTS + index.__name__})}
    for name, items in lists.items():
        record = {"$ref": _PARTS + LISTINGS[name].kind.__name__}
        paths[f"/api/v1/{name}.json"] = _get(name, f"All records: {name}", {"type": "array", "items": record})
        one = _get(f"{name}-record", f"One record of: {name}", record)
        one["get"]["responses"]["404"] = {"description": "There is no such record."}
        one["parameters"] = [_id_parameter(items)]
        paths[f"/api/v1/{name}/{{id}}.json"] = one
    for name, schema in others.items():
        # Its parts move to where the parts of all others are.
        moved = json.loads(json.dumps(schema).replace("#/$defs/", _PARTS))
        schemas |= moved.pop("$defs", {})
        moved.pop("$schema", None)
        paths[f"/api/v1/{name}.json"] = _get(name, f"All records: {name}", moved)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Đà Nẵng với thế giới · Da Nang and the World",
            "summary": "The foreign relations of Đà Nẵng as static JSON files",
            "description": "Files made anew with each publication; only GET, no key. Fields may be added within v1, "
            "never renamed or removed. Dates are ISO 8601; what no source says is null.",
            "version": "1",
            "license": {"name": LICENCE_NAME, "identifier": LICENCE},
        },
        "servers": [{"url": addresses.site_url().rstrip("/")}],
        "paths": paths,
        "components": {"schemas": schemas},
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
