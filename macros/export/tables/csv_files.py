"""Tables as CSV, with CSVW metadata beside each and for all together.

UTF-8 with a byte order mark, so that Excel reads Vietnamese; comma, quotes where needed, CRLF (RFC 4180).
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, Final

from macros.base.languages import LANGS, Lang
from macros.base.spreadsheet import guard
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.api.values import Moment
from macros.export.json_file import write_json
from macros.export.licence import LICENCE_URL
from macros.export.tables.columns import SEPARATOR, Cell, Column, Form
from macros.export.tables.tabular import Table, tables
from macros.views import addresses

# A year, a month or a day, as in macros.base.dates.
MOMENT: Final = r"\d{4}(-\d{2}(-\d{2})?)?"


def write(catalogue: Catalogue, target: Path) -> None:
    """Write every table in both languages below ``target`` (the site's root)."""
    for lang in LANGS:
        folder = target / addresses.data_folder(lang)
        folder.mkdir(parents=True, exist_ok=True)
        found = tables(catalogue, lang)
        about = _about(catalogue, lang)
        for table in found:
            (folder / f"{table.name}.csv").write_bytes(render(table))
            write_json(folder / f"{table.name}.csv-metadata.json", {**about, **_metadata(table, lang)})
        group = [{**_metadata(table, lang), **_foreign(table, lang)} for table in found]
        write_json(target / addresses.table_group(lang), {**about, "tables": group})


def render(table: Table) -> bytes:
    """A table as a CSV file."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([printed(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def printed(cell: Cell) -> str:
    """A cell as text: numbers as numbers, text made safe for spreadsheets."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guard(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return str(int(cell)) if cell == int(cell) else repr(cell)
    return cell.value if isinstance(cell, Moment) else SEPARATOR.join(cell)


def _about(catalogue: Catalogue, lang: Lang) -> dict[str, Any]:
    notes = texts(lang)["data"]["notes"]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": lang}],
        "dc:license": {"@id": LICENCE_URL},
        "dc:source": {"@id": addresses.site_url()},
        "dc:language": lang,
        "dc:valid": catalogue.as_of.isoformat(),
        "dc:description": " ".join(notes[name] for name in ("dates", "empty", "guard")),
    }


def _metadata(table: Table, lang: Lang) -> dict[str, Any]:
    columns = [_column(column, column.name in table.key, lang) for column in table.columns]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title(lang),
        "tableSchema": {"columns": columns, "primaryKey": list(table.key)},
    }


_DATATYPES: Final[dict[Form, Any]] = {
    "moment": {"base": "string", "format": MOMENT},
    "day": "date",
    "number": "double",
    "integer": "integer",
    "count": "integer",
    "position": "integer",
    "flag": "boolean",
    "address": "anyURI",
}


def _column(column: Column, required: bool, lang: Lang) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title(lang),
        "dc:description": column.explanation(lang),
        "datatype": _DATATYPES.get(column.form, "string"),
        **({"separator": SEPARATOR} if column.form == "codes" else {}),
        **({"required": True} if required else {}),
    }


def _foreign(table: Table, lang: Lang) -> dict[str, Any]:
    """The schema with what its columns refer to, which only holds where the other tables are named too."""
    schema = _metadata(table, lang)["tableSchema"]
    keys = [
        {"columnReference": column.name, "reference": {"resource": f"{column.to}.csv", "columnReference": "id"}}
        for column in table.columns
        if column.to and column.form == "code"
    ]
    return {"tableSchema": {**schema, **({"foreignKeys": keys} if keys else {})}}
