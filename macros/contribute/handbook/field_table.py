"""The table of fields: every kind of record with its fields, from the same schema as forms and editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.base.languages import Lang
from macros.base.words import texts
from macros.records.field_words import about
from macros.records.kinds import IN_FILES, PLURAL
from macros.records.schema import models, record_schema


@dataclass(frozen=True, slots=True)
class Row:
    """A field: its name in the file and to people, what it holds, and the values that it takes."""

    name: str
    label: str
    value: str
    allowed: tuple[tuple[str, str], ...]
    required: bool
    help: str


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of one kind of record, or of a part that records share (``file`` is empty)."""

    mark: str
    title: str
    about: str
    file: str
    rows: tuple[Row, ...]


def field_tables(lang: Lang) -> list[Table]:
    """Every kind of record in the order of the models, then the parts that they share."""
    t = texts(lang)
    owners = {owner.__name__: kind for kind, owner in IN_FILES.items()}
    kinds = {**t["kinds"], "tallies": about(IN_FILES["tallies"])[lang]}
    tables = [
        Table(
            kind,
            kinds[kind],
            about(owner)[lang],
            PLURAL[kind].files,
            _rows(record_schema(owner), lang),
        )
        for kind, owner in IN_FILES.items()
    ]
    for name, owner in models().items():
        if name not in owners:
            tables.append(
                Table(f"part-{name.lower()}", name, about(owner)[lang], "", _rows(record_schema(owner), lang))
            )
    return tables


def _rows(schema: Mapping[str, Any], lang: Lang) -> tuple[Row, ...]:
    return tuple(
        Row(
            name,
            given["x-label"][lang],
            _value(given, lang),
            tuple((value, given.get("x-options", {}).get(value, {}).get(lang, "")) for value in given.get("enum", ())),
            name in schema["required"],
            given["x-help"][lang],
        )
        for name, given in schema["properties"].items()
    )


def _value(given: Mapping[str, Any], lang: Lang) -> str:
    """What a field holds, in words."""
    words = texts(lang)["field_table"]["shapes"]
    if given.get("type") == "array":
        return str(words["many"].format(of=_single(given["items"], given.get("x-kind"), words)))
    return _single(given, given.get("x-kind"), words)


def _single(given: Mapping[str, Any], kind: str | None, words: Mapping[str, str]) -> str:
    if kind is not None:
        return words["reference"].format(of=kind)
    if "$ref" in given:
        return str(given["$ref"]).rpartition("/")[2]
    if given.get("format") == "partial-date":
        return words["date"]
    pattern = given.get("pattern", "")
    if pattern:
        return words["url" if pattern.startswith("^https") else "id"]
    names = {"boolean": "flag", "integer": "count", "number": "number", "object": "mapping"}
    return words[names.get(given.get("type", ""), "text")]
