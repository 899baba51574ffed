"""Markdown twins: every record page as a Markdown file beside it (``partners/kawasaki/index.md``).

Made from the page as built, so that it says the same. Read by language models and by people who keep notes. What the
page repeats for eyes (breadcrumbs, maps, the foot) is left out; links are absolute, because such files are passed on.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Container
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urljoin

from lxml import etree

from macros.base.dates import PartialDate
from macros.base.formats import date_text
from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE_SHORT, LICENCE_URL
from macros.views import addresses
from macros.views.page_list import pages

# What stands on a page for eyes only, and what is no text at all.
_FOR_EYES: Final = etree.XPath(
    "//@hidden/.. | //@class[{}]/..".format(
        " or ".join(f"contains(concat(' ', ., ' '), ' {name} ')" for name in ("crumbs", "rejudged", "visually-hidden"))
    )
)
# How the page's foot begins, which ends the article; a fifth of it.
_FOOT: Final = b'<footer class="page-foot">'
_SILENT: Final = ("script", "style", "svg", "template", "button", "form", "caption")
# Characters with a meaning in Markdown wherever they stand, what begins a block at the start of a line, and what
# programs make links of.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&|~$@]")
_LINE_START: Final = re.compile(r"#|[-+=:]|\d{1,9}(?=[.)])")
_BARE_LINK: Final = re.compile(r"(?<=[a-z])://|(?<=\bwww)\.", re.IGNORECASE)
_BREAK: Final = "\\\n"
# Absolute addresses, each ending with a slash.
_Folders = tuple[str, ...]
_PARSER: Final = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def write(catalogue: Catalogue, target: Path, changed: Container[str] | None = None, part: slice = slice(None)) -> None:
    """Write the twin of every record page below ``target``, the root of a built site.

    Args:
        catalogue: the joined records.
        target: the root of a built site.
        changed: the pages to do it for, by their path below the root; all if not given.
        part: which of all pages to look at.
    """
    day = catalogue.as_of
    for lang in LANGS:
        words = texts(lang)["page_foot"]["twin"]
        as_of = date_text(PartialDate(day.year, day.month, day.day), lang)
        for page in pages(catalogue, lang)[part]:
            if not page.record:
                continue
            path = addresses.in_language(page.url, lang)
            if changed is not None and f"{path}index.html" not in changed:
                continue
            address = addresses.absolute(path)
            body = markdown((target / path / "index.html").read_bytes(), address)
            foot = words.format(address=address, date=as_of, licence=f"[{LICENCE_SHORT}]({LICENCE_URL})")
            (target / path / addresses.TWIN).write_bytes(f"{body}\n---\n\n{foot}\n".encode())


def markdown(source: bytes, address: str) -> str:
    """The article of a built page as Markdown (CommonMark with tables).

    Args:
        source: the page's HTML in UTF-8.
        address: its absolute address, which relative links are resolved by; ends with a slash.
    """
    end = source.rindex(b"</article>")
    foot = source.rfind(_FOOT, 0, end)
    article = source[source.index(b"<article") : end if foot < 0 else foot]
    (body,) = etree.fromstring(article, _PARSER)
    for element in _FOR_EYES(body):
        element.tag = _SILENT[0]
    etree.strip_elements(body, *_SILENT, with_tail=False)
    return "\n\n".join(_blocks(body[0], _folders(address))) + "\n"


def _folders(address: str) -> _Folders:
    """The folder that is a page's address, the one above it, and so on up to the host."""
    host = address.index("/", address.index("://") + 3) + 1
    found = [address]
    while len(found[-1]) > host:
        found.append(found[-1][: found[-1].rindex("/", 0, -1) + 1])
    return tuple(found)


# The same words stand on many pages.
@functools.lru_cache(maxsize=1 << 16)
def escaped(text: str | None) -> str:
    """A text that Markdown shows as the characters that it is made of; runs of space are one."""
    if not text or text.isspace():
        return " " if text else ""
    before, after = " " * text[0].isspace(), " " * text[-1].isspace()
    found = _SPECIAL.sub(r"\\\g<0>", f"{before}{' '.join(text.split())}{after}")
    return _BARE_LINK.sub(r"\\\g<0>", found) if "://" in found or "www" in found.lower() else found


