"""Nodes of linked data, and the names and identifiers that they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from macros.base.languages import Lang
from macros.base.words import texts
from macros.records.model import FormerName, Text
from macros.views import addresses

# What each source of identifiers calls the thing itself, not its page.
_ADDRESSES: Final = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
}
Node = dict[str, Any]
"""A thing with its type and properties, ready for JSON."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site that nodes belong to: its absolute address with a slash at the end, and the language of the page."""

    address: str
    lang: Lang

    def node(self) -> Node:
        """Return the site in the page's language."""
        home = f"{self.address}{addresses.root(self.lang)}"
        return {"@type": "WebSite", "@id": f"{home}#site", "url": home, "name": texts(self.lang)["site"]["name"]}

    def identifier(self, kind: str, name: str) -> str:
        """Return the identifier of a record, one for both languages: its Vietnamese page with ``#it``."""
        return f"{self.address}{addresses.page(kind, name)}#it"

    def record(self, kind: str, name: str) -> Node:
        """Return the identifier of a record with the address of its page."""
        path = addresses.in_language(addresses.page(kind, name), self.lang)
        return {"@id": self.identifier(kind, name), "url": f"{self.address}{path}"}

    def names(self, name: Text, *others: str | None, former: Iterable[FormerName] = ()) -> Node:
        """Return a name in the page's language, and all others that differ from it, each once."""
        own = name[self.lang]
        before = [spelled for one in former for spelled in (one.name.vi, one.name.en)]
        rest = [other for other in dict.fromkeys([name.vi, name.en, *others, *before]) if other and other != own]
        return {"name": own, "alternateName": rest}


def same_as(identifiers: Any) -> list[str]:
    """Return the addresses by which others know a thing, from its identifiers; none where it has none."""
    found = ((address, getattr(identifiers, name, None)) for name, address in _ADDRESSES.items())
    return [address.format(value) for address, value in found if value is not None]


def without_empty(node: Node) -> Node:
    """Return a node without the properties that are not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
