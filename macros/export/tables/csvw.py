"""Descriptions of tables in CSVW, the W3C's vocabulary for CSV on the web: columns, types, keys, references."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from macros.base.languages import Lang
from macros.base.words import texts
from macros.export.licence import LICENCE_URL
from macros.export.tables.columns import MOMENT, SEPARATOR, Column, Form
from macros.export.tables.table import Table
from macros.views import addresses

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


def heading(day: dt.date, lang: Lang) -> dict[str, Any]:
    """Return what every description begins with: context, licence, source, language, and the day of the facts."""
    notes = texts(lang)["data"]["notes"]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": lang}],
        "dc:license": {"@id": LICENCE_URL},
        "dc:source": {"@id": addresses.site_url()},
        "dc:language": lang,
        "dc:valid": day.isoformat(),
        "dc:description": " ".join(notes[name] for name in ("dates", "empty", "guard")),
    }


def description(table: Table, lang: Lang, *, references: bool = False) -> dict[str, Any]:
    """Return the description of a table.

    Args:
        table: the table.
        lang: its language.
        references: whether to say what columns refer to, which only holds where the other tables are named too.
    """
    keys = [
        {"columnReference": column.name, "reference": {"resource": f"{column.to}.csv", "columnReference": "id"}}
        for column in table.columns
        if references and column.to and column.form == "code"
    ]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title(lang),
        "tableSchema": {
            "columns": [_column(column, column.name in table.key, lang) for column in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
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
