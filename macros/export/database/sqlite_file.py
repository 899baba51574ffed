"""The SQLite database of each language: tables, keys and references as in the data package, and views over them.

Names of tables have ``_`` for ``-``, so that queries need no quotation marks. Made in memory and written whole, it is
the same for the same records: only what is made on a disk has the version of the library in it.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.api.values import Moment
from macros.export.database.views import VIEWS
from macros.export.licence import LICENCE, LICENCE_URL
from macros.export.tables.columns import SEPARATOR, Cell, Column, Form
from macros.export.tables.relational import tables
from macros.export.tables.table import Table
from macros.views import addresses

# NUMERIC keeps a whole number whole.
_TYPES: Final[dict[Form, str]] = {
    "number": "NUMERIC",
    "integer": "INTEGER",
    "count": "INTEGER",
    "position": "INTEGER",
    "flag": "INTEGER",
}


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the database of each language below ``target`` (the site's root)."""
    for lang in LANGS:
        path = target / addresses.database(lang)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(catalogue, lang))


def content(catalogue: Catalogue, lang: Lang) -> bytes:
    """Return the database of a language as a file."""
    found = tables(catalogue, lang)
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        # Rows refer to rows of tables that are filled later; whether all are there is looked at in the end.
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("BEGIN")
        for table in found:
            _fill(database, table)
        _describe(database, found, catalogue, lang)
        for name, query in VIEWS.items():
            database.execute(f"CREATE VIEW {name} AS {query}")
        database.execute("COMMIT")
        return database.serialize()


def sql_name(name: str) -> str:
    """Return the name that a table has in the database."""
    return name.replace("-", "_")


def _fill(database: sqlite3.Connection, table: Table) -> None:
    """Make a table with its keys, and put its rows into it."""
    parts = [f"{_quoted(column.name)} {_TYPES.get(column.form, 'TEXT')}" for column in table.columns]
    parts.append(f"PRIMARY KEY ({', '.join(_quoted(name) for name in table.key)})")
    parts += [
        f"FOREIGN KEY ({_quoted(column.name)}) REFERENCES {sql_name(column.to)} (id)" for column in _referring(table)
    ]
    name = sql_name(table.name)
    database.execute(f"CREATE TABLE {name} ({', '.join(parts)}) WITHOUT ROWID")
    marks = ", ".join("?" * len(table.columns))
    rows = (tuple(map(_value, row)) for row in table.rows)
    database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608 (names of ours)


def _referring(table: Table) -> Iterator[Column]:
    return (column for column in table.columns if column.to and column.form == "code")


def _quoted(name: str) -> str:
    """Return the name of a column as SQL writes it, whatever words are its own."""
    return f'"{name}"'


def _value(cell: Cell) -> Any:
    """Return a cell as SQLite stores it: a date as text in its own precision, a list of codes as one text."""
    if isinstance(cell, Moment):
        return cell.value
    return SEPARATOR.join(cell) if isinstance(cell, tuple) else cell


def _describe(database: sqlite3.Connection, found: Sequence[Table], catalogue: Catalogue, lang: Lang) -> None:
    """Add what the data are as of and whose they are, and each column with its explanation."""
    about = {
        "name": texts(lang)["site"]["name"],
        "as_of": catalogue.as_of.isoformat(),
        "language": lang,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "source": addresses.site_url(),
    }
    database.execute("CREATE TABLE about (field TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    database.executemany("INSERT INTO about VALUES (?, ?)", about.items())
    database.execute(
        "CREATE TABLE about_columns (table_name TEXT, column_name TEXT, title TEXT, explanation TEXT, "
        "PRIMARY KEY (table_name, column_name)) WITHOUT ROWID"
    )
    database.executemany(
        "INSERT INTO about_columns VALUES (?, ?, ?, ?)",
        (
            (sql_name(table.name), column.name, column.title(lang), column.explanation(lang))
            for table in found
            for column in table.columns
        ),
    )
