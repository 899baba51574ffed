"""Answers put together: a record with its keys in the order of the model, and the file that it goes to."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from macros.contribute.choices import NEW
from macros.records.kinds import IN_FILES
from macros.records.schema import record_schema

Value = str | list[str]
Values = Mapping[str, Value]
Record = Mapping[str, Any]
Schema = Mapping[str, Any]


def record_of(kind: str, values: Values) -> dict[str, Any]:
    """Return a record as far as it is known, with its keys in the order of the model.

    A source that cites the new document names that document's id.

    Args:
        kind: the plural of the kind of record.
        values: the answers by the paths of their fields.
    """
    record = nested(values)
    brought = record.get("documents", [{}])[0].get("id", NEW)
    for holder in [record, *record.get("agreements", [])]:
        for source in holder.get("sources", []):
            if source.get("document") == NEW:
                source["document"] = brought
    schema = record_schema(IN_FILES[kind])
    return _in_order(record, schema["properties"], schema.get("$defs", {}))


def file_of(kind: str, record: Record) -> str:
    """Return the path of a record's own file, relative to the project; files of updates sort by their day."""
    name: str = record["id"]
    if kind == "updates":
        day = record["date"]
        name = f"{day}-{name.replace(f'-{day}', '')}"
    return f"data/{kind}/{name}.yaml"


def nested(values: Values) -> dict[str, Any]:
    """Return values by path as mappings and lists: ``sources.0.document`` is a key of the first entry of a list."""
    record: dict[str, Any] = {}
    for path, value in values.items():
        steps = path.split(".")
        target: Any = record
        for step, following in pairwise(steps):
            empty: Any = [] if following.isdecimal() else {}
            if isinstance(target, list):
                while len(target) <= int(step):
                    target.append({})
                target = target[int(step)]
            else:
                target = target.setdefault(step, empty)
        target[steps[-1]] = value
    return record


def _in_order(value: Record, properties: Schema, definitions: Schema) -> dict[str, Any]:
    """Return a record with its keys, and those of records within it, in the order of a schema's properties."""
    ordered = {}
    for name, given in properties.items():
        if name not in value:
            continue
        inner = value[name]
        reference = given.get("$ref") or given.get("items", {}).get("$ref", "")
        within = definitions.get(reference.rpartition("/")[2], {}).get("properties")
        if within is None:
            ordered[name] = inner
        elif isinstance(inner, dict):
            ordered[name] = _in_order(inner, within, definitions)
        else:
            ordered[name] = [_in_order(item, within, definitions) for item in inner]
    return ordered
