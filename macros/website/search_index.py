"""What the search box searches: each page's own words, by section, with all names of its record.

The theme's indexer runs the cells of a table together, and repeats on every page what other pages say. Pure; the hooks
hand in the pages and write the file. The browser searches it by
docs/overrides/assets/javascripts/workers/accent_folding_index.js.
"""

from __future__ import annotations

import html
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypedDict

from lxml import etree

from macros.catalogue.catalogue import Catalogue
from macros.views.page import Page

# In the folder search/ of each language: what the theme's script fetches on every page, and what is searched, which the
# search's worker fetches when somebody searches.
SETTINGS: Final = "search_index.json"
ENTRIES: Final = "entries.json"


class Entry(TypedDict, total=False):
    """One entry of :data:`ENTRIES`.

    The theme knows all but ``names``: further names of the record that the entry is. A section without it has a
    heading, not a name.
    """

    location: str
    title: str
    text: str
    boost: float
    names: list[str]


class Gathered:
    """The entries of a build's pages, on disk until all are there: together they are the words of the whole site."""

    def __init__(self, order: Iterable[str]) -> None:
        """Begin with the pages, by their source paths in the order of the index; none has entries yet."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed when they are written)
        self._places: dict[str, tuple[int, int]] = dict.fromkeys(order, (0, 0))

    def put(self, path: str, entries: bytes) -> None:
        """Keep a page's entries: JSON in UTF-8 without the brackets around them."""
        self._places[path] = (self._file.seek(0, os.SEEK_END), self._file.write(entries))

    def write(self, target: Path) -> None:
        """Write the entries of all pages as a JSON file, and forget them."""
        with self._file as gathered, target.open("wb") as file:
            file.write(b"[")
            for number, (start, length) in enumerate(place for place in self._places.values() if place[1]):
                gathered.seek(start)
                file.write((b"," if number else b"") + gathered.read(length))
            file.write(b"]")


# What a page of a kind weighs against others that match as well: what a name stands for before what mentions it,
# registers and long lists last.
BOOSTS: Final = {
    "country": 1.3,
    "agency": 1.25,
    "partner": 1.25,
    "sector": 1.2,
    "organisation": 1.15,
    "document": 1.1,
    "plan": 1.1,
    "task-group": 1.0,
    "task": 0.95,
    "agreement": 0.9,
    "conflicts": 0.4,
    "glossary": 0.5,
    "activities": 0.5,
}
HAND_WRITTEN: Final = 1.0
REGISTER: Final = 0.6

# What every page repeats: the way here, headings of tables, footnotes, what is missing.
_LEFT_OUT: Final = {"crumbs", "cites", "record-foot", "record-file", "sources", "empty", "note", "visually-hidden"}
# What the pages of a kind repeat from those of their records.
_REPEATED: Final = {"sector": {"cooperation", "activities"}}
_SILENT: Final = {"script", "style", "svg", "thead", "caption", "button", "template"}
_HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS: Final = {"p", "li", "tr", "div", "dt", "dd", "ul", "ol", "dl", "table", "section", "figure", "tbody"}
_PARSER: Final = etree.HTMLParser(huge_tree=True)
# A register's rows without an anchor: they repeat records with pages of their own, thousands of them.
_LISTED: Final = re.compile(r'<tr data-facets="[^>]*>.*?</tr>', re.DOTALL)
_LEADS_ELSEWHERE: Final = etree.XPath("./th[@scope='row']//a[@href]")
# Words that abbreviations pass over.
_PASSED_OVER: Final = {"và", "của", "các"}
_FEWEST_WORDS: Final = 3


def page_names(catalogue: Catalogue, page: Page) -> list[str]:
    """All names of a page's record in both languages, abbreviations and former names included."""
    if not page.record:
        return []
    match page.template:
        case "country":
            record: Any = catalogue.countries[page.record].record
            names = [record.name.vi, record.name.en, *record.aliases]
        case "agency":
            record = catalogue.agencies[page.record].record
            names = [record.name.vi, record.name.en, *record.abbreviations, *record.aliases, initials(record.name.vi)]
        case "partner":
            record = catalogue.partners[page.record].record
            names = [record.name.vi, record.name.en, *(alias.name for alias in record.aliases)]
        case "organisation":
            record = catalogue.organisations[page.record].record
            names = [record.name.vi, record.name.en, record.abbreviation, *record.aliases]
        case "sector":
            record = catalogue.sectors[page.record].record
            names = [record.name.vi, record.name.en]
        case "document":
            record = catalogue.documents[page.record].record
            short = [record.short.vi, record.short.en] if record.short else []
            names = [record.title.vi, record.title.en, record.number, *short]
        case "task":
            record = catalogue.tasks[page.record].record
            names = [record.title.vi, record.title.en, record.number]
        case _:
            names = []
    return list(dict.fromkeys(name for name in names if name and name != page.title))


def section_names(catalogue: Catalogue, page: Page | None) -> dict[str, list[str]]:
    """Names of the records that share a page, by their anchor."""
    if page is None or page.template != "trade-agreements":
        return {}
    records = [item.record for item in catalogue.trade_agreements.values()]
    return {
        record.id: [name for name in (record.name.vi, record.name.en, record.abbreviation) if name]
        for record in records
    }


