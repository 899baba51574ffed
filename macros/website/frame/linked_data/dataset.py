"""The data of the site as a data set of schema.org, with its files."""

from __future__ import annotations

from typing import Final

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.licence import LICENCE_URL
from macros.records.kinds import SINGULAR
from macros.views import addresses
from macros.website.frame.linked_data.node import Node, Site
from macros.website.frame.linked_data.places import position

_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The place that the data set is about, by its id among the places.
_CITY: Final = "da-nang"


def dataset(site: Site, catalogue: Catalogue) -> Node:
    """Return the data set with its licence, its sources and the files that hold it."""
    words = texts(site.lang)
    own = site.node()
    return {
        "@type": "Dataset",
        "@id": f"{site.address}#data",
        "url": own["url"],
        "name": words["page_foot"]["dataset"],
        "description": words["site"]["description"],
        "inLanguage": list(LANGS),
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": own["name"], "url": own["url"]},
        "spatialCoverage": {
            "@type": "City",
            "name": words["page_foot"]["city"],
            "geo": position(_CITY, site, catalogue),
        },
        "isBasedOn": [
            {"@type": "CreativeWork", "@id": site.identifier("document", item.id)}
            for item in catalogue.documents.values()
            if item.uses
        ],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{site.address}{path}", "encodingFormat": kind}
            for path, kind in distributions(site.lang)
        ],
    }


def distributions(lang: Lang) -> list[tuple[str, str]]:
    """Return the files that hold the data set, below the site's root, each with its media type."""
    lists = [(path, "application/json") for kind in SINGULAR if (path := addresses.list_json(kind))]
    tables = [(path, "text/csv") for kind in SINGULAR if (path := addresses.table(kind, lang))]
    whole = [
        (addresses.archive(lang), "application/zip"),
        (addresses.workbook(lang), _WORKBOOK),
        (addresses.database(lang), "application/vnd.sqlite3"),
        (addresses.PARTNER_POINTS, "application/geo+json"),
    ]
    return [*whole, *sorted(lists), *sorted(tables)]
