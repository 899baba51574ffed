"""The Excel workbook, read back by another library than the one that writes it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from macros.base.formats import day_text
from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.tables import workbook
from macros.export.tables.columns import Column
from macros.export.tables.relational import tables
from macros.export.tables.table import Rows, Table
from tests.conftest import ENVIRONMENT

NAMES = {"vi": "data/da-nang-external-relations.xlsx", "en": "en/data/da-nang-external-relations.xlsx"}


@pytest.fixture(scope="module", params=LANGS)
def book(request: pytest.FixtureRequest, exported: Path) -> Any:
    return request.param, openpyxl.load_workbook(exported / NAMES[request.param])


def test_a_sheet_for_each_kind_after_the_notes(book, catalogue: Catalogue):
    lang, opened = book
    assert opened.sheetnames[0] == texts(lang)["data"]["notes"]["sheet"]
    assert {texts(lang)["kinds"][kind] for kind in ("agreements", "tasks")} < set(opened.sheetnames)
    shown = [table for table in tables(catalogue, lang) if not table.joins]
    assert opened.sheetnames[1:] == [table.title(lang) for table in shown]


def test_every_cell_is_what_the_table_holds(book, catalogue: Catalogue):
    lang, opened = book
    for table in tables(catalogue, lang):
        if table.joins:
            continue
        heading, *found = opened[table.title(lang)].iter_rows(values_only=True)
        assert list(heading) == [column.title(lang) for column in table.columns]
        for cells, row in zip(found, table.rows, strict=True):
            typed = [
                None if cell is None else workbook.typed(column, cell)
                for column, cell in zip(table.columns, row, strict=True)
            ]
            assert [c.date() if isinstance(c, dt.datetime) else c for c in cells] == typed


def test_dates_are_dates_where_the_day_is_known(book):
    lang, opened = book
    sheet = opened[texts(lang)["kinds"]["agreements"]]
    titles = [cell.value for cell in sheet[1]]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    expires, signed = (titles.index(texts(lang)["fields"][field]) for field in ("expires", "signed"))
    assert rows["minori-2018"][expires].value == dt.datetime(2023, 11, 22)
    assert rows["minori-2018"][expires].is_date
    assert rows["minori-2018"][signed].value == dt.datetime(2018, 11, 22)
    assert rows["minori-2018"][signed].is_date
    assert rows["phu-vieng-2016"][signed].value == 2016
    assert rows["aoba-2010"][signed].value == "2010-04"


def test_sheets_have_a_frozen_heading_a_filter_and_widths(book):
    _, opened = book
    for sheet in opened.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref is not None
        assert sheet.column_dimensions["A"].width > 10


def test_the_notes_say_day_licence_source_and_explain_every_column(book, catalogue: Catalogue):
    lang, opened = book
    cells = [[cell for cell in row if cell is not None] for row in opened.worksheets[0].iter_rows(values_only=True)]
    text = "\n".join(str(cell) for row in cells for cell in row)
    words = texts(lang)["data"]["notes"]
    assert words["as_of"].format(date=day_text(catalogue.as_of, lang)) in text
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert words["source"].format(address=ENVIRONMENT["SITE_URL"]) in text
    explained = {(row[0], row[2]) for row in cells if len(row) == 4}
    for table in tables(catalogue, lang):
        assert table.joins or {(table.title(lang), column.name) for column in table.columns} <= explained


def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path):
    hostile = [
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "https://example.org",
        "{=A1}",
        "_x000D_",
        "12",
        "a\nb",
        "\u202eabc",
        "Đà Nẵng",
    ]
    table = Table("tasks", (Column("id", "id", "key"), Column("title", "title", "text")), ("id",))
    table.rows = Rows([(str(number), value) for number, value in enumerate(hostile)])
    made = workbook.Workbook(tmp_path / "hostile.xlsx", "en")
    made.sheet(table)
    made.close()
    sheet: Any = openpyxl.load_workbook(tmp_path / "hostile.xlsx")["Tasks"]
    found = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.hyperlink is None for cell in found)
    assert [cell.value.replace("_x005F_", "_") for cell in found] == hostile


def test_it_is_the_same_whenever_it_is_made(exported: Path, catalogue: Catalogue, tmp_path: Path):
    workbook.write(catalogue, tmp_path)
    for name in NAMES.values():
        assert (tmp_path / name).read_bytes() == (exported / name).read_bytes()