def initials(name: str) -> str:
    """How officials abbreviate a body: ``Sở Kế hoạch và Đầu tư`` → ``SKHĐT``; empty for a name too short for it."""
    words = [word for word in name.split() if word[0].isalpha() and word not in _PASSED_OVER]
    return "".join(word[0] for word in words).upper() if len(words) >= _FEWEST_WORDS else ""


def boost(page: Page | None) -> float:
    """The weight of a page; without a generated page it is one written by hand."""
    if page is None:
        return HAND_WRITTEN
    return BOOSTS.get(page.template, REGISTER)


def entries(catalogue: Catalogue, page: Page | None, url: str, titles: Sequence[str], content: str) -> list[Entry]:
    """The entries of a page: itself first, then its sections that say something.

    Args:
        catalogue: the joined records.
        page: the generated page, or None for one written by hand.
        url: its address below the root of its language.
        titles: its title as plain text, and what else it is called, as in the navigation.
        content: its content as HTML.
    """
    weight = boost(page)
    own = section_names(catalogue, page)
    # What has no record is also called by its address: glossary, swot.
    address = url.rstrip("/").split("/")[-1].replace("-", " ")
    called = page_names(catalogue, page) if page and page.record else [address]
    names = [*titles[1:], *called]
    found: list[Entry] = []
    for section in _sections(content, _REPEATED.get(page.template, set()) if page else set()):
        anchor, heading, blocks = section.anchor, section.heading, section.blocks
        location = f"{url}#{anchor}" if found else url
        text = "".join(f"<p>{html.escape(block, quote=False)}</p>" for block in blocks)
        if found and not text:
            continue
        entry = Entry(location=location, title=html.escape(heading if found else titles[0], quote=False), text=text)
        if weight != 1:
            entry["boost"] = weight
        listed = own.get(anchor, []) if found else [name for name in names if name]
        if listed or section.is_record:
            entry["names"] = listed
        found.append(entry)
    return found


class _Section:
    """A heading with the blocks of text below it."""

    def __init__(self, anchor: str, heading: str, *, is_record: bool = False) -> None:
        self.anchor = anchor
        self.heading = heading
        self.is_record = is_record
        self.blocks: list[str] = []
        self._pieces: list[str] = []

    def write(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)

    def close(self) -> None:
        """End a block."""
        if text := " ".join("".join(self._pieces).split()):
            self.blocks.append(text)
        self._pieces.clear()


def _sections(content: str, repeated: set[str]) -> Iterator[_Section]:
    """The page's own section, then one for each heading with an anchor, and each table row with one: a record."""
    reader = _Reader(_LEFT_OUT | repeated)
    # The parser of lxml.html would make an object of Python for every element that is looked at.
    for part in etree.fromstring(f"<div>{_LISTED.sub('', content)}</div>", _PARSER):
        reader.walk(part)
    for section in reader.sections:
        section.close()
        yield section


class _Reader:
    """Reads a page's content into sections."""

    def __init__(self, left_out: set[str]) -> None:
        self.sections = [_Section("", "")]
        self._classes = left_out

    def walk(self, element: Any) -> None:
        for child in element:
            if isinstance(child.tag, str) and not self._left_out(child):
                self._enter(child)
            self.sections[-1].write(child.tail)

    def _enter(self, element: Any) -> None:
        sections = self.sections
        tag, anchor = element.tag, element.get("id")
        if tag in _HEADINGS:
            sections[-1].close()
            if tag != "h1" and anchor:
                sections.append(_Section(anchor, self._text(element)))
            elif tag != "h1":
                sections[-1].write(self._text(element))
                sections[-1].close()
            return
        if tag == "tr":
            sections[-1].close()
            if anchor:
                sections.append(_Section(anchor, self._text(element.find("th")), is_record=True))
            sections[-1].write(" · ".join(text for cell in element.iter("th", "td") if (text := self._text(cell))))
            sections[-1].close()
            return
        block = tag in _BLOCKS
        if block:
            sections[-1].close()
        if tag == "div" and (label := element.find("dt")) is not None:
            sections[-1].write(f"{self._text(label)}: ")
            for value in element.iterfind("dd"):
                sections[-1].write(self._text(value) + " ")
        else:
            sections[-1].write(" " if tag == "br" else element.text)
            self.walk(element)
        if block:
            sections[-1].close()

    def _left_out(self, element: Any) -> bool:
        if element.tag in _SILENT or "data-search-exclude" in element.attrib:
            return True
        if (classes := element.get("class")) is not None and not self._classes.isdisjoint(classes.split()):
            return True
        # A row whose heading leads elsewhere repeats the record that has its page there.
        return element.tag == "tr" and bool(_LEADS_ELSEWHERE(element))

    def _text(self, element: Any) -> str:
        """The text of an element, without what is left out."""
        pieces = [element.text or ""]
        for child in element:
            if isinstance(child.tag, str) and not self._left_out(child):
                pieces.append(" " if child.tag in _BLOCKS or child.tag == "br" else "")
                pieces.append(self._text(child))
            pieces.append(child.tail or "")
        return " ".join("".join(pieces).split())
