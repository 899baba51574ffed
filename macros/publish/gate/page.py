"""One built page, read once: its faults, and the few values that the gate compares with other pages.

Only these are kept, not the page, so that the gate needs no more memory for many pages than for few.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from macros.base.languages import Lang
from macros.publish.gate.elements import Elements
from macros.publish.gate.page_faults import faults
from macros.publish.gate.targets import targets
from macros.views.addresses import language

# Served for any address that there is no page at; its links are absolute.
NOT_FOUND: Final = "404.html"
_ROWS: Final = (b"<tr>", b"<tr ", b"<li>", b"<li ")
_PARSER: Final = etree.HTMLParser(encoding="utf-8", huge_tree=True)
_IDS: Final = etree.XPath("//@id", smart_strings=False)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page as it was read.

    Attributes:
        path: where it stands below the site's root.
        wrong: its faults, each as ``path: what``.
        anchors: the ids in it.
        leads: the files within the site that links and loaded parts lead to, by their paths below its root, each with
            its fragment after ``#`` if it has one.
        loads: the addresses that a browser loads, as they stand in the page.
        canonical: the address that the page states as its own; empty where it states none.
        refresh: what the page tells browsers to load instead of it; empty where it tells nothing.
        unlisted: the page asks to be left out of searches.
        size: bytes of the page packed quickly, an upper bound of what a reader fetches.
        rows: number of table rows and list items in the article.
        links: number of links in the article.
        options: number of choices in the article's pick-lists.
    """

    path: str
    wrong: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    loads: frozenset[str] = frozenset()
    canonical: str = ""
    refresh: str = ""
    unlisted: bool = False
    size: int = 0
    rows: int = 0
    links: int = 0
    options: int = 0

    @property
    def lang(self) -> Lang:
        return language(self.path)

    def to_text(self) -> str:
        """Return the page as a text for the cache."""
        return json.dumps(asdict(self), default=sorted)

    @classmethod
    def from_text(cls, text: str) -> BuiltPage:
        """Return a page that :meth:`to_text` wrote."""
        found = json.loads(text)
        return cls(
            **found | {"wrong": tuple(found["wrong"])} | {name: _each_once(found[name]) for name in _SETS},
        )


# Attributes whose values stand on many pages.
_SETS: Final = ("anchors", "leads", "loads")


def _each_once(values: Iterable[str]) -> frozenset[str]:
    """Return values of which most stand on every page; each is kept once."""
    return frozenset(map(sys.intern, values))


def read_page(file: Path, path: str) -> BuiltPage:
    """Read a page; one that is empty or cut has nothing but that fault.

    Args:
        file: where it lies.
        path: where it stands below the site's root.
    """
    return page_of(file.read_bytes(), path)


def page_of(data: bytes, path: str) -> BuiltPage:
    """Read a page as :func:`read_page` does, of what its file has."""
    if not data.rstrip().endswith(b"</html>") or b"<body" not in data:
        return BuiltPage(path, (f"{path}: trang rỗng hoặc bị cắt / empty or cut page",))
    root = etree.fromstring(data, _PARSER)
    elements = Elements(root)
    anchors = _IDS(root)
    article = max(0, data.find(b"<article"))
    leads = () if path.endswith(NOT_FOUND) else targets(path, elements.links | elements.loads)
    return BuiltPage(
        path,
        tuple(f"{path}: {fault}" for fault in faults(root, data, path, elements, anchors)),
        anchors=_each_once(anchors),
        leads=_each_once(leads),
        loads=_each_once(elements.loads),
        canonical=elements.canonical,
        refresh=elements.refresh,
        unlisted=elements.unlisted,
        size=len(zlib.compress(data, 1)),
        rows=sum(data.count(row, article) for row in _ROWS),
        links=data.count(b"<a ", article),
        options=data.count(b"<option", article),
    )
