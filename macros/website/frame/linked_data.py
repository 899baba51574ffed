"""What a page is about, in the words of schema.org: JSON-LD for programs that read pages.

It says nothing that the page does not say. The site is no page of an authority, so the data set names the site as its
creator; authorities stand as publishers of their documents.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import DocumentItem
from macros.export.licence import LICENCE_URL
from macros.records import model
from macros.views import addresses
from macros.website.frame.page_info import About

_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CONTEXT: Final = "https://schema.org"
Node = dict[str, Any]

# The home page and the page on open data speak of the data set as a whole.
_DATA_PAGES: Final = {"", addresses.index("data")}
_AGENCY_TYPES: Final[dict[model.AgencyKind, str]] = {
    "city-department": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "local-government": "GovernmentOrganization",
    "central-agency": "GovernmentOrganization",
    "armed-forces": "GovernmentOrganization",
    "former": "GovernmentOrganization",
    "company": "Corporation",
    "media": "NewsMediaOrganization",
    "university": "CollegeOrUniversity",
}
_ORGANISATION_TYPES: Final[dict[model.OrganisationKind, str]] = {
    "diplomatic-mission": "GovernmentOrganization",
    "development-agency": "GovernmentOrganization",
    "ngo": "NGO",
    "university": "CollegeOrUniversity",
    "company": "Corporation",
}
_PARTNER_TYPES: Final[dict[model.PartnerKind, str]] = {"city": "City", "state": "State"}
_LEGISLATION: Final[frozenset[model.DocumentKind]] = frozenset(
    {"law", "resolution", "decree", "decision", "directive", "regulation"}
)
_DOCUMENT_TYPES: Final[dict[model.DocumentKind, str]] = {"report": "Report", "dataset": "Dataset"}


def linked_data(about: About, catalogue: Catalogue) -> Node:
    """The graph of a page: the page, the way to it, and what it shows.

    Args:
        about: the page.
        catalogue: the joined records.
    """
    things = _Things(about, catalogue)
    page = _without_empty(
        {
            "@type": "CollectionPage" if about.kind and not about.record else "WebPage",
            "@id": about.address,
            "url": about.address,
            "name": about.title,
            "description": about.description,
            "inLanguage": about.lang,
            "isPartOf": things.site(),
            "license": LICENCE_URL,
        }
    )
    graph: list[Node] = [page]
    if about.trail:
        page["breadcrumb"] = {"@id": f"{about.address}#breadcrumb"}
        graph.append(_breadcrumb(about))
    shown = things.of_page()
    if shown is not None:
        page["mainEntity"] = {"@id": shown["@id"]}
        graph.append(_without_empty(shown))
    return {"@context": CONTEXT, "@graph": graph}


def script_text(graph: Node) -> str:
    """The graph as JSON that no reader of HTML can take for the end of its element, whatever the data holds."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _breadcrumb(about: About) -> Node:
    steps = [
        {"@type": "ListItem", "position": position, "name": step.name, "item": about.absolute(step.address)}
        for position, step in enumerate(about.trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{about.address}#breadcrumb", "itemListElement": steps}


class _Things:
    """The things that pages show; each has one name for both languages, the address of its Vietnamese page with #it."""

    def __init__(self, about: About, catalogue: Catalogue) -> None:
        self._about = about
        self._catalogue = catalogue
        self._lang = about.lang
        self._kinds: dict[str, Callable[[Any], Node]] = {
            "country": lambda item: self._country(item.record, full=True),
            "partner": lambda item: self._partner(item.record),
            "agency": lambda item: self._agency(item.record),
            "organisation": lambda item: self._organisation(item.record),
            "document": self._document,
        }

    def of_page(self) -> Node | None:
        """What the page shows; None where schema.org has no word for it, or it shows many."""
        about = self._about
        if about.path in _DATA_PAGES:
            return self._dataset()
        item: Any = self._catalogue.of_kind(about.kind).get(about.record)
        if item is None or about.kind not in self._kinds:
            return None
        return self._thing(about.kind, item.id) | self._kinds[about.kind](item)

    def site(self) -> Node:
        """The site in the page's language."""
        home = f"{self._about.site}{addresses.root(self._lang)}"
        return {"@type": "WebSite", "@id": f"{home}#site", "url": home, "name": texts(self._lang)["site"]["name"]}

    def _thing(self, kind: str, name: str) -> Node:
        path = addresses.page(kind, name)
        url = f"{self._about.site}{addresses.in_language(path, self._lang)}"
        return {"@id": f"{self._about.site}{path}#it", "url": url}

    def _names(self, name: model.Text, *others: str | None) -> Node:
        own = name[self._lang]
        rest = [other for other in dict.fromkeys([name.vi, name.en, *others]) if other and other != own]
        return {"name": own, "alternateName": rest}

    def _country(self, record: model.Country, *, full: bool = False) -> Node:
        """A country, or a special territory within one."""
        code = {"@type": "PropertyValue", "propertyID": "ISO 3166-1 alpha-2", "value": record.id.upper()}
        node: Node = {"@type": "Country" if record.part_of is None else "AdministrativeArea"}
        if not full:
            return node | {"@id": self._thing("country", record.id)["@id"], "name": record.name[self._lang]}
        node |= {**self._names(record.name, *record.aliases), "identifier": code}
        if record.part_of is not None:
            node["containedInPlace"] = self._country(self._catalogue.country_records[record.part_of])
        return node

    def _partner(self, record: model.Partner) -> Node:
        country = self._country(self._catalogue.country_records[record.territory or record.country])
        if record.within is not None:
            country = {
                "@type": "AdministrativeArea",
                "name": record.within[self._lang],
                "containedInPlace": country,
            }
        return {
            "@type": _PARTNER_TYPES.get(record.kind, "AdministrativeArea"),
            **self._names(record.name, *(alias.name for alias in record.aliases)),
            "containedInPlace": country,
            "geo": self._geo(record.id),
        }

    def _geo(self, name: str) -> Node | None:
        place = next((place for place in self._catalogue.places if place.id == name), None)
        if place is None:
            return None
        return _without_empty(
            {
                "@type": "GeoCoordinates",
                "latitude": float(place.latitude),
                "longitude": float(place.longitude),
                "description": None if place.note is None else place.note[self._lang],
            }
        )

    def _agency(self, record: model.Agency) -> Node:
        names = self._names(record.name, *record.abbreviations, *record.aliases)
        return {"@type": _AGENCY_TYPES.get(record.kind, "Organization"), **names}

    def _organisation(self, record: model.Organisation) -> Node:
        return {
            "@type": _ORGANISATION_TYPES.get(record.kind, "Organization"),
            **self._names(record.name, record.abbreviation, *record.aliases),
            "description": record.description[self._lang],
        }

    def _document(self, item: DocumentItem) -> Node:
        record = item.record
        node: Node = {
            "@type": "Legislation" if record.kind in _LEGISLATION else _DOCUMENT_TYPES.get(record.kind, "CreativeWork"),
            **self._names(record.title, record.short[self._lang] if record.short else None),
            "identifier": record.number,
            "datePublished": None if record.date is None else str(record.date),
            "publisher": self._issuer(record),
            "sameAs": record.url,
        }
        if record.kind in _LEGISLATION:
            node |= {"legislationIdentifier": record.number, "legislationDate": node["datePublished"]}
        return node

    def _issuer(self, record: model.Document) -> Node | None:
        """Who issued a document: a body of the register where it bears the same name."""
        if record.issuer is None:
            return None
        for agency in self._catalogue.agency_records.values():
            if agency.name.vi == record.issuer.vi:
                known = {"@id": self._thing("agency", agency.id)["@id"], "name": agency.name[self._lang]}
                return {"@type": _AGENCY_TYPES.get(agency.kind, "Organization"), **known}
        return {"@type": "Organization", "name": record.issuer[self._lang]}

    def _dataset(self) -> Node:
        words = texts(self._lang)
        site = self.site()
        sources = [item for item in self._catalogue.documents.values() if item.uses]
        return {
            "@type": "Dataset",
            "@id": f"{self._about.site}#data",
            "url": site["url"],
            "name": words["page_foot"]["dataset"],
            "description": words["site"]["description"],
            "inLanguage": list(LANGS),
            "license": LICENCE_URL,
            "isAccessibleForFree": True,
            "creator": {"@type": "Organization", "name": site["name"], "url": site["url"]},
            "spatialCoverage": {"@type": "City", "name": words["page_foot"]["city"], "geo": self._geo("da-nang")},
            "isBasedOn": [
                {"@type": "CreativeWork", "@id": self._thing("document", item.id)["@id"]} for item in sources
            ],
            "distribution": [
                {"@type": "DataDownload", "contentUrl": f"{self._about.site}{path}", "encodingFormat": kind}
                for path, kind in distributions(self._lang)
            ],
        }


def distributions(lang: Lang) -> list[tuple[str, str]]:
    """The files that hold the data set, below the site's root, each with its media type."""
    lists = [(path, "application/json") for kind in addresses.LISTS if (path := addresses.list_json(kind))]
    tables = [(path, "text/csv") for kind in addresses.LISTS if (path := addresses.table(kind, lang))]
    whole = [(addresses.archive(lang), "application/zip"), (addresses.workbook(lang), _WORKBOOK)]
    return [*whole, *sorted(lists), *sorted(tables)]


def _without_empty(node: Node) -> Node:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
