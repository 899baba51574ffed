"""The database: whole, the same each time, with the rows of the tables, and views that answer."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.export.database import sqlite_file
from macros.export.database.views import VIEWS
from macros.publish.gate.formats import broken
from macros.views import addresses
from tests.unit.export.table_reader import FOLDERS, table_rows


@contextlib.contextmanager
def opened(exported: Path, lang: Lang = "en") -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(exported / addresses.database(lang))) as database:
        database.row_factory = sqlite3.Row
        yield database


def ask(exported: Path, question: str, lang: Lang = "en") -> list[dict[str, Any]]:
    with opened(exported, lang) as database:
        return [dict(row) for row in database.execute(question)]


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_whole_and_every_reference_leads_somewhere(lang: Lang, exported: Path):
    with opened(exported, lang) as database:
        assert [row[0] for row in database.execute("PRAGMA integrity_check")] == ["ok"]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        keys = [database.execute(f"PRAGMA foreign_key_list({name})").fetchall() for name in ("tasks", "agreements")]
        assert all(keys)


@pytest.mark.parametrize("lang", LANGS)
def test_it_holds_the_rows_of_every_table(lang: Lang, exported: Path):
    for path in (exported / FOLDERS[lang]).glob("*.csv"):
        name = path.stem
        rows = table_rows(path.parent, name)
        found = ask(exported, f"SELECT * FROM {sqlite_file.sql_name(name)}", lang)
        assert len(found) == len(rows), name
        if rows:
            assert list(found[0]) == list(rows[0]), name


def test_agreements_join_with_partners_countries_and_sources(exported: Path, catalogue: Catalogue):
    found = ask(
        exported,
        """SELECT a.id, p.name partner, c.name country, count(s.document) sources
        FROM agreements a JOIN partners p ON p.id = a.partner JOIN countries c ON c.id = a.country
        JOIN sources s ON s.list = 'agreements' AND s.record = a.id AND s.part = 'record'
        GROUP BY a.id""",
    )
    items = catalogue.of_kind("agreement")
    assert {row["id"] for row in found} == set(items)
    for row in found:
        item = items[row["id"]]
        expected = (item.partner.name.en, item.country.name.en, len(item.record.sources))
        assert (row["partner"], row["country"], row["sources"]) == expected


def test_views_answer_as_the_pages_do(exported: Path, catalogue: Catalogue):
    with opened(exported) as database:
        answers = {name: [dict(row) for row in database.execute(f"SELECT * FROM {name}")] for name in VIEWS}
    in_force = {name for name, item in catalogue.agreements.items() if item.status == "in-force"}
    assert {row["id"] for row in answers["agreements_in_force"]} == in_force
    overdue = {name for name, item in catalogue.tasks.items() if item.status == "overdue"}
    assert {row["id"] for row in answers["tasks_overdue"]} == overdue
    partners = {item.id: len(item.partners) for item in catalogue.countries.values() if item.partners}
    assert {row["country"].lower(): row["partners"] for row in answers["partners_by_country"]} == partners
    years = {row.year: (row.signed, row.in_force) for row in catalogue.agreements_by_year}
    found = {
        row["year"] and int(row["year"]): (row["signed"], row["in_force"]) for row in answers["agreements_by_year"]
    }
    assert found == years
    days = [row["days"] for row in answers["agreements_expiring"]]
    assert days
    assert days == sorted(days)
    assert all(answers.values())


def test_whole_numbers_are_whole_and_others_are_not_rounded(exported: Path, catalogue: Catalogue):
    kinds = {
        row["id"]: (row["value"], row["kind"]) for row in ask(exported, "SELECT *, typeof(value) kind FROM indicators")
    }
    for name, item in catalogue.of_kind("indicator").items():
        value = item.record.value
        assert kinds[name] == (float(value), "integer" if value == value.to_integral_value() else "real")


def test_it_says_as_of_when_and_explains_its_columns(exported: Path, catalogue: Catalogue):
    about = {row["field"]: row["value"] for row in ask(exported, "SELECT * FROM about")}
    assert (about["as_of"], about["licence"], about["language"]) == (catalogue.as_of.isoformat(), "CC-BY-4.0", "en")
    with opened(exported) as database:
        names = {row["name"] for row in database.execute("SELECT name FROM pragma_table_info('tasks')")}
    explained = ask(exported, "SELECT column_name, title FROM about_columns WHERE table_name = 'tasks'")
    assert {row["column_name"] for row in explained} == names
    assert all(row["title"] for row in explained)


def test_it_is_the_same_whenever_it_is_made(exported: Path, catalogue: Catalogue):
    before = (exported / addresses.database("vi")).read_bytes()
    assert sqlite_file.content(catalogue, "vi") == before
    # The version of the library, by which two equal files would differ.
    assert before[96:100] == bytes(4)


def test_the_gate_finds_a_torn_database(exported: Path, tmp_path: Path):
    data = (exported / addresses.database("en")).read_bytes()
    whole, torn = tmp_path / "whole.sqlite", tmp_path / "torn.sqlite"
    whole.write_bytes(data)
    torn.write_bytes(data[: len(data) // 2])
    assert broken(whole) is None
    assert broken(torn) is not None
