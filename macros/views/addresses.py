"""The address of every page and file that is published: the one place that templates and exporters ask.

Kinds are those of pages (``country``, ``agreement`` …, see :data:`FOLDERS`). Pure: what is not
published for a kind is ``None``; nothing is looked up.
"""

from __future__ import annotations

import os
import uuid
from typing import Final

from macros.base.languages import Lang
from macros.records.kinds import KINDS, LISTED, SINGULAR

API: Final = "api/v1"
API_INDEX: Final = f"{API}/index.json"
OPENAPI: Final = f"{API}/openapi.json"
# The Markdown twin of a record's page, beside it.
TWIN: Final = "index.md"
CHANGES: Final = f"{API}/changes.json"
# Pages that show no kind of record, by the name of their template.
_OTHERS: Final = {
    "quality": "data-quality",
    "issuer": "issuers",
    "timeline": "timeline",
    "record-form": "contribute/record",
    "report": "reports",
    "review": "review",
    "data": "open-data",
    "changes": "changes",
    "changes-year": "changes",
    "in-force": "in-force",
    "in-force-year": "in-force",
}
# The folder of each kind of page below the language's root.
FOLDERS: Final = {kind.singular: kind.address for kind in LISTED} | _OTHERS
# The list of the API that holds the records of a kind; the groups of a plan stand within their plan.
LISTS: Final = {kind.singular: kind.plural for kind in KINDS if kind.published}

# The name of the data set, and of the files that hold all of it.
DATASET: Final = "da-nang-external-relations"

# Made once, for good; ids made below it stay what they are wherever the site is published.
_NAMESPACE: Final = uuid.UUID("6f0d2c0e-6f0a-5c1e-9a53-0f5a5c7a9d41")


def lasting_id(name: str) -> uuid.UUID:
    """The id by which programs know an entry or event again, whatever the address of the site."""
    return uuid.uuid5(_NAMESPACE, name)


def site_url() -> str:
    """The absolute address of the site, with a slash at its end: ``SITE_URL``, or that of ``make serve``."""
    return os.environ.get("SITE_URL", "http://127.0.0.1:8000/").rstrip("/") + "/"


def root(lang: Lang) -> str:
    """The folder of a language below the site's root: Vietnamese has none."""
    return "" if lang == "vi" else "en/"


def page(kind: str, name: str) -> str:
    """The page of a record below the language's root, or its section of a list (``activities/#laos-2``)."""
    return f"{FOLDERS[kind]}/{name}/" if shown_on_page(kind) else f"{FOLDERS[kind]}/#{name}"


def index(kind: str) -> str:
    """The list of a kind of record, or a page about none, below the language's root."""
    described = SINGULAR.get(kind)
    return f"{described.listed_at or described.address}/" if described is not None else f"{FOLDERS[kind]}/"


def written(name: str) -> str:
    """A page that is written by hand, by the name of its file, below the language's root."""
    return f"{name}/"


def shown_on_page(kind: str) -> bool:
    """Whether records of a kind, or years and reports, have pages of their own."""
    return kind not in SINGULAR or SINGULAR[kind].shown == "page"


def feed(kind: str, name: str, lang: Lang) -> str | None:
    """The Atom feed of a record's changes; of all changes for an empty kind."""
    return _subscribed("feeds", "xml", kind in SINGULAR and SINGULAR[kind].feed, kind, name, lang)


def calendar(kind: str, name: str, lang: Lang) -> str | None:
    """The calendar of the deadlines and expiries of a record; of all for an empty kind."""
    return _subscribed("calendars", "ics", kind in SINGULAR and SINGULAR[kind].calendar, kind, name, lang)


def record_json(kind: str, name: str) -> str | None:
    """The file of one record in the API, where countries have their codes in capitals; the same for both languages."""
    record = name.upper() if kind == "country" else name
    return f"{API}/{LISTS[kind]}/{record}.json" if kind in LISTS else None


def list_json(kind: str) -> str | None:
    """The file of all records of a kind in the API; the same for both languages."""
    return f"{API}/{LISTS[kind]}.json" if kind in LISTS else None


def data_folder(lang: Lang) -> str:
    """The folder of the tables of a language, with a slash at its end."""
    return f"{root(lang)}data/"


def table(kind: str, lang: Lang) -> str | None:
    """The CSV file of all records of a kind."""
    return table_file(LISTS[kind], lang) if kind in LISTS else None


def table_file(name: str, lang: Lang) -> str:
    """The CSV file of a table by its name, which is that of a list or tells what it relates."""
    return f"{data_folder(lang)}{name}.csv"


def workbook(lang: Lang) -> str:
    """The Excel workbook of all tables."""
    return f"{data_folder(lang)}{DATASET}.xlsx"


def data_package(lang: Lang) -> str:
    """The description of all tables as a Frictionless data package."""
    return f"{data_folder(lang)}datapackage.json"


def table_group(lang: Lang) -> str:
    """The description of all tables as a table group of CSVW."""
    return f"{data_folder(lang)}csv-metadata.json"


def archive(lang: Lang) -> str:
    """The archive of all files of the data set."""
    return f"{data_folder(lang)}{DATASET}.zip"


def archive_checksum(lang: Lang) -> str:
    """The SHA-256 checksum of the archive."""
    return f"{archive(lang)}.sha256"


def _subscribed(folder: str, ending: str, offered: bool, kind: str, name: str, lang: Lang) -> str | None:
    """``feeds/all.xml``, ``en/feeds/countries/jp.xml``."""
    if not kind:
        return f"{root(lang)}{folder}/all.{ending}"
    return f"{root(lang)}{folder}/{FOLDERS[kind]}/{name}.{ending}" if offered else None
