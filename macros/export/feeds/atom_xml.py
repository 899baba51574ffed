"""Atom as XML (RFC 4287): the head of a feed, and its entries."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from macros.base.formats import cut
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.export.licence import LICENCE_NAME, LICENCE_URL
from macros.views import addresses

ATOM: Final = "http://www.w3.org/2005/Atom"
# A title longer than this is cut; the whole sentence is in the summary.
TITLE: Final = 160

# Characters that XML cannot hold, not even as a reference. Today's data has none of them, old files may.
_FORBIDDEN: Final = re.compile("[^\\t\\n\\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACE: Final = f' xmlns="{ATOM}"'
_END: Final = "</feed>"

ET.register_namespace("", ATOM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a feed.

    Attributes:
        name: what its id is made from, for good.
        title: its title.
        subtitle: a sentence or two on what it holds.
        updated: the time of its newest entry.
        addresses: its address below the site's root in each language.
        page: the page that shows the same, below the root of its language.
    """

    name: str
    title: str
    subtitle: str
    updated: dt.datetime
    addresses: dict[Lang, str]
    page: str


def feed_xml(head: Head, entries: Iterable[str], lang: Lang) -> bytes:
    """Return a feed as a file.

    Args:
        head: its head.
        entries: its entries as :func:`entry_xml` prints them, newest first.
        lang: its language.
    """
    feed = ET.Element(_tag("feed"), {"xml:lang": lang})
    _add(feed, "id", addresses.lasting_id(head.name).urn)
    _add(feed, "title", head.title)
    _add(feed, "subtitle", head.subtitle)
    _add(feed, "updated", _time(head.updated))
    _add(_add(feed, "author"), "name", texts(lang)["site"]["name"])
    _add(feed, "rights", f"{LICENCE_NAME} ({LICENCE_URL})")
    other = next(code for code in LANGS if code != lang)
    own, translated = (addresses.absolute(head.addresses[code]) for code in (lang, other))
    _link(feed, rel="self", href=own, type="application/atom+xml", hreflang=lang)
    _link(feed, rel="alternate", href=addresses.absolute(head.page, lang), type="text/html", hreflang=lang)
    _link(feed, rel="license", href=LICENCE_URL)
    _link(feed, rel="alternate", href=translated, type="application/atom+xml", hreflang=other)
    ET.indent(feed, " ")
    whole = ET.tostring(feed, encoding="unicode").removesuffix(_END)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{whole}{"".join(entries)}{_END}\n'.encode()


def entry_xml(name: str, sentence: str, summary: str, moment: dt.datetime, page: str, lang: Lang) -> str:
    """Return an entry as it stands in every feed that has it.

    Args:
        name: what its id is made from, for good.
        sentence: what happened; the title, cut where it is long.
        summary: the same in full, or more.
        moment: when it happened.
        page: the page that shows more, below the root of its language.
        lang: its language.
    """
    entry = ET.Element(_tag("entry"))
    _add(entry, "id", addresses.lasting_id(f"{lang}/{name}").urn)
    _add(entry, "title", cut(sentence, TITLE))
    _add(entry, "published", _time(moment))
    _add(entry, "updated", _time(moment))
    _link(entry, rel="alternate", href=addresses.absolute(page, lang), type="text/html", hreflang=lang)
    _add(entry, "summary", summary)
    ET.indent(entry, " ", level=1)
    return f" {ET.tostring(entry, encoding='unicode').replace(_NAMESPACE, '', 1)}\n"


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
