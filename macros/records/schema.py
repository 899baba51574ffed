"""JSON Schema of each kind of data file, made from the models: for editors, forms, `make new` and the table of fields.

Labels and help of the fields come from :mod:`macros.records.field_words`.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any, Final, get_args

from pydantic import TypeAdapter

from macros.base.system import cache, code
from macros.records.field_words import about, field_words, option_words
from macros.records.kinds import DISPUTED, IN_FILES, REFERENCES
from macros.records.model import SLUG, Conflict, Record, listed_fields

FOLDER: Final = "schemas"

# Types that an editor may see where this project reads the text that was typed.
_AS_TYPED: Final = ["string", "number", "boolean"]


@functools.cache
def models() -> dict[str, type[Record]]:
    """Return every model that a data file may hold, by name: those of the kinds and all within them."""
    found: dict[str, type[Record]] = {}

    def add(owner: type[Record]) -> None:
        if owner.__name__ not in found:
            found[owner.__name__] = owner
            for field in owner.model_fields.values():
                for inner in _records_in(field.annotation):
                    add(inner)

    for owner in IN_FILES.values():
        add(owner)
    return found


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from _records_in(argument)


def record_schema(owner: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of one record, with the models within it below ``$defs``.

    A field has its label and help in each language in ``x-label`` and ``x-help``, the words of a pick-list in
    ``x-options``, in ``x-vocabulary`` the list that its values are from, and in ``x-kind`` the plural of the kind of
    record that it names.
    """
    schema: dict[str, Any] = json.loads(_record_schema(owner))
    return schema


@functools.cache
def _record_schema(owner: type[Record]) -> str:
    """Return the schema as text, which nobody can change; making one takes twenty times as long as reading it."""
    return cache.text(lambda: _schema(owner), "schema", owner.__name__, *_follows_from())


def _schema(owner: type[Record]) -> str:
    # Copied through text, for pydantic returns the dictionaries of the models themselves.
    schema: dict[str, Any] = json.loads(json.dumps(TypeAdapter(owner).json_schema()))
    for name, nested in {owner.__name__: schema, **schema.get("$defs", {})}.items():
        _describe(models()[name], nested)
    return json.dumps(schema, ensure_ascii=False)


def _follows_from() -> tuple[str, ...]:
    return code.digest("base", "records"), *code.versions("pydantic")


def file_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a data file, for editors: a list of records, with values as they may be typed."""
    record = record_schema(IN_FILES[kind])
    definitions = record.pop("$defs", {})
    name = IN_FILES[kind].__name__
    schema: dict[str, Any] = _for_editors(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": f"data/{kind}",
            "type": "array",
            "items": {"$ref": f"#/$defs/{name}"},
            "$defs": {**definitions, name: record},
        }
    )
    return schema


def files() -> dict[str, str]:
    """Return the content of each file of ``schemas/``, by its name."""
    return {
        f"{kind}.schema.json": json.dumps(file_schema(kind), ensure_ascii=False, indent=1) + "\n" for kind in IN_FILES
    }


def modeline(kind: str, depth: int) -> str:
    """Return the comment that tells an editor the schema of a file ``depth`` folders below the project."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{kind}.schema.json"


def _describe(owner: type[Record], schema: dict[str, Any]) -> None:
    schema["description"] = " · ".join(about(owner).values())
    listed = dict(listed_fields(owner))
    for name, given in schema["properties"].items():
        field = _plain(given)
        given.clear()
        given.update(field)
        label, help_ = field_words(owner, name)
        given |= {"x-label": label, "x-help": help_}
        given |= {"title": f"{label['vi']} · {label['en']}", "description": f"{help_['vi']} {help_['en']}"}
        if name in REFERENCES:
            given["x-kind"] = REFERENCES[name].plural
        if (owner, name) == (Conflict, "record"):
            given["pattern"] = rf"^({'|'.join(DISPUTED)})/{SLUG}$"
        if name in listed:
            given["x-vocabulary"] = listed[name]
        if options := option_words(owner, name):
            given["x-options"] = {value: options[value] for value in given["enum"]}
        for limit in owner.model_fields[name].metadata:
            for bound, keyword in (("ge", "minimum"), ("le", "maximum")):
                if (value := getattr(limit, bound, None)) is not None:
                    given[keyword] = value


def _plain(given: dict[str, Any]) -> dict[str, Any]:
    """Return a field's schema without null and defaults, for unknown values are left out and never written.

    The only value that a field may have is a list of one, as pick-lists are read everywhere.
    """
    variants = [variant for variant in given.get("anyOf", []) if variant.get("type") != "null"]
    field = dict(variants[0]) if len(variants) == 1 else {key: value for key, value in given.items() if key != "anyOf"}
    for pydantics, keyword in (("ge", "minimum"), ("le", "maximum")):
        if pydantics in field:
            field[keyword] = field.pop(pydantics)
    if "const" in field:
        field["enum"] = [field.pop("const")]
    return {key: value for key, value in field.items() if key not in {"default", "title"}}


def _for_editors(schema: Any) -> Any:
    """Return a schema without the keys that only forms read, and with the types that an editor sees in texts."""
    if isinstance(schema, list):
        return [_for_editors(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _for_editors(value) for key, value in schema.items() if key == "$schema" or not key.startswith("x-")}
    if kept.get("type") == "string" and not {"enum", "pattern"} & kept.keys():
        kept["type"] = _AS_TYPED
    return kept