def _blocks(element: Any, page: _Folders) -> list[str]:
    """What an element holds: its running text as paragraphs between its lists, tables and headings.

    Args:
        element: the element; so in all that follows.
        page: the page's folders, which its links are resolved by.
    """
    found: list[str] = []
    line = [escaped(element.text)]
    for child in element:
        written = _BLOCKS.get(child.tag)
        if written is None:
            line.append(_inline(child, page))
        else:
            found += _paragraph(line)
            found += written(child, page)
            line = []
        if (tail := child.tail) is not None:
            line.append(escaped(tail))
    return found + _paragraph(line)


def _heading(element: Any, page: _Folders) -> list[str]:
    title = _line(element, page).replace("#", "\\#")
    return [f"{'#' * int(element.tag[1])} {title}"] if title else []


def _list(element: Any, page: _Folders) -> list[str]:
    items = [_blocks(item, page) for item in element if item.tag == "li"]
    # Parts with a heading of their own are no list to a reader.
    if any(item and item[0].startswith("#") for item in items):
        return [block for item in items for block in item]
    marks = [f"{number}. " if element.tag == "ol" else "- " for number, _ in enumerate(items, start=1)]
    return ["\n".join(_item(mark, item) for mark, item in zip(marks, items, strict=True))] if items else []


def _facts(element: Any, page: _Folders) -> list[str]:
    """A list of facts: ``- **Country:** Japan``."""
    items = []
    for pair in element:
        name, values = "", []
        for part in pair:
            if part.tag == "dt":
                name = f"**{_line(part, page)}:**"
            else:
                values += _blocks(part, page)
        first = values.pop(0) if values and not values[0].startswith(("- ", "1. ")) else ""
        items.append(_item("- ", [f"{name} {first}".rstrip(), *values]))
    return ["\n".join(items)]


def _table(element: Any, page: _Folders) -> list[str]:
    rows = [[_cell(cell, page) for cell in row] for row in element.iter("tr")]
    if not rows:
        return []
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return ["\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])]


def _cell(element: Any, page: _Folders) -> str:
    text = "; ".join(_blocks(element, page))
    return text.replace(_BREAK, "; ").replace("\n", " ") if "\n" in text else text


def _line(element: Any, page: _Folders) -> str:
    return " ".join(_inline(element, page).replace(_BREAK, " ").split())


def _inline(element: Any, page: _Folders) -> str:
    """An element within a line: its text, its links, its line breaks."""
    tag = element.tag
    if tag == "br":
        return _BREAK
    text = escaped(element.text)
    for child in element:
        text += _inline(child, page)
        if (tail := child.tail) is not None:
            text += escaped(tail)
    if tag == "a" and (called := text.strip()) and (address := element.get("href")) is not None:
        return f"[{called}]({_target(page, address)})"
    return text


_BLOCKS: Final[dict[str, Callable[[Any, _Folders], list[str]]]] = {
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(
        ("p", "div", "section", "article", "figure", "figcaption", "nav", "details", "summary", "dd"), _blocks
    ),
    "dl": _facts,
    "table": _table,
}


def _target(page: _Folders, link: str) -> str:
    """A link as an absolute address that ends where its brackets do."""
    above = 0
    while link.startswith("../", 3 * above) and above + 1 < len(page):
        above += 1
    # Seen from the folder that they lead from, the links of many pages are the same.
    return _joined(page[above], link[3 * above :])


@functools.lru_cache(maxsize=1 << 16)
def _joined(base: str, link: str) -> str:
    return quote(urljoin(base, link), safe="%/:=&?~#+!$,;'@*")


def _paragraph(pieces: list[str]) -> list[str]:
    """Pieces of a line as one paragraph, without spaces around its breaks; none where they hold no text."""
    text = "".join(pieces).strip()
    if not text:
        return []
    if _BREAK not in text:
        return [_started(text)]
    lines = [_started(line) for line in text.split(_BREAK)]
    return [_BREAK.join(filter(None, lines))] if any(lines) else []


def _started(text: str) -> str:
    """One line, which does not begin as a block would: a number keeps its digits, and the point after it is escaped."""
    line = " ".join(text.split())
    begun = _LINE_START.match(line)
    if begun is None:
        return line
    end = begun.end() if begun[0].isdigit() else 0
    return f"{line[:end]}\\{line[end:]}"


def _item(mark: str, blocks: list[str]) -> str:
    """An item of a list, its further lines below its first; a list within it follows without a gap."""
    text = mark + (blocks[0] if blocks else "")
    for block in blocks[1:]:
        text += ("\n" if block.startswith(("- ", "1. ")) else "\n\n") + block
    return text.replace("\n", "\n" + " " * len(mark)).replace("\n" + " " * len(mark) + "\n", "\n\n")
