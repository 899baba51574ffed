"""The table of fields: every kind of record with its fields, from the same schema as forms and editors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.field_words import about
from macros.records.kinds import IN_FILES, PLURAL
from macros.records.model import Record
from macros.records.schema import models, record_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field.

    Attributes:
        name: its name in the file.
        label: its name to people.
        value: the sort of value that it holds, in words.
        allowed: the values of a pick-list, each with its name.
        required: whether a record needs it.
        help: a sentence on how to fill it in.
    """

    name: str
    label: str
    value: str
    allowed: tuple[tuple[str, str], ...]
    required: bool
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The fields of one kind of record, or of a part that records share.

    Attributes:
        mark: the anchor of its heading.
        title: the name of the kind or part.
        about: a sentence that says what it is.
        file: the data files of the kind; empty for a part.
        rows: its fields, in the order of the model.
    """

    mark: str
    title: str
    about: str
    file: str
    rows: tuple[Row, ...]


def field_tables(records: Catalogue, lang: Lang) -> list[Table]:
    """Return a table for every kind of record in the order of the kinds, then for the parts that records share."""
    names = texts(lang)["kinds"]
    kinds = [
        Table(
            mark=kind,
            title=names.get(kind, about(owner)[lang]),
            about=about(owner)[lang],
            file=PLURAL[kind].files,
            rows=_rows(owner, records, lang),
        )
        for kind, owner in IN_FILES.items()
    ]
    parts = [
        Table(
            mark=f"part-{name.lower()}", title=name, about=about(part)[lang], file="", rows=_rows(part, records, lang)
        )
        for name, part in models().items()
        if part not in IN_FILES.values()
    ]
    return kinds + parts


def _rows(owner: type[Record], records: Catalogue, lang: Lang) -> tuple[Row, ...]:
    schema = record_schema(owner)
    return tuple(
        Row(
            name=name,
            label=given["x-label"][lang],
            value=_value(given, lang),
            allowed=_allowed(given, records, lang),
            required=name in schema.get("required", ()),
            help=given["x-help"][lang],
        )
        for name, given in schema["properties"].items()
    )


def _allowed(given: Mapping[str, Any], records: Catalogue, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the values of a pick-list, each with its name, which is empty where it needs none."""
    if "x-vocabulary" in given:
        return tuple((value, name[lang]) for value, name in records.terms[given["x-vocabulary"]].items())
    names = given.get("x-options", {})
    return tuple((value, str(names.get(value, {}).get(lang, ""))) for value in given.get("enum", ()))


def _value(given: Mapping[str, Any], lang: Lang) -> str:
    """Return the sort of value that a field holds, in words."""
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
