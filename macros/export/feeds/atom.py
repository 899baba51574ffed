"""Atom feeds (RFC 4287) of the changes: all of them, and those of each record that can be followed, in each language.

Entries have ids that never change: they follow from what changed, not from the site's address, so that nobody who
follows the site reads an entry twice. An entry stands in several feeds and is printed once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from macros.base.clock import told_at
from macros.base.formats import day_text
from macros.base.languages import LANGS, Lang
from macros.base.system import cache_table, code
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds.atom_xml import Head, entry_xml, feed_xml
from macros.export.feeds.subscriptions import Followed, followed
from macros.views import addresses
from macros.views.change_log.entries import Entry
from macros.views.change_log.log import shared_log

# How many entries a feed has: readers ask again and again, and older changes stand on the pages of the years.
LATEST: Final = 100
# Rooms whose code and words an entry is made by.
_ROOMS: Final = ("base", "views", "export")


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the feeds below ``target`` (the site's root)."""
    with cache_table.opened("atom", code.digest(*_ROOMS), *code.versions(), addresses.site_url()) as kept:
        for lang in LANGS:
            log = shared_log(catalogue, lang)
            printed: dict[str, str] = {}
            for one in followed(catalogue, lang, lambda kind: kind.feed):
                changes = catalogue.history.touching(one.kind, one.id) if one.kind else catalogue.history.changes
                page = log.address(one.kind, one.id) if one.kind else addresses.index("changes")
                entries = log.entries(changes)[:LATEST]
                for entry in entries:
                    if entry.key not in printed:
                        printed[entry.key] = _entry(entry, lang, kept)
                feed = feed_xml(
                    _head(one, entries, page, catalogue, lang), (printed[entry.key] for entry in entries), lang
                )
                # A reader who follows a former address goes on to be told.
                for name in (one.id, *one.former):
                    path = target / _address(one, lang, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(feed)


def _address(one: Followed, lang: Lang, name: str) -> str:
    address = addresses.feed(one.kind, name, lang)
    assert address is not None
    return address


def _head(one: Followed, entries: Sequence[Entry], page: str, catalogue: Catalogue, lang: Lang) -> Head:
    words, missing = texts(lang)["feeds"], catalogue.history.missing
    subtitle = words["subtitle"].format(date=day_text(catalogue.as_of, lang))
    return Head(
        name=_address(one, lang, one.first),
        title=words["title_of" if one.name else "title"].format(site=texts(lang)["site"]["name"], name=one.name),
        subtitle=f"{subtitle} {texts(lang)['changes']['missing'][missing]}" if missing else subtitle,
        updated=max((entry.moment for entry in entries), default=told_at(catalogue.as_of)),
        addresses={code: _address(one, code, one.id) for code in LANGS},
        page=page,
    )


def _entry(entry: Entry, lang: Lang, kept: cache_table.Table) -> str:
    """Return an entry as XML; printing it takes far longer than finding it among those of an earlier build."""
    names = "; ".join(name for name, _ in entry.members)
    summary = f"{entry.sentence}. {names}" if names else entry.sentence
    page = entry.address or addresses.page("changes-year", str(entry.date.year))
    values = entry.key, entry.sentence, summary, entry.moment, page, lang
    return kept.text(lambda: entry_xml(*values), repr(values).encode())
