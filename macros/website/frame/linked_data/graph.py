"""The graph of a page: the page itself, its breadcrumbs, and the record or data set that it shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE_URL
from macros.views import addresses
from macros.website.frame.linked_data import bodies, commitments, documents, places
from macros.website.frame.linked_data.dataset import dataset
from macros.website.frame.linked_data.node import Node, Site, without_empty
from macros.website.frame.page_info import About

CONTEXT: Final = "https://schema.org"
# The home page and the page on open data show the data set as a whole.
_DATA_PAGES: Final = {"", addresses.index("data")}
# What the page of a record of each kind is about; schema.org has no type for what the others show.
_THINGS: Final[Mapping[str, Callable[[Any, Site, Catalogue], Node]]] = {
    "country": lambda item, site, catalogue: places.country(item.record, site, catalogue),
    "partner": lambda item, site, catalogue: places.partner(item.record, site, catalogue),
    "agreement": lambda item, site, _: commitments.agreement(item, site),
    "task": lambda item, site, _: commitments.task(item, site),
    "agency": lambda item, site, _: bodies.agency(item.record, site),
    "organisation": lambda item, site, _: bodies.organisation(item.record, site),
    "document": lambda item, site, catalogue: documents.document(item.record, site, catalogue),
}
# Characters that could end the element that holds the graph, or a line of its script.
_UNSAFE: Final = "<>&\u2028\u2029"


def linked_data(about: About, catalogue: Catalogue) -> Node:
    """Return the graph of a page.

    Args:
        about: the page.
        catalogue: the joined records.
    """
    site = Site(about.site, about.lang)
    page = without_empty(
        {
            "@type": "CollectionPage" if about.kind and not about.record else "WebPage",
            "@id": about.address,
            "name": about.title,
            "inLanguage": about.lang,
            # The home page says what the site is; its description and address a page has in its head already.
            "isPartOf": {"@id": site.node()["@id"]} if about.path else site.node(),
            "license": LICENCE_URL,
        }
    )
    graph: list[Node] = [page]
    if about.trail:
        breadcrumb = _breadcrumb(about)
        page["breadcrumb"] = {"@id": breadcrumb["@id"]}
        graph.append(breadcrumb)
    shown = _shown(about, site, catalogue)
    if shown is not None:
        page["mainEntity"] = {"@id": shown["@id"]}
        graph.append(without_empty(shown))
    return {"@context": CONTEXT, "@graph": graph}


def script_text(graph: Node) -> str:
    """Return a graph as JSON that no reader of HTML can take for the end of its element, whatever the data holds."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for char in _UNSAFE:
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _breadcrumb(about: About) -> Node:
    steps = [
        {"@type": "ListItem", "position": position, "name": step.name, "item": about.absolute(step.address)}
        for position, step in enumerate(about.trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{about.address}#breadcrumb", "itemListElement": steps}


def _shown(about: About, site: Site, catalogue: Catalogue) -> Node | None:
    """The thing that a page shows; None where it shows many, or where schema.org has no type for it."""
    if about.path in _DATA_PAGES:
        return dataset(site, catalogue)
    item = catalogue.of_kind(about.kind).get(about.record)
    node = None if item is None or about.kind not in _THINGS else _THINGS[about.kind](item, site, catalogue)
    return None if node is None else site.record(about.kind, about.record) | without_empty(node)
