"""The tables: read back by public libraries they are the records; a spreadsheet finds no formula in them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from hypothesis import given
from hypothesis import strategies as st

from macros.base.spreadsheet import BEGINNINGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.api.fields import Back, TableName, shape
from macros.export.api.lists import LISTS, MODELS, records
from macros.export.api.models.work import Group
from macros.export.api.values import ApiModel, Moment, Source, Text, Url
from macros.export.tables.columns import Column, column_of, table_of
from macros.export.tables.csv_files import printed, render
from macros.export.tables.relational import tables
from macros.export.tables.table import Rows, Table
from macros.records.kinds import KINDS
from macros.records.model.references import Refers

FOLDERS = {"vi": "data", "en": "en/data"}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{key: value.removeprefix("'") for key, value in row.items()} for row in csv.DictReader(file)]


def test_tables_begin_with_a_byte_order_mark_and_hold_vietnamese(exported: Path):
    content = (exported / "data" / "agreements.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,partner,partner_name,")
    assert "Thành phố".encode() in (exported / "data" / "partners.csv").read_bytes()


def test_codes_stand_beside_names_in_the_language(exported: Path):
    for lang, country, status in (("vi", "Đức", "Hết hiệu lực"), ("en", "Germany", "Expired")):
        (found,) = [row for row in rows(exported / FOLDERS[lang], "agreements") if row["id"] == "neustein-2009"]
        assert (found["country"], found["country_name"]) == ("DE", country)
        assert (found["status"], found["status_name"]) == ("expired", status)
        assert (found["signed"], found["signed_precision"]) == ("2009-06-15", "day")
        assert found["url"].startswith("https://example.org/danang/")


def test_a_task_has_its_agencies_with_their_roles(exported: Path, catalogue: Catalogue):
    found = [(row["task"], row["role"], row["agency"]) for row in rows(exported / "data", "task-agencies")]
    expected = [
        (task.id, role, agency)
        for role in ("lead", "coordinating")
        for task in records(catalogue)["tasks"]
        for agency in getattr(task, role)
    ]
    assert sorted(found) == sorted(expected)


class Reader:
    """Puts the records of the API together again, from the tables of a language alone."""

    def __init__(self, folder: Path, lang: str) -> None:
        self.lang = lang
        self.tables = {path.stem: rows(folder, path.stem) for path in folder.glob("*.csv")}

    def record(self, name: str, kind: type[ApiModel], row: dict[str, str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for field, info in kind.model_fields.items():
            what = shape(info)
            if what.mark(Back):
                found[field] = int(row[f"{field}_count"])
            elif what.many:
                found[field] = self.several(name, row["id"], field, what)
            else:
                found[field] = self.value(row, field, what)
        return found

    def value(self, row: dict[str, str], field: str, what: Any) -> Any:
        text = row.get(field, "")
        if isinstance(what.kind, type) and issubclass(what.kind, ApiModel) and what.kind not in (Text, Url, Moment):
            return self.part(what.kind, {key.removeprefix(f"{field}_"): value for key, value in row.items()})
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
        return dated | {key: self.value(row, key, what) for key, what in fields.items() if not what.many}

    def several(self, name: str, record: str, field: str, what: Any) -> list[Any]:
        if what.kind is Source:
            return [self.part(Source, row) for row in self.of(name, record, "sources") if row["part"] == "record"]
        if what.kind is Group:
            groups = [row for row in self.tables["task-groups"] if row["plan"] == record]
            return [self.record("task-groups", Group, row) for row in groups]
        if what.kind is str and not what.mark(Refers):
            return [row["name"] for row in self.of(name, record, "names") if row["field"] == field]
        if (ref := what.mark(Refers)) is not None:
            return [row[column_of(ref.kind)] for row in self.own(name, record, field, table_of(ref.kind))]
        if field == "updates":
            return [self.part(what.kind, row) for row in self.of(name, record, "updates")]
        found, called = [], what.mark(TableName)
        for n, row in enumerate(self.own(name, record, field, called.name if called else field), 1):
            part = self.part(what.kind, row)
            if "sources" in what.kind.model_fields:
                cited = self.of(name, record, "sources")
                part["sources"] = [self.part(Source, row) for row in cited if row["part"] == f"{field}.{n}"]
            found.append(part)
        return found

    def of(self, name: str, record: str, table: str) -> list[dict[str, str]]:
        return [row for row in self.tables[table] if (row["list"], row["record"]) == (name, record)]

    def own(self, name: str, record: str, field: str, ending: str) -> Iterator[dict[str, str]]:
        kind = next(kind.singular for kind in KINDS if kind.address == name)
        owner, table = column_of(kind), self.tables[f"{kind}-{ending}"]
        return (row for row in table if row[owner] == record and row.get("role", field) == field)


def expected(value: Any, info: Any, lang: str) -> Any:
    """A value of the API as a table can hold it: one language, absolute addresses, numbers of what refers to it."""
    if info is not None and shape(info).mark(Back):
        return len(value)
    if isinstance(value, Text):
        return value[lang]
    if isinstance(value, Url):
        return "https://example.org/danang/" + value[lang]
    if isinstance(value, ApiModel):
        return {key: expected(getattr(value, key), field, lang) for key, field in type(value).model_fields.items()}
    return [expected(item, None, lang) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", LISTS)
def test_the_tables_hold_all_that_the_api_holds(name: str, lang: str, exported: Path, catalogue: Catalogue):
    reader = Reader(exported / FOLDERS[lang], lang)
    found = [reader.record(name, MODELS[name], row) for row in reader.tables[name]]
    assert found == [expected(record, None, lang) for record in records(catalogue)[name]]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_description_of_all_tables_is_valid_csvw_and_so_are_the_tables(lang: str, exported: Path):
    # Not strict: that would forbid references that may be empty, which CSVW allows.
    group = CSVW(exported / FOLDERS[lang] / "csv-metadata.json", validate=True, strict=False)
    assert group.is_valid, group.warnings
    names = {table.url.string for table in group.tables}
    assert names == {path.name for path in (exported / FOLDERS[lang]).glob("*.csv")}


def test_each_table_has_a_description_with_licence_and_day(exported: Path):
    for path in sorted((exported / "data").glob("*.csv")):
        metadata = json.loads(path.with_suffix(".csv-metadata.json").read_text(encoding="utf-8"))
        assert metadata["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
        assert metadata["dc:valid"] == "2026-11-21"
        assert metadata["url"] == path.name
    assert CSVW(exported / "data" / "agreements.csv-metadata.json", validate=True).is_valid


def test_csvw_reads_lists_dates_and_numbers(exported: Path):
    table = CSVW(exported / "en" / "data" / "agreements.csv-metadata.json").t
    found = {row["id"]: row for row in table.iterdicts()}
    assert found["minori-2018"]["expires"].isoformat()[:10] == "2023-11-22"
    assert found["aoba-2010"]["sectors"] == ["tourism"]


HOSTILE = [
    '=HYPERLINK("https://example.org")',
    "+84 236",
    "-1+1|cmd",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "'=1",
    "＝1",
    'a "quoted", text; with commas',
    "two\nlines\r\nand three",
    "Đà Nẵng – Đắk Lắk",
    "\u202eabc\u202c",
    "אבג",
    "_x000D_",
]


def single_column(values: list[Any], form: Any = "text") -> Table:
    return Table(
        "hostile",
        (Column("id", "id", "key"), Column("value", "value", form)),
        ("id",),
        rows=Rows([(str(number), value) for number, value in enumerate(values)]),
    )


def read(content: bytes) -> list[str]:
    return [row["value"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_is_no_formula_and_comes_back(value: str):
    (cell,) = read(render(single_column([value])))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert cell.removeprefix("'") == value if cell != value else not value.startswith("'")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), max_size=5))
def test_any_text_comes_back(values: list[str]):
    cells = read(render(single_column(values)))
    assert [cell.removeprefix("'") for cell in cells] == values
    assert not any(cell.startswith(tuple(set(BEGINNINGS) - {"'"})) for cell in cells)


def test_negative_numbers_stay_numbers():
    assert read(render(single_column([-14.5, -3, 57234000000.0], "number"))) == ["-14.5", "-3", "57234000000"]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_comes_back(value: float):
    assert float(printed(value)) == value


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_column_and_table_has_its_own_words(lang: Any, catalogue: Catalogue):
    for table in tables(catalogue, lang):
        titles = [column.title(lang) for column in table.columns]
        assert len(set(titles)) == len(titles), (table.name, titles)
        assert all(column.explanation(lang) for column in table.columns)
    named = [table.title(lang) for table in tables(catalogue, lang)]
    assert len(set(named)) == len(named)
    assert set(texts(lang)["data"]["explanations"]) <= {
        column.field for table in tables(catalogue, lang) for column in table.columns
    }


def test_rows_are_counted_without_being_made():
    made: list[str] = []

    def make() -> list[tuple[str]]:
        made.append("once")
        return [("a",), ("b",)]

    rows = Rows([("first",)])
    rows.add(2, make)
    assert len(rows) == 3
    assert made == []
    assert list(rows) == list(rows) == [("first",), ("a",), ("b",)]
    assert made == ["once"]
    assert len(rows) == 3
