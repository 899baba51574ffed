"""Atom feeds (RFC 4287) of the changes: all of them, and those of each country, sector and agency, in each language.

Entries have ids that never change: they follow from the commit and the records, not from the site's address, so that
nobody who follows the site reads an entry twice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from macros.base.clock import built_at
from macros.base.dates import PartialDate
from macros.base.formats import cut, date_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds.subscriptions import Followed, followed
from macros.export.licence import LICENCE_NAME, LICENCE_URL
from macros.views import addresses
from macros.views.change_log.entries import Entry
from macros.views.change_log.log import shared_log

ATOM: Final = "http://www.w3.org/2005/Atom"
# How many entries a feed has: readers ask again and again, and older changes stand on the pages of the years.
LATEST: Final = 100
# A title longer than this is cut; the whole sentence is in the summary.
TITLE: Final = 160

# Characters that XML cannot hold, not even as a reference. Today's data has none of them, old files may.
_FORBIDDEN: Final = re.compile("[^\\t\\n\\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ET.register_namespace("", ATOM)


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the feeds below ``target`` (the site's root)."""
    for lang in LANGS:
        log = shared_log(catalogue, lang)
        for one in followed(catalogue, lang, lambda kind: kind.feed):
            changes = catalogue.history.touching(one.kind, one.id) if one.kind else catalogue.history.changes
            page = log.address(one.kind, one.id) if one.kind else addresses.index("changes")
            feed = _Feed(catalogue, lang, one, page).xml(log.entries(changes)[:LATEST])
            # A reader who follows a former address goes on to be told.
            for name in (one.id, *one.former):
                path = target / _address(one, lang, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(feed)


def _address(one: Followed, lang: Lang, name: str) -> str:
    address = addresses.feed(one.kind, name, lang)
    assert address is not None
    return address


def _other(lang: Lang) -> Lang:
    return "en" if lang == "vi" else "vi"


class _Feed:
    """One feed: its head, and its entries."""

    def __init__(self, catalogue: Catalogue, lang: Lang, followed: Followed, page: str) -> None:
        self._catalogue = catalogue
        self._lang: Lang = lang
        self._followed = followed
        self._page = addresses.absolute(page, lang)

    def xml(self, entries: Sequence[Entry]) -> bytes:
        """Return the feed with its entries, newest first, as a file."""
        feed = ET.Element(_tag("feed"), {"xml:lang": self._lang})
        self._head(feed, max((entry.moment for entry in entries), default=built_at()))
        self._links(feed)
        for entry in entries:
            self._entry(feed, entry)
        ET.indent(feed, " ")
        return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'.encode()

    def _head(self, feed: ET.Element, updated: dt.datetime) -> None:
        lang = self._lang
        words, site = texts(lang)["feeds"], texts(lang)["site"]["name"]
        as_of = date_text(PartialDate.of(self._catalogue.as_of), lang)
        missing = self._catalogue.history.missing
        called = self._followed.name
        _add(feed, "id", addresses.lasting_id(_address(self._followed, lang, self._followed.first)).urn)
        _add(feed, "title", words["title_of" if called else "title"].format(site=site, name=called))
        subtitle = words["subtitle"].format(date=as_of)
        _add(feed, "subtitle", f"{subtitle} {texts(lang)['changes']['missing'][missing]}" if missing else subtitle)
        _add(feed, "updated", _time(updated))
        _add(_add(feed, "author"), "name", site)
        _add(feed, "rights", f"{LICENCE_NAME} ({LICENCE_URL})")

    def _links(self, feed: ET.Element) -> None:
        lang, followed = self._lang, self._followed
        own, other = (addresses.absolute(_address(followed, code, followed.id)) for code in (lang, _other(lang)))
        _link(feed, rel="self", href=own, type="application/atom+xml", hreflang=lang)
        _link(feed, rel="alternate", href=self._page, type="text/html", hreflang=lang)
        _link(feed, rel="license", href=LICENCE_URL)
        _link(feed, rel="alternate", href=other, type="application/atom+xml", hreflang=_other(lang))

    def _entry(self, feed: ET.Element, entry: Entry) -> None:
        element = _add(feed, "entry")
        _add(element, "id", addresses.lasting_id(f"{self._lang}/{entry.key}").urn)
        _add(element, "title", cut(entry.sentence, TITLE))
        _add(element, "published", _time(entry.moment))
        _add(element, "updated", _time(entry.moment))
        address = entry.address or addresses.page("changes-year", str(entry.date.year))
        href = addresses.absolute(address, self._lang)
        _link(element, rel="alternate", href=href, type="text/html", hreflang=self._lang)
        names = "; ".join(name for name, _ in entry.members)
        _add(element, "summary", f"{entry.sentence}. {names}" if names else entry.sentence)


def _add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    element = ET.SubElement(parent, _tag(name))
    element.text = _FORBIDDEN.sub("\ufffd", text) or None
    return element


def _link(parent: ET.Element, **attributes: str) -> None:
    ET.SubElement(parent, _tag("link"), attributes)


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _time(moment: dt.datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
