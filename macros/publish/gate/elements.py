"""Elements of a page that the gate asks about, gathered in one pass."""

from __future__ import annotations

from typing import Final

from lxml import etree

_LOADING: Final = frozenset({"script", "img"})
# All others are passed over.
_READ: Final = ("a", "link", "h1", "title", "meta", *sorted(_LOADING))


class Elements:
    """Values read from the elements of a page.

    Attributes:
        links: addresses that a reader may follow.
        loads: addresses that a browser loads.
        canonical: the address that the page states as its own; empty where it states none.
        headings: the number of headings of the first level.
        titled: there is a title in the head.
        described: there is a description.
        refresh: what the page tells browsers to load instead of it; empty where it tells nothing.
        unlisted: the page asks to be left out of searches.
    """

    def __init__(self, root: etree._Element) -> None:
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.canonical = ""
        self.headings = 0
        self.titled = False
        self.described = False
        self.refresh = ""
        self.unlisted = False
        for element in root.iter(*_READ):
            tag = element.tag
            if tag == "a":
                self._add(self.links, element.get("href"))
            elif tag == "link":
                self._link(element)
            elif tag == "h1":
                self.headings += 1
            elif tag == "title":
                self.titled |= bool((element.text or "").strip()) and element.getparent().tag == "head"
            elif tag == "meta":
                self._meta(element)
            if tag in _LOADING:
                self._add(self.loads, element.get("src"))

    def _meta(self, element: etree._Element) -> None:
        name, content = element.get("name", "").lower(), element.get("content", "").strip()
        self.described |= name == "description" and bool(content)
        self.unlisted |= name == "robots" and "noindex" in content
        if element.get("http-equiv", "").strip().lower() == "refresh":
            self.refresh = self.refresh or content or "0"

    def _link(self, element: etree._Element) -> None:
        relation, address = element.get("rel", "").strip(), element.get("href")
        if relation == "canonical":
            self.canonical = self.canonical or address or ""
        else:
            self._add(self.links if relation == "alternate" else self.loads, address)

    @staticmethod
    def _add(addresses: set[str], address: str | None) -> None:
        if address is not None:
            addresses.add(address)
