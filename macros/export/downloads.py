"""The list of every file that can be downloaded, for the page on open data."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.rows import reporting_agencies
from macros.export.api.lists import LISTS, records
from macros.export.licence import LICENCE_NAME, LICENCE_URL
from macros.export.markdown import llms
from macros.export.tables.chart_files import charts
from macros.export.tables.columns import table_of
from macros.export.tables.relational import tables
from macros.export.tables.table import Table
from macros.views import addresses
from macros.views.reports.periods import periods


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
class Papers:
    """Papers of one sort, one for each record: the name of their words, their number, their addresses, an example."""

    words: str
    count: int
    pattern: str
    example: str


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
    database: str
    catalog: str
    points: str
    charts: tuple[str, ...]
    papers: tuple[Papers, ...]
    drafts: tuple[str, ...]
    guide: str
    feed: str
    news: str
    calendar: str
    changes: str
    change_lines: str
    index: str
    openapi: str
    moved_schema: str
    history_schema: str
    agreement: str
    agreements_csv: str


def downloads(catalogue: Catalogue, lang: Lang) -> Downloads:
    """Return the files to download in a language, by their addresses below the site's root."""
    lists = records(catalogue)
    own = {table_of(kind.singular): name for name, kind in LISTS.items()}
    found = tables(catalogue, lang)
    # A page is printed in a process that needs no more of them than these counts.
    tables.cache_clear()
    records.cache_clear()
    listed = {own[table.name]: _listed(own[table.name], table, lists, lang) for table in found if table.name in own}
    further = tuple(
        (table.title(lang), len(table.rows), addresses.table_file(table.name, lang))
        for table in found
        if table.name not in own
    )
    return Downloads(
        site=Markup(html.escape(addresses.site_url())),  # noqa: S704 (escaped for the place it stands in)
        licence=LICENCE_NAME,
        licence_url=LICENCE_URL,
        lists=tuple(listed.values()),
        further=further,
        archive=addresses.archive(lang),
        sums=addresses.archive_checksum(lang),
        workbook=addresses.workbook(lang),
        package=addresses.data_package(lang),
        csvw=addresses.table_group(lang),
        database=addresses.database(lang),
        catalog=addresses.CATALOG,
        points=addresses.PARTNER_POINTS,
        charts=tuple(addresses.chart(chart.name, lang) for chart in charts(catalogue, lang)),
        papers=tuple(_papers(catalogue, lang)),
        drafts=tuple(addresses.report_draft(period.id, lang) for period in periods(catalogue)),
        guide=f"{addresses.root(lang)}{llms.FILE}",
        feed=addresses.feed("", "", lang) or "",
        news=addresses.news_feed(lang),
        calendar=addresses.calendar("", "", lang) or "",
        changes=addresses.CHANGES,
        change_lines=addresses.CHANGE_LINES,
        index=addresses.API_INDEX,
        openapi=addresses.OPENAPI,
        moved_schema=addresses.api_schema("moved"),
        history_schema=addresses.api_schema(addresses.HISTORY),
        agreement=listed["agreements"].example,
        agreements_csv=listed["agreements"].csv,
    )


def _papers(catalogue: Catalogue, lang: Lang) -> Iterator[Papers]:
    """Yield the sorts of papers that there are."""
    agencies = [agency.id for agency in reporting_agencies(catalogue)]
    for words, names, address in (
        ("partner_briefs", list(catalogue.partners), lambda name: addresses.brief("partner", name, lang) or ""),
        ("country_briefs", list(catalogue.countries), lambda name: addresses.brief("country", name, lang) or ""),
        ("agency_forms", agencies, addresses.form),
    ):
        if names:
            yield Papers(words, len(names), address("{id}"), address(names[0]))


def _listed(name: str, table: Table, lists: Mapping[str, Sequence[Any]], lang: Lang) -> Listed:
    first = next((item.id for item in lists[name]), "")
    return Listed(
        title=table.title(lang),
        count=len(lists[name]),
        json=addresses.api_file(name),
        schema=addresses.api_schema(name),
        id=first,
        example=addresses.api_file(f"{name}/{first}"),
        csv=addresses.table_file(table.name, lang),
    )
