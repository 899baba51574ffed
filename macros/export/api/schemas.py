"""JSON Schemas beside the API's files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from macros.export.json_file import write_json

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def write_schema(path: Path, schema: Mapping[str, Any]) -> None:
    """Write a schema with the dialect that it is in."""
    write_json(path, {"$schema": _DIALECT, **schema})


def list_schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a list of what a schema describes."""
    parts = schema.get("$defs", {})
    record = {key: value for key, value in schema.items() if key != "$defs"}
    items = {"$ref": f"#/$defs/{schema['title']}"}
    return {"$defs": {**parts, schema["title"]: record}, "items": items, "type": "array"}
