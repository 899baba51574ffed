"""The JSON Schema of each kind of data file, made from the models: for editors, forms, `make new` and the field table.

What fields are called and how to fill them in comes from ``interface/records.yaml``, which is the one place for it.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

import yaml
from pydantic import BaseModel, TypeAdapter

from macros.base.languages import LANGS, Lang
from macros.base.system.files import PROJECT
from macros.base.words import texts
from macros.records.kinds import DISPUTED, IN_FILES, REFERENCES
from macros.records.model import SLUG, Conflict, Record

FOLDER: Final = "schemas"
Words = dict[Lang, str]

# Values that editors read as numbers or flags and this project as the text that was typed.
_AS_TYPED: Final = ["string", "number", "boolean"]


@functools.cache
def _entries() -> Mapping[str, Any]:
    path = PROJECT / "macros" / "base" / "words" / "records.yaml"
    loaded: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def _lineage(owner: type[BaseModel]) -> list[str]:
    return [base.__name__ for base in owner.__mro__ if issubclass(base, Record)]


def field_words(owner: type[BaseModel], name: str) -> tuple[Words, Words]:
    """What a field is called, and how to fill it in.

    Raises:
        KeyError: records.yaml does not say.
    """
    for entry in [*_lineage(owner), "common"]:
        if found := _entries().get(entry, {}).get(name):
            return found["label"], found["help"]
    raise KeyError(f"macros/base/words/records.yaml: {owner.__name__}.{name}")


def about(owner: type[BaseModel]) -> Words:
    """What a record is."""
    for entry in _lineage(owner):
        if found := _entries().get(entry, {}).get("about"):
            words: Words = found
            return words
    raise KeyError(f"macros/base/words/records.yaml: {owner.__name__}.about")


def option_words(owner: type[BaseModel], name: str) -> dict[str, Words]:
    """What each value of a pick-list is called; empty where its values need no words."""
    for entry in _lineage(owner):
        found = _entries()["options"].get(f"{entry}.{name}")
        if isinstance(found, str):
            lists = {
                lang: functools.reduce(lambda tree, key: tree[key], found.split("."), texts(lang)) for lang in LANGS
            }
            return {value: {lang: lists[lang][value] for lang in LANGS} for value in lists["vi"]}
        if found:
            return dict(found)
    return {}


@functools.cache
def models() -> dict[str, type[Record]]:
    """Every model that a data file may hold, by name."""
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
    """The JSON Schema of one record, with its nested records below ``$defs`` and words for everything.

    Fields that name other records have ``x-kind``; the words of pick-lists stand in ``x-options``; labels and help of
    each language in ``x-label`` and ``x-help``.
    """
    # Copied through text: pydantic hands out the dictionaries that the models were written with.
    schema: dict[str, Any] = json.loads(json.dumps(TypeAdapter(owner).json_schema()))
    for name, nested in {owner.__name__: schema, **schema.get("$defs", {})}.items():
        _describe(models()[name], nested)
    return schema


def file_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a data file, for editors: a list of records, values as they may be typed."""
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
    """The files of ``schemas/``, by name."""
    return {
        f"{kind}.schema.json": json.dumps(file_schema(kind), ensure_ascii=False, indent=1) + "\n" for kind in IN_FILES
    }


def modeline(kind: str, depth: int) -> str:
    """The comment that tells an editor the schema of a file ``depth`` folders below the project."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{kind}.schema.json"


def _describe(owner: type[Record], schema: dict[str, Any]) -> None:
    schema["description"] = " · ".join(about(owner).values())
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
        if options := option_words(owner, name):
            given["x-options"] = {value: options[value] for value in given["enum"]}
        for limit in owner.model_fields[name].metadata:
            for bound, keyword in (("ge", "minimum"), ("le", "maximum")):
                if (value := getattr(limit, bound, None)) is not None:
                    given[keyword] = value


def _plain(given: dict[str, Any]) -> dict[str, Any]:
    """A field's schema without null and defaults: what is not known is left out, never written as nothing."""
    variants = [variant for variant in given.get("anyOf", []) if variant.get("type") != "null"]
    field = dict(variants[0]) if len(variants) == 1 else {key: value for key, value in given.items() if key != "anyOf"}
    for pydantics, keyword in (("ge", "minimum"), ("le", "maximum")):
        if pydantics in field:
            field[keyword] = field.pop(pydantics)
    return {key: value for key, value in field.items() if key not in {"default", "title"}}


def _for_editors(schema: Any) -> Any:
    """Without what only forms read, and with texts that an editor takes for numbers or flags."""
    if isinstance(schema, list):
        return [_for_editors(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _for_editors(value) for key, value in schema.items() if key == "$schema" or not key.startswith("x-")}
    if kept.get("type") == "string" and not {"enum", "pattern"} & kept.keys():
        kept["type"] = _AS_TYPED
    return kept
