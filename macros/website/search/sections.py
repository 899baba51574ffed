"""A page's content cut into sections of plain text, without what every page repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Any, Final

from lxml import etree

# Elements, by class, that every page has: breadcrumbs, footnotes, words for missing values.
_LEFT_OUT: Final = {"crumbs", "cites", "record-foot", "record-file", "sources", "empty", "note", "visually-hidden"}
# Elements without words of their own, and headings of tables.
_SILENT: Final = {"script", "style", "svg", "thead", "caption", "button", "template"}
_HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS: Final = {"p", "li", "tr", "div", "dt", "dd", "ul", "ol", "dl", "table", "section", "figure", "tbody"}
# Elements that stand beside each other, with a space between, and between things that are set apart.
_ITEMS: Final = {"a", "span"}
_APART: Final = " · "
_PARSER: Final = etree.HTMLParser(huge_tree=True)
# A register's rows without an anchor: they repeat records with pages of their own, thousands of them.
_LISTED: Final = re.compile(r'<tr data-facets="[^<>]*>.*?(?:</tr>|\Z)', re.DOTALL)
_LEADS_ELSEWHERE: Final = etree.XPath("./th[@scope='row']//a[@href]")


class Section:
    """A heading with the blocks of text below it.

    Attributes:
        anchor: its address within the page; empty for the page itself.
        heading: its text; empty for the page itself.
        is_record: it is a record's row of a table.
        blocks: the texts below the heading.
    """

    def __init__(self, anchor: str, heading: str, *, is_record: bool = False) -> None:
        self.anchor = anchor
        self.heading = heading
        self.is_record = is_record
        self.blocks: list[str] = []
        self._pieces: list[str] = []

    def write(self, text: str | None) -> None:
        """Add text to the block that is open."""
        if text:
            self._pieces.append(text)

    def close(self) -> None:
        """End a block."""
        if text := " ".join("".join(self._pieces).split()):
            self.blocks.append(text)
        self._pieces.clear()


def sections(content: str, repeated: Set[str] = frozenset()) -> Iterator[Section]:
    """Yield the page's own section, then one for each heading with an anchor, and for each table row with one.

    Args:
        content: a page's content as HTML.
        repeated: further classes of elements that are left out.
    """
    reader = _Reader(_LEFT_OUT | repeated)
    # The parser of lxml.html would make an object of Python for every element that is looked at.
    for part in etree.fromstring(f"<div>{_LISTED.sub('', content)}</div>", _PARSER):
        reader.walk(part)
    for section in reader.sections:
        section.close()
        yield section


class _Reader:
    """Reads the elements of a page into sections."""

    def __init__(self, left_out: Set[str]) -> None:
        self.sections = [Section("", "")]
        self._classes = left_out

    def walk(self, element: Any) -> None:
        """Read the children of an element, and the text between them."""
        for child in element:
            if isinstance(child.tag, str) and not self._left_out(child):
                self._enter(child)
            self.sections[-1].write(_APART if self._set_apart(child, _ITEMS) else child.tail)

    def _enter(self, element: Any) -> None:
        if element.tag in _HEADINGS:
            self._heading(element)
        elif element.tag == "tr":
            self._row(element)
        elif element.tag in _BLOCKS:
            self.sections[-1].close()
            self._inner(element)
            self.sections[-1].close()
        else:
            self._inner(element)

    def _heading(self, element: Any) -> None:
        """Begin a section at a heading with an anchor; another is a block of its own, the page's title is none."""
        self.sections[-1].close()
        anchor = element.get("id")
        if element.tag == "h1":
            return
        if anchor:
            self.sections.append(Section(anchor, self._text(element)))
        else:
            self.sections[-1].write(self._text(element))
            self.sections[-1].close()

    def _row(self, element: Any) -> None:
        """Write a table row as one block; one with an anchor is a record, and a section."""
        self.sections[-1].close()
        if anchor := element.get("id"):
            self.sections.append(Section(anchor, self._text(element.find("th")), is_record=True))
        cells = [text for cell in element.iter("th", "td") if (text := self._text(cell))]
        self.sections[-1].write(" · ".join(cells))
        self.sections[-1].close()

    def _inner(self, element: Any) -> None:
        """Write what stands in an element; a fact with its label."""
        if element.tag == "div" and (label := element.find("dt")) is not None:
            self.sections[-1].write(f"{self._text(label)}: ")
            self.sections[-1].write(_APART.join(filter(None, map(self._text, element.iterfind("dd")))))
            return
        self.sections[-1].write(" " if element.tag == "br" else element.text)
        self.walk(element)

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
            pieces.append(_APART if self._set_apart(child, {*_ITEMS, "li"}) else child.tail or "")
        return " ".join("".join(pieces).split())

    def _set_apart(self, element: Any, items: Set[str]) -> bool:
        """Tell whether an element and the next are set apart by their looks only, as the links of a list are."""
        following = element.getnext()
        if element.tag not in items or following is None or following.tag != element.tag:
            return False
        between = element.tail or ""
        apart = between.isspace() or (not between and element.tag == "li")
        return apart and not self._left_out(element) and not self._left_out(following)
