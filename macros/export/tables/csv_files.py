"""Tables as CSV, with a description in CSVW beside each and for all together.

UTF-8 with a byte order mark, so that Excel reads Vietnamese; comma, quotes where needed, CRLF (RFC 4180).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from macros.base.languages import LANGS
from macros.base.spreadsheet import guard
from macros.catalogue.catalogue import Catalogue
from macros.export.api.values import Moment
from macros.export.json_file import write_json
from macros.export.tables import csvw
from macros.export.tables.columns import SEPARATOR, Cell
from macros.export.tables.relational import tables
from macros.export.tables.table import Table
from macros.views import addresses


def write(catalogue: Catalogue, target: Path) -> None:
    """Write every table in both languages below ``target`` (the site's root)."""
    for lang in LANGS:
        folder = target / addresses.data_folder(lang)
        folder.mkdir(parents=True, exist_ok=True)
        found = tables(catalogue, lang)
        about = csvw.heading(catalogue.as_of, lang)
        for table in found:
            (folder / f"{table.name}.csv").write_bytes(render(table))
            write_json(folder / f"{table.name}.csv-metadata.json", {**about, **csvw.description(table, lang)})
        group = [csvw.description(table, lang, references=True) for table in found]
        write_json(target / addresses.table_group(lang), {**about, "tables": group})


def render(table: Table) -> bytes:
    """Return a table as a CSV file."""
    return rendered([column.name for column in table.columns], table.rows)


def rendered(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows below the names of their columns as a CSV file."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([printed(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def printed(cell: Cell) -> str:
    """Return a cell as text: numbers as numbers, text made safe for spreadsheets."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guard(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return str(int(cell)) if cell == int(cell) else repr(cell)
    return cell.value if isinstance(cell, Moment) else SEPARATOR.join(cell)
