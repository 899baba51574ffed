"""The catalogue of the data set: valid after DCAT-AP, and true of the files that it names."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyshacl
import pytest
import rdflib

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.export.api.lists import LISTS
from macros.views import addresses
from tests.conftest import ENVIRONMENT

# The library's own reader of JSON-LD still uses what the library calls old.
pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")

SHAPES = Path(__file__).with_name("dcat-ap-shapes.ttl")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
SITE = ENVIRONMENT["SITE_URL"]


@pytest.fixture(scope="module")
def graph(exported: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(exported / addresses.CATALOG, format="json-ld")


def broken_rules(graph: rdflib.Graph) -> str:
    conforms, _, text = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(SHAPES))
    return "" if conforms else str(text)


def test_it_holds_what_the_application_profile_asks_for(graph: rdflib.Graph):
    assert broken_rules(graph) == ""


def test_the_shapes_find_a_catalogue_without_publisher_and_a_file_without_licence(graph: rdflib.Graph):
    worse = rdflib.Graph()
    for triple in graph:
        worse.add(triple)
    worse.remove((rdflib.URIRef(f"{SITE}{addresses.CATALOG}#catalog"), rdflib.DCTERMS.publisher, None))
    worse.remove((rdflib.URIRef(f"{SITE}{addresses.database('vi')}#file"), rdflib.DCTERMS.license, None))
    found = broken_rules(worse)
    assert "publisher" in found
    assert "license" in found


def test_every_list_is_a_data_set_and_the_whole_names_them(graph: rdflib.Graph):
    own = f"{SITE}{addresses.CATALOG}#"
    found = {str(name).removeprefix(own) for name in graph.subjects(rdflib.RDF.type, DCAT.Dataset)}
    assert found == {"data", "changes", *LISTS}
    parts = {str(part).removeprefix(own) for part in graph.objects(rdflib.URIRef(f"{own}data"), rdflib.DCTERMS.hasPart)}
    assert parts == found - {"data"}


def test_sizes_and_checksums_are_those_of_the_files(graph: rdflib.Graph, exported: Path):
    files = list(graph.subjects(rdflib.RDF.type, DCAT.Distribution))
    for file in files:
        (address,) = graph.objects(file, DCAT.downloadURL)
        data = (exported / str(address).removeprefix(SITE)).read_bytes()
        (size,) = graph.objects(file, DCAT.byteSize)
        (checksum,) = graph.objects(file, SPDX.checksum)
        (digest,) = graph.objects(checksum, SPDX.checksumValue)
        assert (int(str(size)), str(digest).lower()) == (len(data), hashlib.sha256(data).hexdigest()), address
    named = {str(file).removeprefix(SITE).removesuffix("#file") for file in files}
    assert {addresses.database(lang) for lang in LANGS} | {addresses.PARTNER_POINTS, addresses.CHANGE_LINES} <= named


def test_it_is_about_the_time_since_the_first_signing(graph: rdflib.Graph, catalogue: Catalogue):
    (start,), (end,) = (list(graph.objects(None, DCAT[name])) for name in ("startDate", "endDate"))
    signed = [item.record.signed.first_day for item in catalogue.agreements.values() if item.record.signed]
    assert (str(start), str(end)) == (min(signed).isoformat(), catalogue.as_of.isoformat())
