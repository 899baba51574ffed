"""The data set as a catalogue of DCAT 3, after the application profile DCAT-AP 3: ``data/catalog.jsonld``, for portals.

It names the whole data set with the files that hold all of it, each list as a data set of its own, and the API as a
service. Written last, for it states how large each file is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import LISTS
from macros.export.json_file import write_json
from macros.export.licence import LICENCE_URL
from macros.export.tables.columns import table_of
from macros.views import addresses

Node = dict[str, Any]
_PREFIXES: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY: Final = "http://publications.europa.eu/resource/authority"
_LANGUAGES: Final = {"vi": f"{_AUTHORITY}/language/VIE", "en": f"{_AUTHORITY}/language/ENG"}
# Themes of the data sets, with their names in the vocabulary of the European Union.
_THEMES: Final = {"INTR": "International issues", "GOVE": "Government and public sector"}
_MEDIA: Final = {
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".sqlite": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/atom+xml",
    ".zip": "application/zip",
}
# Those of them that the register of media types has.
_UNREGISTERED: Final = frozenset({".jsonl"})
_GAZETTEERS: Final = {"geonames": "https://sws.geonames.org/{}/"}
# The place that the data set is about, by its id among the places.
_CITY: Final = "da-nang"


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the catalogue below ``target`` (the site's root), where the files that it names are."""
    write_json(target / addresses.CATALOG, _Catalog(catalogue, target).graph())


