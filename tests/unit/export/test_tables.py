"""The tables: read back by public libraries they are the records; a spreadsheet finds no formula in them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from hypothesis import given
from hypothesis import strategies as st

from macros.base.languages import LANGS, Lang
from macros.base.spreadsheet import BEGINNINGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import LISTS, MODELS, records
from macros.export.tables.columns import Column
from macros.export.tables.csv_files import printed, render
from macros.export.tables.relational import tables
from macros.export.tables.table import Rows, Table
from tests.conftest import ENVIRONMENT
from tests.unit.export.table_reader import FOLDERS, SITE, TableReader, as_in_tables, table_rows


def test_tables_begin_with_a_byte_order_mark_and_hold_vietnamese(exported: Path):
    content = (exported / "data" / "agreements.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,partner,partner_name,")
    assert "Thanh Đàm".encode() in (exported / "data" / "partners.csv").read_bytes()


@pytest.mark.parametrize("lang", LANGS)
def test_codes_stand_beside_names_in_the_language(lang: Lang, exported: Path):
    (found,) = [row for row in table_rows(exported / FOLDERS[lang], "agreements") if row["id"] == "neustein-2009"]
    assert (found["country"], found["country_name"]) == ("DE", {"vi": "Đức", "en": "Germany"}[lang])
    assert (found["status"], found["status_name"]) == ("expired", texts(lang)["agreement_status"]["expired"])
    assert (found["signed"], found["signed_precision"]) == ("2009-06-15", "day")
    assert found["url"].startswith(SITE)


def test_fields_that_refer_to_the_same_kind_share_a_table_with_their_roles(exported: Path):
    rows = table_rows(exported / "en/data", "task-agencies")
    roles = texts("en")["data"]["roles"]
    assert [tuple(row.values()) for row in rows if row["task"] == "shore-1-5"] == [
        ("shore-1-5", "lead", roles["lead"], "1", "culture-bureau", "Culture Bureau"),
        ("shore-1-5", "lead_today", roles["lead_today"], "1", "visitors-office", "Visitors Office"),
        ("shore-1-5", "lead_today", roles["lead_today"], "2", "school-board", "School Board"),
        ("shore-1-5", "coordinating", roles["coordinating"], "1", "quay-office", "Quay Office"),
    ]


def test_records_that_stand_within_others_have_a_table_that_names_those(exported: Path):
    rows = table_rows(exported / "data", "task-groups")
    assert [(row["id"], row["plan"], row["number"]) for row in rows] == [
        ("outlook-a", "outlook", "A"),
        ("outlook-b", "outlook", "B"),
        ("quay-1", "quay", "1"),
        ("shore-1", "shore", "1"),
    ]


def test_sources_of_parts_say_which_part_they_are_of(exported: Path):
    rows = table_rows(exported / "en/data", "sources")
    assert [
        (row["list"], row["part"], row["document"], row["locator"])
        for row in rows
        if row["record"] in {"minori-2018-term", "minori-2018"}
    ] == [
        ("agreements", "record", "outlook", "Phụ lục A, dòng 3"),
        ("conflicts", "values.1", "outlook", "Phụ lục A, dòng 3"),
        ("conflicts", "values.2", "quay-programme", "Phần I"),
    ]


def test_citations_are_in_the_language_of_the_table(exported: Path):
    ends = {}
    for folder in ("data", "en/data"):
        (row,) = [row for row in table_rows(exported / folder, "agreements") if row["id"] == "minori-2018"]
        ends[folder] = row["sources"].partition(", ")[2]
    assert ends == {"data": "Phụ lục A, dòng 3", "en/data": "Annex A, row 3"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", LISTS)
def test_the_tables_hold_all_that_the_api_holds(name: str, lang: Lang, exported: Path, catalogue: Catalogue):
    reader = TableReader(exported / FOLDERS[lang], lang)
    found = [reader.record(name, MODELS[name], row) for row in reader.tables[name]]
    assert found == [as_in_tables(record, lang) for record in records(catalogue)[name]]


@pytest.mark.parametrize("lang", LANGS)
def test_the_description_of_all_tables_is_valid_csvw_and_so_are_the_tables(lang: Lang, exported: Path):
    # Not strict: that would forbid references that may be empty, which CSVW allows.
    group = CSVW(exported / FOLDERS[lang] / "csv-metadata.json", validate=True, strict=False)
    assert group.is_valid, group.warnings
    names = {table.url.string for table in group.tables}
    assert names == {path.name for path in (exported / FOLDERS[lang]).glob("*.csv")}


def test_each_table_has_a_description_with_licence_and_day(exported: Path):
    for path in sorted((exported / "data").glob("*.csv")):
        metadata = json.loads(path.with_suffix(".csv-metadata.json").read_text(encoding="utf-8"))
        assert metadata["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
        assert metadata["dc:valid"] == ENVIRONMENT["AS_OF"]
        assert metadata["url"] == path.name
        assert "foreignKeys" not in metadata["tableSchema"]
    assert CSVW(exported / "data" / "agreements.csv-metadata.json", validate=True).is_valid


def test_csvw_reads_lists_dates_and_numbers(exported: Path):
    folder = exported / "en" / "data"
    agreements, partners, places = (
        {row["id"]: row for row in CSVW(folder / f"{name}.csv-metadata.json").t.iterdicts()}
        for name in ("agreements", "partners", "places")
    )
    assert agreements["minori-2018"]["expires"].isoformat()[:10] == "2023-11-22"
    assert agreements["minori-2018"]["term_years"] == 5
    assert partners["nam-say"]["sectors"] == ["education", "logistics"]
    assert places["port-verity"]["longitude"] == -122.3


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


def unguarded(cell: str) -> str:
    """The text of a cell, without the apostrophes that keep spreadsheets from running a part of it."""
    first, *further = cell.split(";")
    return ";".join([first.removeprefix("'"), *(part.removeprefix("'") for part in further)])


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0") | st.sampled_from(";='"), min_size=1), max_size=5
    )
)
def test_any_text_comes_back(values: list[str]):
    cells = read(render(single_column(values)))
    assert [unguarded(cell) for cell in cells] == values
    assert not any(cell.startswith(tuple(set(BEGINNINGS) - {"'"})) for cell in cells)


def test_negative_numbers_stay_numbers():
    assert read(render(single_column([-14.5, -3, 57234000000.0], "number"))) == ["-14.5", "-3", "57234000000"]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_comes_back(value: float):
    assert float(printed(value)) == value


@pytest.mark.parametrize("lang", LANGS)
def test_every_column_and_table_has_its_own_words(lang: Lang, catalogue: Catalogue):
    for table in tables(catalogue, lang):
        titles = [column.title(lang) for column in table.columns]
        assert len(set(titles)) == len(titles), (table.name, titles)
        assert all(column.explanation(lang) for column in table.columns)
    named = [table.title(lang) for table in tables(catalogue, lang)]
    assert len(set(named)) == len(named)
    fields = {column.field for table in tables(catalogue, lang) for column in table.columns}
    assert set(texts(lang)["data"]["explanations"]) <= fields


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


def test_relations_of_agreements_share_a_table_that_tells_both_apart(exported: Path):
    rows = table_rows(exported / "data", "agreement-relations")
    found = {(row["agreement"], row["role"], row["to_agreement"]) for row in rows}
    assert found == {("neustein-2015", "implements", "neustein-2009"), ("neustein-2021", "amends", "neustein-2015")}
    assert all(row["to_agreement_name"] for row in rows)


def test_languages_of_a_text_stand_as_codes_beside_their_names(exported: Path):
    rows = {row["id"]: row for row in table_rows(exported / "en" / "data", "agreements")}
    assert (rows["phu-vieng-2026"]["languages"], rows["phu-vieng-2026"]["languages_name"]) == (
        "vi; lo",
        "Vietnamese; Lao",
    )
    assert rows["phu-vieng-2026"]["status"] == "in-force"
    assert rows["minori-2026"]["status"] == "announced"
