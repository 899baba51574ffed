"""What the page on open data lists: every file that can be downloaded, by its address below the site's root."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import LISTINGS, records
from macros.export.licence import LICENCE_NAME, LICENCE_URL
from macros.export.tables.tabular import Table
from macros.export.tables.tabular import tables as all_tables
from macros.views import addresses


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of records with its files; those of the API serve both languages. ``id`` is that of the example."""

    title: str
    count: int
    json: str
    schema: str
    id: str
    example: str
    csv: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """All files in a language. ``site`` goes into code as it is, without the escaping that prose needs."""

    site: Markup
    licence: str
    licence_url: str
    lists: tuple[Listed, ...]
    further: tuple[tuple[str, int, str], ...]
    archive: str
    sums: str
    workbook: str
    package: str
    csvw: str
    feed: str
    calendar: str
    changes: str
    index: str
    openapi: str
    agreement: str
    agreements_csv: str


def downloads(catalogue: Catalogue, lang: Lang) -> Downloads:
    """What there is to download in a language."""
    found = {table.name: table for table in all_tables(catalogue, lang)}
    lists = records(catalogue)
    # A page is printed in a process that needs no more of them than these counts.
    all_tables.cache_clear()
    records.cache_clear()
    listed = tuple(_listed(name, items, found[name], lang) for name, items in lists.items())
    further = tuple(
        (table.title(lang), len(table.rows), addresses.table_file(table.name, lang))
        for table in found.values()
        if table.name not in LISTINGS
    )
    return Downloads(
        site=Markup(html.escape(addresses.site_url())),  # noqa: S704 (escaped for the place it stands in)
        licence=LICENCE_NAME,
        licence_url=LICENCE_URL,
        lists=listed,
        further=further,
        archive=addresses.archive(lang),
        sums=addresses.archive_checksum(lang),
        workbook=addresses.workbook(lang),
        package=addresses.data_package(lang),
        csvw=addresses.table_group(lang),
        feed=addresses.feed("", "", lang) or "",
        calendar=addresses.calendar("", "", lang) or "",
        changes=addresses.CHANGES,
        index=addresses.API_INDEX,
        openapi=addresses.OPENAPI,
        agreement=next(row.example for row in listed if row.json.endswith("/agreements.json")),
        agreements_csv=addresses.table_file("agreements", lang),
    )


def _listed(name: str, items: Sequence[Any], table: Table, lang: Lang) -> Listed:
    path = f"{addresses.API}/{name}"
    first = next((item.id for item in items), "")
    return Listed(
        title=table.title(lang),
        count=len(items),
        json=f"{path}.json",
        schema=f"{path}.schema.json",
        id=first,
        example=f"{path}/{first}.json",
        csv=addresses.table_file(name, lang),
    )
