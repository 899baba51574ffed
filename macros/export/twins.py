"""Markdown twins: every record page as a Markdown file beside it (``partners/kawasaki/index.md``).

Made from the page as built, so that it says the same. Read by language models and by people who keep notes. What the
page repeats for eyes (breadcrumbs, maps, the foot) is left out; links are absolute, because such files are passed on.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urljoin

from lxml import etree

from macros.dates import PartialDate
from macros.derive import Catalogue
from macros.export import addresses
from macros.export.about import LICENCE_SHORT, LICENCE_URL, site_url
from macros.interface import texts
from macros.pages import pages
from macros.text import LANGS, date_text

_LEFT_OUT: Final = {"crumbs", "rejudged", "page-foot", "visually-hidden"}
_SILENT: Final = {"script", "style", "svg", "template", "button", "form", "caption"}
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS: Final = {"ul", "ol"}
_BLOCKS: Final = {"p", "div", "section", "article", "figure", "figcaption", "nav", "details", "summary", "dd"}
# Characters with a meaning in Markdown wherever they stand, what begins a block at the start of a line, and what
# programs make links of.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&|~$@]")
_LINE_START: Final = re.compile(r"^(#|[-+=:]|\d{1,9}(?=[.)]))")
_BARE_LINK: Final = re.compile(r"(?<=[a-z])://|(?<=\bwww)\.", re.IGNORECASE)
_SPACE: Final = re.compile(r"\s+")
_BREAK: Final = "\\\n"
_PARSER: Final = etree.HTMLParser(huge_tree=True)


def write(catalogue: Catalogue, target: Path, changed: Container[str] | None = None) -> None:
    """Write the twin of every record page below ``target``, the root of a built site.

    Args:
        catalogue: the joined records.
        target: the root of a built site.
        changed: the pages to do it for, by their path below the root; all if not given.
    """
    day = catalogue.as_of
    for lang in LANGS:
        words = texts(lang)["page_foot"]["twin"]
        as_of = date_text(PartialDate(day.year, day.month, day.day), lang)
        for page in pages(catalogue, lang):
            if not page.record:
                continue
            path = f"{addresses.root(lang)}{page.url}"
            if changed is not None and f"{path}index.html" not in changed:
                continue
            address = f"{site_url()}{path}"
            body = markdown((target / path / "index.html").read_text(encoding="utf-8"), address)
            foot = words.format(address=address, date=as_of, licence=f"[{LICENCE_SHORT}]({LICENCE_URL})")
            (target / path / addresses.TWIN).write_text(f"{body}\n---\n\n{foot}\n", encoding="utf-8")


def markdown(source: str, address: str) -> str:
    """The article of a built page as Markdown (CommonMark with tables).

    Args:
        source: the page's HTML.
        address: its absolute address, which relative links are resolved by.
    """
    article = source[source.index("<article") : source.rindex("</article>")]
    (body,) = etree.fromstring(article, _PARSER)
    return "\n\n".join(_Writer(address).blocks(body[0])) + "\n"


# The same words stand on many pages.
@functools.lru_cache(maxsize=1 << 14)
def escaped(text: str) -> str:
    """A text that Markdown shows as the characters that it is made of; runs of space are one."""
    if not text or text.isspace():
        return " " if text else ""
    return _BARE_LINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\g<0>", _SPACE.sub(" ", text)))


class _Writer:
    """Writes the elements of one page."""

    def __init__(self, address: str) -> None:
        self._address = address

    def blocks(self, element: Any) -> list[str]:
        """What an element holds: its running text as paragraphs between its lists, tables and headings."""
        found: list[str] = []
        line = [escaped(element.text or "")]
        for child in element:
            block = self._block(child)
            if block is None:
                line.append(self._inline(child))
            else:
                found += [*_paragraph(line), *block]
                line = []
            line.append(escaped(child.tail or ""))
        return [*found, *_paragraph(line)]

    def _block(self, element: Any) -> list[str] | None:
        """An element as blocks; None for one within a line."""
        tag = element.tag
        if _left_out(element):
            return None
        if tag in _HEADINGS:
            title = self._line(element).replace("#", "\\#")
            return [f"{'#' * _HEADINGS[tag]} {title}"] if title else []
        if tag in _LISTS:
            return self._list(element)
        if tag == "dl":
            return self._facts(element)
        if tag == "table":
            return self._table(element)
        return self.blocks(element) if tag in _BLOCKS else None

    def _list(self, element: Any) -> list[str]:
        items = [self.blocks(item) for item in element if item.tag == "li"]
        # Parts with a heading of their own are no list to a reader.
        if any(item and item[0].startswith("#") for item in items):
            return [block for item in items for block in item]
        marks = [f"{number}. " if element.tag == "ol" else "- " for number, _ in enumerate(items, start=1)]
        return ["\n".join(_item(mark, item) for mark, item in zip(marks, items, strict=True))] if items else []

    def _facts(self, element: Any) -> list[str]:
        """A list of facts: ``- **Country:** Japan``."""
        items = []
        for pair in element:
            values = [block for value in pair.iterfind("dd") for block in self.blocks(value)]
            name = f"**{self._line(pair.find('dt'))}:**"
            first = values.pop(0) if values and not values[0].startswith(("- ", "1. ")) else ""
            items.append(_item("- ", [f"{name} {first}".rstrip(), *values]))
        return ["\n".join(items)]

    def _table(self, element: Any) -> list[str]:
        rows = [[self._cell(cell) for cell in row.iterchildren("th", "td")] for row in element.iter("tr")]
        if not rows:
            return []
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return ["\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])]

    def _cell(self, element: Any) -> str:
        return "; ".join(block.replace(_BREAK, "; ").replace("\n", " ") for block in self.blocks(element))

    def _line(self, element: Any) -> str:
        return " ".join(self._inline(element).replace(_BREAK, " ").split())

    def _inline(self, element: Any) -> str:
        """An element within a line: its text, its links, its line breaks."""
        if _left_out(element):
            return ""
        if element.tag == "br":
            return _BREAK
        parts = [escaped(element.text or "")]
        for child in element:
            parts += [self._inline(child), escaped(child.tail or "")]
        text = "".join(parts)
        address = element.get("href") if element.tag == "a" else None
        if address is None or not text.strip():
            return text
        return f"[{text.strip()}]({_target(self._address, address)})"


def _target(page: str, link: str) -> str:
    """A link as an absolute address that ends where its brackets do; relative ones are resolved by the page's."""
    folder = page.rpartition("/")[0]
    while link.startswith("../"):
        folder, link = folder.rpartition("/")[0], link[3:]
    # Seen from there, the links of many pages are the same.
    return _joined(page if link[:1] in {"", "#", "?"} else f"{folder}/", link)


@functools.lru_cache(maxsize=1 << 14)
def _joined(base: str, link: str) -> str:
    return quote(urljoin(base, link), safe="%/:=&?~#+!$,;'@*")


def _left_out(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SILENT or "hidden" in element.attrib:
        return True
    return bool(_LEFT_OUT.intersection((element.get("class") or "").split()))


def _paragraph(pieces: list[str]) -> list[str]:
    """Pieces of a line as one paragraph, without spaces around its breaks; none where they hold no text."""
    lines = [" ".join(line.split()) for line in "".join(pieces).split(_BREAK)]
    kept = [_LINE_START.sub(_plain_start, line) for line in lines if line]
    return [_BREAK.join(kept)] if kept else []


def _plain_start(match: re.Match[str]) -> str:
    """What would begin a block: a number keeps its digits, and the point after it is escaped."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _item(mark: str, blocks: list[str]) -> str:
    """An item of a list, its further lines below its first; a list within it follows without a gap."""
    text = mark + (blocks[0] if blocks else "")
    for block in blocks[1:]:
        text += ("\n" if block.startswith(("- ", "1. ")) else "\n\n") + block
    return text.replace("\n", "\n" + " " * len(mark)).replace("\n" + " " * len(mark) + "\n", "\n\n")
