"""Exports: the files besides pages, as work that can be done side by side."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Iterable
from pathlib import Path
from types import ModuleType
from typing import Final

from macros.base.languages import LANGS
from macros.base.system.garbage import paused
from macros.catalogue.catalogue import Catalogue
from macros.export import bundle, dcat, forms
from macros.export.api import changes, earlier_states, geojson, json_files
from macros.export.database import sqlite_file
from macros.export.docx import briefs, report_document
from macros.export.feeds import atom, icalendars, news_feed
from macros.export.markdown import llms, twins
from macros.export.tables import chart_files, csv_files, datapackage, workbook
from macros.views.page_list import pages

# Each module writes its files below the site's root. Rows need nothing of each other and are written side by side; what
# stands in one is written in this order.
EXPORTS: Final = (
    (
        changes,
        earlier_states,
        atom,
        json_files,
        geojson,
        csv_files,
        chart_files,
        workbook,
        sqlite_file,
        datapackage,
        bundle,
        dcat,
    ),
    (twins,),
    (icalendars, news_feed, llms),
    (briefs, report_document),
    (forms,),
)
# Number of pages whose twins are made in one piece of work.
_TWINS: Final = 3000


def exports(catalogue: Catalogue, site: Path, changed: Container[str] | None = None) -> list[Callable[[], None]]:
    """Return all exports, each a piece of work for a process of its own.

    Args:
        catalogue: the joined records.
        site: the built pages, below which exports are written.
        changed: the pages to make twins of; all if not given, else the others have theirs.
    """
    works: list[Callable[[], None]] = []
    for modules in EXPORTS:
        if modules == (twins,):
            parts = 1 + sum(len(pages(catalogue, lang)) for lang in LANGS) // _TWINS
            works += (
                functools.partial(_twins, catalogue, site, changed, slice(part, None, parts)) for part in range(parts)
            )
        else:
            works.append(functools.partial(_export, modules, catalogue, site))
    return works


def _export(modules: Iterable[ModuleType], catalogue: Catalogue, site: Path) -> None:
    for module in modules:
        module.write(catalogue, site)


def _twins(catalogue: Catalogue, site: Path, changed: Container[str] | None, part: slice) -> None:
    with paused():
        twins.write(catalogue, site, changed, part)
