"""A data package (Frictionless) of the tables: their fields, keys and what they refer to."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final

from macros.base.clock import built_at
from macros.base.formats import day_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.json_file import write_json
from macros.export.licence import LICENCE, LICENCE_NAME, LICENCE_URL
from macros.export.tables.columns import MOMENT, Column, Form
from macros.export.tables.relational import tables
from macros.export.tables.table import Table
from macros.views import addresses

_TYPES: Final[dict[Form, str]] = {
    "day": "date",
    "number": "number",
    "integer": "integer",
    "count": "integer",
    "position": "integer",
    "flag": "boolean",
}


def write(catalogue: Catalogue, target: Path) -> None:
    """Describe the tables of each language, which are there already, below ``target`` (the site's root)."""
    for lang in LANGS:
        folder = target / addresses.data_folder(lang)
        content = {
            **_about(catalogue, lang),
            "resources": [_resource(t, folder, lang) for t in tables(catalogue, lang)],
        }
        write_json(target / addresses.data_package(lang), content)


def _about(catalogue: Catalogue, lang: Lang) -> dict[str, Any]:
    words, day = texts(lang), catalogue.as_of
    as_of = day_text(day, lang)
    return {
        "profile": "data-package",
        "name": addresses.DATASET,
        "title": words["site"]["name"],
        "description": words["data"]["description"].format(name=words["site"]["name"], date=as_of),
        "homepage": addresses.site_url(),
        "version": day.isoformat(),
        "as_of": day.isoformat(),
        "created": built_at().isoformat().replace("+00:00", "Z"),
        "licenses": [{"name": LICENCE, "path": LICENCE_URL, "title": LICENCE_NAME}],
        "sources": [{"title": words["site"]["name"], "path": addresses.site_url()}],
    }


def _resource(table: Table, folder: Path, lang: Lang) -> dict[str, Any]:
    content = (folder / f"{table.name}.csv").read_bytes()
    keys = [
        {"fields": column.name, "reference": {"resource": column.to, "fields": "id"}}
        for column in table.columns
        if column.to and column.form == "code"
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.title(lang),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column, column.name in table.key, lang) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _field(column: Column, required: bool, lang: Lang) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if required else {}
    if column.form == "moment":
        constraints["pattern"] = MOMENT
    return {
        "name": column.name,
        "title": column.title(lang),
        "description": column.explanation(lang),
        "type": _TYPES.get(column.form, "string"),
        **({"format": "uri"} if column.form == "address" else {}),
        **({"constraints": constraints} if constraints else {}),
    }
