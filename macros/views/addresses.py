"""Where each published file lies, below the site's root: the one place that exporters and templates ask.

Kinds are those of pages (``country``, ``agreement`` …, see :data:`macros.views.page_list.FOLDERS`). Pure: what is not
published for a kind is ``None``; nothing is looked up.
"""

from __future__ import annotations

import uuid
from typing import Final

from macros.base.languages import Lang
from macros.views.page_list import FOLDERS

API: Final = "api/v1"
# The Markdown twin of a record's page, beside it.
TWIN: Final = "index.md"
CHANGES: Final = f"{API}/changes.json"
# Kinds whose changes have a feed of their own, and whose deadlines have a calendar.
WITH_FEED: Final = ("country", "sector", "agency")
WITH_CALENDAR: Final = ("country", "agency")
# The list of the API that holds the records of a kind; the groups of a plan stand within their plan.
LISTS: Final = {
    **{
        kind: FOLDERS[kind]
        for kind in (
            "activity",
            "agency",
            "agreement",
            "conflict",
            "country",
            "document",
            "glossary",
            "indicator",
            "organisation",
            "partner",
            "plan",
            "sector",
            "task",
            "trade-agreement",
        )
    },
    "cooperation": "cooperation",
    "place": "places",
}

# Made once, for good; ids made below it stay what they are wherever the site is published.
_NAMESPACE: Final = uuid.UUID("6f0d2c0e-6f0a-5c1e-9a53-0f5a5c7a9d41")


def lasting_id(name: str) -> uuid.UUID:
    """The id by which programs know an entry or event again, whatever the address of the site."""
    return uuid.uuid5(_NAMESPACE, name)


def root(lang: Lang) -> str:
    """The folder of a language below the site's root: Vietnamese has none."""
    return "" if lang == "vi" else "en/"


def feed(kind: str, name: str, lang: Lang) -> str | None:
    """The Atom feed of a record's changes; of all changes for an empty kind."""
    return _subscribed("feeds", "xml", WITH_FEED, kind, name, lang)


def calendar(kind: str, name: str, lang: Lang) -> str | None:
    """The calendar of the deadlines and expiries of a record; of all for an empty kind."""
    return _subscribed("calendars", "ics", WITH_CALENDAR, kind, name, lang)


def record_json(kind: str, name: str) -> str | None:
    """The file of one record in the API, where countries have their codes in capitals; the same for both languages."""
    record = name.upper() if kind == "country" else name
    return f"{API}/{LISTS[kind]}/{record}.json" if kind in LISTS else None


def list_json(kind: str) -> str | None:
    """The file of all records of a kind in the API; the same for both languages."""
    return f"{API}/{LISTS[kind]}.json" if kind in LISTS else None


def table(kind: str, lang: Lang) -> str | None:
    """The CSV file of all records of a kind."""
    return f"{root(lang)}data/{LISTS[kind]}.csv" if kind in LISTS else None


def _subscribed(folder: str, ending: str, kinds: tuple[str, ...], kind: str, name: str, lang: Lang) -> str | None:
    """``feeds/all.xml``, ``en/feeds/countries/jp.xml``."""
    if not kind:
        return f"{root(lang)}{folder}/all.{ending}"
    return f"{root(lang)}{folder}/{FOLDERS[kind]}/{name}.{ending}" if kind in kinds else None
