"""Addresses of all pages and files that are published; templates and exporters ask here instead of joining texts.

A kind is the singular of a kind of record (``country``), or the name of a page about none (``timeline``). Addresses of
pages start from the root of their language, which both languages share; addresses of files from the site's root. A file
that is not published for a kind is ``None``.
"""

from __future__ import annotations

import os
import uuid
from typing import Any, Final

from macros.base.languages import LANGS, Lang
from macros.records.kinds import KINDS, LISTED, SINGULAR

API: Final = "api/v1"
API_INDEX: Final = f"{API}/index.json"
OPENAPI: Final = f"{API}/openapi.json"
CHANGES: Final = f"{API}/changes.json"
# The same changes, one a line.
CHANGE_LINES: Final = f"{API}/changes.jsonl"
# The folder of what records said at different times.
HISTORY: Final = "history"
# The partners as points on the map.
PARTNER_POINTS: Final = f"{API}/partners.geojson"
# The description of the data set and all its files, in both languages.
CATALOG: Final = "data/catalog.jsonld"
# The picture that others show beside a link to a page, below the root of each language.
SHARE: Final = "assets/images/share.png"
# The Markdown twin of a record's page, beside it.
TWIN: Final = "index.md"
# Folders of pages that show no kind of record, or one in another order.
_FURTHER: Final = {
    "quality": "data-quality",
    "gaps": "register-gaps",
    "issuer": "issuers",
    "timeline": "timeline",
    "record-form": "contribute/record",
    "report": "reports",
    "review": "review",
    "data": "open-data",
    "follow": "follow",
    "changes": "changes",
    "changes-year": "changes",
    "in-force": "in-force",
    "in-force-year": "in-force",
    "fields": "contribute/fields",
    "licences": "licences",
    # Written by hand.
    "about": "about",
    "contribute": "contribute",
    "invest": "invest",
    "method": "method",
}
# The folder of each kind of page below the language's root.
_FOLDERS: Final = {kind.singular: kind.address for kind in LISTED} | _FURTHER
# The list of the API that holds the records of a kind; the groups of a plan stand within their plan.
_LISTS: Final = {kind.singular: kind.plural for kind in KINDS if kind.published}

# The name of the data set, and of the files that hold all of it.
DATASET: Final = "da-nang-external-relations"

# The kinds of record that a brief for a meeting is about.
_BRIEFED: Final = frozenset({"partner", "country"})

# The folder of cards, which other sites show in a frame, and the kinds of record that have one.
_CARDS: Final = "embed"
CARDED: Final = ("country", "partner")

# The word in the names of drafts.
_DRAFT: Final[dict[Lang, str]] = {"vi": "du-thao", "en": "draft"}

# Made once, for good: ids made in it do not change when the site moves.
_NAMESPACE: Final = uuid.UUID("6f0d2c0e-6f0a-5c1e-9a53-0f5a5c7a9d41")


def lasting_id(name: str) -> uuid.UUID:
    """Return the id by which programs recognise an entry or event, whatever the address of the site."""
    return uuid.uuid5(_NAMESPACE, name)


def site_url() -> str:
    """Return the absolute address of the site, with a slash at its end: ``SITE_URL``, or that of ``make serve``."""
    return os.environ.get("SITE_URL", "http://127.0.0.1:8000/").rstrip("/") + "/"


def absolute(path: str, lang: Lang | None = None) -> str:
    """Return an absolute address.

    Args:
        path: a page or file.
        lang: the language whose root the path starts from; the site's root if not given.
    """
    return f"{site_url()}{path if lang is None else in_language(path, lang)}"


def root(lang: Lang) -> str:
    """Return the folder of a language below the site's root: none for Vietnamese."""
    return "" if lang == "vi" else "en/"


def in_language(path: str, lang: Lang) -> str:
    """Return the address of a page below the site's root."""
    return f"{root(lang)}{path}"


def in_languages(path: str) -> dict[Lang, str]:
    """Return the address of a page below the site's root in every language."""
    return {lang: in_language(path, lang) for lang in LANGS}


def language(path: str) -> Lang:
    """Return the language of a page by its address below the site's root."""
    return next(lang for lang in reversed(LANGS) if path.startswith(root(lang)))


def other_language(path: str) -> str:
    """Return the address of the same page in the other language, both below the site's root."""
    lang = language(path)
    return in_language(path.removeprefix(root(lang)), next(other for other in LANGS if other != lang))


def up(depth: int) -> str:
    """Return the relative address of a folder that lies so many levels above a page."""
    return "../" * depth or "./"


def page(kind: str, name: str) -> str:
    """Return the page of a record, year, report or form, or the section of a list (``activities/#laos-2``)."""
    return f"{_FOLDERS[kind]}/{name}/" if shown_on_page(kind) else f"{_FOLDERS[kind]}/#{name}"


def card(kind: str, name: str) -> str | None:
    """Return the card of a record, a small page for frames of other sites, below the root of its language."""
    return f"{_CARDS}/{page(kind, name)}" if kind in CARDED else None


def is_card(path: str) -> bool:
    """Tell whether a page is a card, by its address below the site's root."""
    return path.removeprefix(root(language(path))).startswith(f"{_CARDS}/")


def index(kind: str) -> str:
    """Return the list of a kind of record, or a page about none."""
    described = SINGULAR.get(kind)
    return f"{described.listed_at or described.address}/" if described is not None else f"{_FOLDERS[kind]}/"


