"""The records of the API, put together again from the tables alone."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.export.api.fields import Back, Former, TableName, Words, shape
from macros.export.api.models.work import Group
from macros.export.api.values import ApiModel, FormerName, Moment, Source, Text, Url
from macros.export.tables.columns import SEPARATOR, column_of, table_of
from macros.records.kinds import KINDS
from macros.records.model.references import Refers
from tests.conftest import ENVIRONMENT

SITE = ENVIRONMENT["SITE_URL"]
FOLDERS = {"vi": "data", "en": "en/data"}


def table_rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a CSV file, without what guards texts from being taken for formulas."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{key: value.removeprefix("'") for key, value in row.items()} for row in csv.DictReader(file)]


class TableReader:
    """Puts the records of the API together again, from the tables of a language alone."""

    def __init__(self, folder: Path, lang: str) -> None:
        self.lang = lang
        self.tables = {path.stem: table_rows(folder, path.stem) for path in folder.glob("*.csv")}

    def record(self, name: str, kind: type[ApiModel], row: dict[str, str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for field, info in kind.model_fields.items():
            what = shape(info)
            if what.mark(Back):
                found[field] = int(row[f"{field}_count"])
            elif what.many and what.mark(Words):
                found[field] = self.codes(row, field)
            elif what.many:
                found[field] = self.several(name, row["id"], field, what)
            else:
                found[field] = self.value(row, field, what)
        return found

    def value(self, row: dict[str, str], field: str, what: Any) -> Any:
        text = row.get(field, "")
        if isinstance(what.kind, type) and issubclass(what.kind, ApiModel) and what.kind not in (Text, Url, Moment):
            own = {key.removeprefix(f"{field}_"): text for key, text in row.items() if key.startswith(f"{field}_")}
            part = self.part(what.kind, own)
            return part if any(value is not None for value in part.values()) else None
        if text == "":
            return None
        if what.kind is Moment:
            return {"value": text, "precision": row[f"{field}_precision"]}
        if what.kind in {int, float}:
            return what.kind(text)
        return text == "true" if what.kind is bool else text

    def part(self, kind: type[ApiModel], row: dict[str, str]) -> dict[str, Any]:
        dated = {"value": row["date"], "precision": row["date_precision"]} if issubclass(kind, Moment) else {}
        fields = {key: shape(info) for key, info in kind.model_fields.items() if key not in dated}
        return dated | {
            key: self.codes(row, key) if what.many else self.value(row, key, what) for key, what in fields.items()
        }

    def codes(self, row: dict[str, str], field: str) -> list[str]:
        """Several values within a part, which stand in one cell; those without one have a table of their own."""
        return [code for code in row.get(field, "").split(SEPARATOR) if code]

    def several(self, name: str, record: str, field: str, what: Any) -> list[Any]:
        if what.kind is Source:
            return self.sources(name, record, "record" if field == "sources" else field)
        if what.kind is Group:
            groups = [row for row in self.tables["task-groups"] if row["plan"] == record]
            return [self.record("task-groups", Group, row) for row in groups]
        if what.kind is str and not what.mark(Refers):
            return self.plain(name, record, field, former=what.mark(Former))
        if (ref := what.mark(Refers)) is not None:
            called = what.mark(TableName)
            ending = called.name if called else table_of(ref.kind)
            return [row[column_of(ref.kind)] for row in self.own(name, record, field, ending)]
        if field == "updates":
            parts = [self.part(what.kind, row) for row in self.of(name, record, "updates")]
            return [part | {"sources": self.sources(name, record, f"updates.{n}")} for n, part in enumerate(parts, 1)]
        return self.parts(name, record, field, what)

    def plain(self, name: str, record: str, field: str, *, former: bool) -> list[str]:
        if former:
            return [row["former_id"] for row in self.of(name, record, "former-ids")]
        return [row["name"] for row in self.of(name, record, "names") if row["field"] == field]

    def parts(self, name: str, record: str, field: str, what: Any) -> list[Any]:
        called = what.mark(TableName)
        shared = what.kind is FormerName
        ending = called.name if called else field.replace("_", "-")
        found = []
        for n, row in enumerate(self.of(name, record, ending) if shared else self.own(name, record, field, ending), 1):
            part = self.part(what.kind, row)
            if "sources" in what.kind.model_fields:
                part["sources"] = self.sources(name, record, f"{field}.{n}")
            found.append(part)
        return found

    def sources(self, name: str, record: str, part: str) -> list[dict[str, Any]]:
        return [self.part(Source, row) for row in self.of(name, record, "sources") if row["part"] == part]

    def of(self, name: str, record: str, table: str) -> list[dict[str, str]]:
        return [row for row in self.tables[table] if (row["list"], row["record"]) == (name, record)]

    def own(self, name: str, record: str, field: str, ending: str) -> Iterator[dict[str, str]]:
        kind = next(kind.singular for kind in KINDS if table_of(kind.singular) == name)
        owner, table = column_of(kind), self.tables[f"{kind}-{ending}"]
        rows = (row for row in table if row[owner] == record and row.get("role", field) == field)
        # A part that names a record of the owner's kind has a column of its own for it.
        return ({**row, owner: row.get(f"to_{owner}", row[owner])} for row in rows)


def as_in_tables(value: Any, lang: str, info: Any = None) -> Any:
    """A value of the API as a table can hold it: one language, absolute addresses, numbers of what refers to it."""
    if info is not None and shape(info).mark(Back):
        return len(value)
    if isinstance(value, Text):
        return value[lang]
    if isinstance(value, Url):
        return SITE + value[lang]
    if isinstance(value, ApiModel):
        return {key: as_in_tables(getattr(value, key), lang, field) for key, field in type(value).model_fields.items()}
    return [as_in_tables(item, lang) for item in value] if isinstance(value, list) else value