class _Catalog:
    """The nodes of the catalogue; ids are the address of its file with a fragment each."""

    def __init__(self, catalogue: Catalogue, target: Path) -> None:
        self._catalogue = catalogue
        self._target = target
        self._file = addresses.absolute(addresses.CATALOG)

    def graph(self) -> Node:
        lists = [self._list(name) for name in LISTS]
        changes = self._changes()
        whole = self._whole([*lists, changes])
        return {
            "@context": _PREFIXES,
            "@graph": [self._catalog(whole, [*lists, changes]), whole, *lists, changes, self._service(whole)],
        }

    def _catalog(self, whole: Node, parts: list[Node]) -> Node:
        return {
            "@id": f"{self._file}#catalog",
            "@type": "dcat:Catalog",
            **self._about({lang: texts(lang)["site"]["name"] for lang in LANGS}),
            "dct:description": _said({lang: texts(lang)["site"]["description"] for lang in LANGS}),
            "foaf:homepage": _resource(addresses.site_url()),
            "dcat:dataset": [{"@id": one["@id"]} for one in (whole, *parts)],
            "dcat:service": {"@id": f"{self._file}#api"},
        }

    def _about(self, titles: dict[Any, str]) -> Node:
        """Return what the catalogue and every data set say: title, publisher, licence, languages, day."""
        return {
            "dct:title": _said(titles),
            "dct:publisher": {
                "@id": f"{self._file}#publisher",
                "@type": "foaf:Agent",
                "foaf:name": _said({lang: texts(lang)["site"]["name"] for lang in LANGS}),
            },
            "dct:license": {"@id": LICENCE_URL, "@type": "dct:LicenseDocument"},
            "dct:language": [{"@id": _LANGUAGES[lang], "@type": "dct:LinguisticSystem"} for lang in LANGS],
            "dct:modified": _day(self._catalogue.as_of.isoformat()),
        }

    def _dataset(self, name: str, titles: dict[Any, str], page: str, files: Iterator[Node]) -> Node:
        words = {lang: texts(lang)["data"] for lang in LANGS}
        return {
            "@id": f"{self._file}#{name}",
            "@type": "dcat:Dataset",
            **self._about(titles),
            "dct:description": _said({lang: words[lang]["dataset"].format(title=titles[lang]) for lang in LANGS}),
            "dct:identifier": f"{addresses.DATASET}/{name}",
            "dct:accessRights": {"@id": f"{_AUTHORITY}/access-right/PUBLIC", "@type": "dct:RightsStatement"},
            "dct:accrualPeriodicity": {"@id": f"{_AUTHORITY}/frequency/IRREG", "@type": "dct:Frequency"},
            "dcat:theme": [_theme(code, name) for code, name in _THEMES.items()],
            "dct:spatial": self._city(),
            "dcat:landingPage": _resource(addresses.absolute(page)),
            "dcat:distribution": list(files),
        }

    def _city(self) -> Node:
        """Return the city, by the gazetteer's own address of it where it has one."""
        place = next((place for place in self._catalogue.places if place.id == _CITY), None)
        words = {lang: texts(lang)["page_foot"]["city"] for lang in LANGS}
        known = place is not None and place.gazetteer in _GAZETTEERS and place.gazetteer_id is not None
        own = {"@id": _GAZETTEERS[place.gazetteer].format(place.gazetteer_id)} if known and place is not None else {}
        return {**own, "@type": "dct:Location", "skos:prefLabel": _said(words)}

    def _whole(self, parts: list[Node]) -> Node:
        page = addresses.index("data")
        titles: dict[Any, str] = {lang: texts(lang)["page_foot"]["dataset"] for lang in LANGS}
        files = (
            self._distribution(path, texts(lang)["data"]["page"][name], lang)
            for lang in LANGS
            for name, path in (
                ("archive", addresses.archive(lang)),
                ("workbook", addresses.workbook(lang)),
                ("database", addresses.database(lang)),
                ("package", addresses.data_package(lang)),
            )
        )
        return {
            **self._dataset("data", titles, page, files),
            **self._period(),
            "dct:hasPart": [{"@id": part["@id"]} for part in parts],
        }

    def _period(self) -> Node:
        """Return the time that the data speak of: from the first signing to the day of the records."""
        days = [item.record.signed.first_day for item in self._catalogue.agreements.values() if item.record.signed]
        if not days:
            return {}
        period = {"dcat:startDate": _day(min(days).isoformat()), "dcat:endDate": _day(str(self._catalogue.as_of))}
        return {"dct:temporal": {"@type": "dct:PeriodOfTime", **period}}

    def _list(self, name: str) -> Node:
        kind = LISTS[name]
        titles: dict[Any, str] = {lang: texts(lang)["kinds"][kind.plural] for lang in LANGS}
        page = addresses.index(kind.singular) if kind.rank or kind.listed_at else addresses.index("data")
        return self._dataset(name, titles, page, self._list_files(name, titles))

    def _list_files(self, name: str, titles: dict[Any, str]) -> Iterator[Node]:
        yield self._distribution(addresses.api_file(name), f"{titles[LANGS[0]]} / {titles[LANGS[1]]} (JSON)")
        for lang in LANGS:
            path = addresses.table_file(table_of(LISTS[name].singular), lang)
            yield self._distribution(path, f"{titles[lang]} (CSV)", lang)
        if name == "partners":
            title = f"{titles[LANGS[0]]} / {titles[LANGS[1]]} (GeoJSON)"
            yield self._distribution(addresses.PARTNER_POINTS, title)

    def _changes(self) -> Node:
        titles: dict[Any, str] = {lang: texts(lang)["changes"]["index_title"] for lang in LANGS}
        files = [(addresses.CHANGES, None), (addresses.CHANGE_LINES, None)]
        listed = (self._distribution(path, f"{titles['vi']} / {titles['en']}", None) for path, _ in files)
        return self._dataset("changes", titles, addresses.index("changes"), listed)

    def _service(self, whole: Node) -> Node:
        return {
            "@id": f"{self._file}#api",
            "@type": "dcat:DataService",
            "dct:title": _said({lang: texts(lang)["data"]["page"]["api"] for lang in LANGS}),
            "dct:description": _said({lang: texts(lang)["data"]["page"]["api_text"] for lang in LANGS}),
            "dcat:endpointURL": _resource(addresses.absolute(f"{addresses.API}/")),
            "dcat:endpointDescription": _resource(addresses.absolute(addresses.OPENAPI)),
            "dcat:servesDataset": {"@id": whole["@id"]},
        }

    def _distribution(self, path: str, title: str, lang: Any = None) -> Node:
        """Return a file with its size and checksum; one of no language in particular is in both."""
        data = (self._target / path).read_bytes()
        address, ending = addresses.absolute(path), Path(path).suffix
        media = {} if ending in _UNREGISTERED else {"dcat:mediaType": {"@id": _media(ending), "@type": "dct:MediaType"}}
        return {
            "@id": f"{address}#file",
            "@type": "dcat:Distribution",
            "dct:title": {"@value": title, "@language": lang} if lang else title,
            "dct:language": [{"@id": _LANGUAGES[one]} for one in (LANGS if lang is None else (lang,))],
            "dcat:accessURL": _resource(address),
            "dcat:downloadURL": {"@id": address},
            **media,
            "dct:license": {"@id": LICENCE_URL},
            "dcat:byteSize": {"@value": str(len(data)), "@type": "xsd:nonNegativeInteger"},
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256", "@type": "spdx:ChecksumAlgorithm"},
                "spdx:checksumValue": {"@value": hashlib.sha256(data).hexdigest(), "@type": "xsd:hexBinary"},
            },
        }


def _theme(code: str, name: str) -> Node:
    label = {"@value": name, "@language": "en"}
    return {"@id": f"{_AUTHORITY}/data-theme/{code}", "@type": "skos:Concept", "skos:prefLabel": label}


def _resource(address: str) -> Node:
    """Return a page or file as the profile asks for it."""
    return {"@id": address, "@type": ["foaf:Document", "rdfs:Resource"]}


def _media(ending: str) -> str:
    return f"https://www.iana.org/assignments/media-types/{_MEDIA[ending]}"


def _said(words: dict[Any, str]) -> list[Node]:
    """Return a text in both languages."""
    return [{"@value": words[lang], "@language": lang} for lang in LANGS]


def _day(text: str) -> Node:
    return {"@value": text, "@type": "xsd:date"}