def area(name: str, country: str) -> str:
    """Return the section of a country's page that shows an area of cooperation."""
    return f"{page('country', country)}#{name}"


def record(kind: str, item: Any) -> str:
    """Return the place where readers see a record: its page, its section of a list, or else a list.

    Args:
        kind: the singular of its kind.
        item: the record, joined with its countries if it is an area of cooperation, which stands with the first.
    """
    if kind == "cooperation":
        return area(item.id, item.countries[0].id)
    return page(kind, item.id) if SINGULAR[kind].shown in {"page", "section"} else index(kind)


def shown_on_page(kind: str) -> bool:
    """Tell whether records of a kind, or years, reports and forms, have pages of their own."""
    return kind not in SINGULAR or SINGULAR[kind].shown == "page"


def feed(kind: str, name: str, lang: Lang) -> str | None:
    """Return the Atom feed of a record's changes; of all changes for an empty kind."""
    return _subscribed("feeds", "xml", kind in SINGULAR and SINGULAR[kind].feed, kind, name, lang)


def news_feed(lang: Lang) -> str:
    """Return the Atom feed of what happened in the world, beside the feeds of what changed in the data."""
    return f"{root(lang)}feeds/news.xml"


def calendar(kind: str, name: str, lang: Lang) -> str | None:
    """Return the calendar of the deadlines and expiries of a record; of all for an empty kind."""
    return _subscribed("calendars", "ics", kind in SINGULAR and SINGULAR[kind].calendar, kind, name, lang)


def record_json(kind: str, name: str) -> str | None:
    """Return the file of one record in the API, where countries have their codes in capitals."""
    record = name.upper() if kind == "country" else name
    return api_file(f"{_LISTS[kind]}/{record}") if kind in _LISTS else None


def list_json(kind: str) -> str | None:
    """Return the file of all records of a kind in the API."""
    return api_file(_LISTS[kind]) if kind in _LISTS else None


def api_file(name: str) -> str:
    """Return a file of the API by its name: a list, or a record within a list (``partners/kawasaki``)."""
    return f"{API}/{name}.json"


def record_history(kind: str, name: str) -> str | None:
    """Return the file of what a record of the API said at different times; only records that changed have one."""
    return api_file(f"{HISTORY}/{_LISTS[kind]}/{name}") if kind in _LISTS else None


def api_schema(name: str) -> str:
    """Return the JSON Schema of a list of the API by its name, or of its records (``partners.record``)."""
    return f"{API}/{name}.schema.json"


def data_folder(lang: Lang) -> str:
    """Return the folder of the tables of a language, with a slash at its end."""
    return f"{root(lang)}data/"


def table(kind: str, lang: Lang) -> str | None:
    """Return the CSV file of all records of a kind."""
    return table_file(_LISTS[kind], lang) if kind in _LISTS else None


def table_file(name: str, lang: Lang) -> str:
    """Return the CSV file of a table by its name, which is that of a list or tells what it relates."""
    return f"{data_folder(lang)}{name}.csv"


def workbook(lang: Lang) -> str:
    """Return the Excel workbook of all tables."""
    return f"{data_folder(lang)}{DATASET}.xlsx"


def data_package(lang: Lang) -> str:
    """Return the description of all tables as a Frictionless data package."""
    return f"{data_folder(lang)}datapackage.json"


def table_group(lang: Lang) -> str:
    """Return the description of all tables as a table group of CSVW."""
    return f"{data_folder(lang)}csv-metadata.json"


def database(lang: Lang) -> str:
    """Return the SQLite database of all tables."""
    return f"{data_folder(lang)}{DATASET}.sqlite"


def chart(name: str, lang: Lang) -> str:
    """Return the CSV file of the numbers that a chart draws."""
    return f"{data_folder(lang)}charts/{name}.csv"


def archive(lang: Lang) -> str:
    """Return the archive of all files of the data set."""
    return f"{data_folder(lang)}{DATASET}.zip"


def archive_checksum(lang: Lang) -> str:
    """Return the SHA-256 checksum of the archive."""
    return f"{archive(lang)}.sha256"


def brief(kind: str, name: str, lang: Lang) -> str | None:
    """Return the brief on a record as a Word file."""
    return f"{root(lang)}briefs/{_FOLDERS[kind]}/{name}.docx" if kind in _BRIEFED else None


def form(agency: str) -> str:
    """Return the Excel form in which an agency reports on its tasks, one for both languages."""
    return f"forms/{agency}.xlsx"


def report_draft(name: str, lang: Lang) -> str:
    """Return the draft of a report on a period as a Word file, whose name says that it is one."""
    return f"{root(lang)}{_FOLDERS['report']}/{_DRAFT[lang]}-{name}.docx"


def text_file(name: str) -> str:
    """Return the text of an agreement that is published with the site, below the site's root in both languages."""
    return f"texts/{name}"


def _subscribed(folder: str, ending: str, offered: bool, kind: str, name: str, lang: Lang) -> str | None:
    """``feeds/all.xml``, ``en/feeds/countries/jp.xml``."""
    if not kind:
        return f"{root(lang)}{folder}/all.{ending}"
    return f"{root(lang)}{folder}/{_FOLDERS[kind]}/{name}.{ending}" if offered else None
