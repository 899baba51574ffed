"""Atom feed of the news: what happened in the world, beside the feeds of what changed in the data; in each language."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from macros.base.clock import HO_CHI_MINH, told_at
from macros.base.dates import PartialDate
from macros.base.formats import day_text
from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds.atom_xml import Head, entry_xml, feed_xml
from macros.views import addresses
from macros.views.news import news
from macros.views.news_words import told

# How many events the feed has.
LATEST: Final = 100


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the feed of each language below ``target`` (the site's root)."""
    events = news(catalogue)[:LATEST]
    for lang in LANGS:
        entries = []
        for event in events:
            name, sentence, more, page = told(event, lang)
            summary = f"{sentence}. {more}" if more else sentence
            entries.append(entry_xml(f"news/{name}", sentence, summary, _moment(event.date), page, lang))
        words = texts(lang)["feeds"]
        head = Head(
            name=addresses.news_feed(lang),
            title=words["news"]["title"].format(site=texts(lang)["site"]["name"]),
            subtitle=words["news"]["subtitle"].format(date=day_text(catalogue.as_of, lang)),
            updated=_moment(events[0].date) if events else told_at(catalogue.as_of),
            addresses={code: addresses.news_feed(code) for code in LANGS},
            page=addresses.index("timeline"),
        )
        path = target / addresses.news_feed(lang)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(feed_xml(head, entries, lang))


def _moment(date: PartialDate) -> dt.datetime:
    """Return the beginning of the last day that a date can mean, in Vietnam, as UTC."""
    return dt.datetime.combine(date.last_day, dt.time(), HO_CHI_MINH).astimezone(dt.UTC)
