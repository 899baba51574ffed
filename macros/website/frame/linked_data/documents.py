"""Documents as works of schema.org."""

from __future__ import annotations

from typing import Final

from macros.catalogue.catalogue import Catalogue
from macros.records import model
from macros.website.frame.linked_data.bodies import agency_reference
from macros.website.frame.linked_data.node import Node, Site

_LEGISLATION: Final[frozenset[model.DocumentKind]] = frozenset(
    {"law", "resolution", "decree", "decision", "directive", "regulation"}
)
_TYPES: Final[dict[model.DocumentKind, str]] = {
    "report": "Report",
    "dataset": "Dataset",
    "news": "NewsArticle",
    "web-page": "WebPage",
}


def document(record: model.Document, site: Site, catalogue: Catalogue) -> Node:
    """Return a document with its number, date and issuer; an act also as legislation."""
    date = None if record.dated is None else str(record.dated)
    act = record.kind in _LEGISLATION
    node: Node = {
        "@type": "Legislation" if act else _TYPES.get(record.kind, "CreativeWork"),
        **site.names(record.title, record.short[site.lang] if record.short else None),
        "identifier": record.number,
        "datePublished": date,
        "publisher": _issuer(record, site, catalogue),
        "sameAs": record.url,
    }
    return node | {"legislationIdentifier": record.number, "legislationDate": date} if act else node


def _issuer(record: model.Document, site: Site, catalogue: Catalogue) -> Node | None:
    """The body that issued a document, an agency of the register where that bears the same name; or its publisher."""
    if record.issuer is None:
        return {"@type": "Organization", "name": record.publisher[site.lang]} if record.publisher else None
    for agency in catalogue.agency_records.values():
        if agency.name.vi == record.issuer.vi:
            return agency_reference(agency, site)
    return {"@type": "Organization", "name": record.issuer[site.lang]}
