"""Statements of pages to programs: JSON-LD in the words of schema.org, Open Graph, canonical addresses."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from pyld import jsonld

from macros.catalogue.catalogue import Catalogue
from tests.built.kinds import PAGES, ROOTS

SITE = "https://example.org/danang/"
SCHEMA = "https://schema.org/"
# The part of schema.org's own context that matters here; nothing is fetched.
CONTEXT = {
    "@context": {
        "@vocab": SCHEMA,
        **{name: {"@type": "@id"} for name in ("url", "item", "license", "contentUrl", "sameAs")},
    }
}


def load(url: str, options: object) -> dict[str, Any]:  # noqa: ARG001
    assert url == SCHEMA.rstrip("/"), url
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def page(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def said(site: Path, path: str) -> dict[str, Any]:
    (script,) = page(site, path).xpath("//head/script[@type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text)
    return found


def things(site: Path, path: str) -> dict[str, dict[str, Any]]:
    """The nodes of a page's graph by their @id, with nodes of one name merged, as a JSON-LD processor reads them."""
    graph = jsonld.flatten(said(site, path), CONTEXT, {"documentLoader": load})["@graph"]
    return {node["@id"]: node for node in graph}


def shown(site: Path, path: str) -> dict[str, Any]:
    """The thing that a page is about."""
    nodes = things(site, path)
    return nodes[nodes[SITE + path]["mainEntity"]["@id"]]


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_its_name_language_licence_and_site(path: str, root: str, site: Path):
    own = things(site, root + path)[SITE + root + path]
    heading = " ".join(page(site, root + path).xpath("string(//h1)").split())
    assert own["@type"] in {"WebPage", "CollectionPage"}
    assert own["name"] == heading
    assert own["inLanguage"] == ("en" if root else "vi")
    assert own["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert own["isPartOf"]["@id"] == f"{SITE}{root}#site"


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_breadcrumbs_are_those_that_readers_see(path: str, root: str, site: Path):
    lists = [node for node in said(site, root + path)["@graph"] if node["@type"] == "BreadcrumbList"]
    if not path:
        assert lists == []
        return
    (trail,) = lists
    seen = [" ".join(e.text_content().split()) for e in page(site, root + path).xpath("//nav[@class='crumbs']//li")]
    assert [step["name"] for step in trail["itemListElement"]] == seen
    assert [step["position"] for step in trail["itemListElement"]] == list(range(1, len(seen) + 1))
    assert trail["itemListElement"][0]["item"] == SITE + root
    assert trail["itemListElement"][-1]["item"] == SITE + root + path
    for step in trail["itemListElement"]:
        assert (site / step["item"].removeprefix(SITE) / "index.html").is_file(), step


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def test_every_property_is_one_that_schema_org_gives_to_its_type(site: Path):
    used = {
        (node["@type"], name)
        for path in site.rglob("*/index.html")
        if b'http-equiv="refresh"' not in path.read_bytes()  # an old address says only where it moved
        if "embed" not in path.parts  # a card leads to the page that says it
        for node in nodes(said(site, path.parent.relative_to(site).as_posix()))
        for name in node
        if not name.startswith("@")
    }
    assert len({kind for kind, _ in used}) > 12
    for kind, name in used:
        model = getattr(importlib.import_module(f"pydantic2_schemaorg.{kind}"), kind)
        fields = {field.alias for field in model.__fields__.values()}
        assert name in fields, (kind, name)


def test_partners_are_places_with_coordinates_in_their_country(site: Path, catalogue: Catalogue):
    places = {place.id: place for place in catalogue.places}
    for name, partner in catalogue.partners.items():
        found = shown(site, f"partners/{name}/")
        assert found["name"] == partner.record.name.vi
        assert found["@type"] in {"City", "State", "AdministrativeArea"}
        if name in places:
            geo = things(site, f"partners/{name}/")[found["geo"]["@id"]]
            assert (geo["latitude"], geo["longitude"]) == (
                float(places[name].latitude),
                float(places[name].longitude),
            )
        else:
            assert "geo" not in found
        country = f"{SITE}countries/{partner.record.territory or partner.record.country}/#it"
        assert country in json.dumps(things(site, f"partners/{name}/"))


def test_countries_carry_their_iso_code_and_territories_their_country(site: Path, catalogue: Catalogue):
    for name, item in catalogue.countries.items():
        found = shown(site, f"en/countries/{name}/")
        assert found["name"] == item.record.name.en
        code = things(site, f"en/countries/{name}/")[found["identifier"]["@id"]]
        assert code["value"] == name.upper()
        assert found["@type"] == ("AdministrativeArea" if item.record.part_of else "Country")
        if item.record.part_of:
            assert found["containedInPlace"]["@id"] == f"{SITE}countries/{item.record.part_of}/#it"


def test_agencies_are_organisations_named_as_in_the_register(site: Path, catalogue: Catalogue):
    for name, item in catalogue.agencies.items():
        found = shown(site, f"agencies/{name}/")
        assert found["name"] == item.record.name.vi
        assert found["@type"].endswith(("Organization", "Corporation", "University"))
    assert shown(site, "agencies/foreign-affairs/")["@type"] == "GovernmentOrganization"
    assert "Department of External Relations" in shown(site, "agencies/foreign-affairs/")["alternateName"]


def test_a_thing_has_one_name_in_both_languages(site: Path):
    for path in ("countries/jp/", "partners/aoba/", "agencies/foreign-affairs/", "documents/outlook/"):
        assert shown(site, path)["@id"] == shown(site, f"en/{path}")["@id"]


def test_an_issuer_stands_as_publisher_of_its_documents(site: Path):
    found = shown(site, "documents/outlook/")
    assert found["datePublished"] == "2024-02-05"
    publisher = things(site, "documents/outlook/")[found["publisher"]["@id"]]
    assert publisher["@id"] == f"{SITE}agencies/council/#it"
    assert publisher["@type"] == "GovernmentOrganization"


@pytest.mark.parametrize("path", ["", "open-data/"])
@pytest.mark.parametrize("root", ROOTS)
def test_the_data_set_names_its_files_its_licence_and_its_sources(
    root: str, path: str, site: Path, catalogue: Catalogue
):
    found = shown(site, root + path)
    assert found["@type"] == "Dataset"
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert {source["@id"] for source in found["isBasedOn"]} == {
        f"{SITE}documents/{item.id}/#it" for item in catalogue.documents.values() if item.uses
    }
    nodes = things(site, root + path)
    files = {nodes[file["@id"]]["contentUrl"]: nodes[file["@id"]]["encodingFormat"] for file in found["distribution"]}
    assert files[f"{SITE}api/v1/agreements.json"] == "application/json"
    assert files[f"{SITE}{root}data/agreements.csv"] == "text/csv"
    assert files[f"{SITE}{root}data/da-nang-external-relations.zip"] == "application/zip"
    for file in files:
        assert (site / file.removeprefix(SITE)).is_file(), file


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_links_to_a_page_show_its_title_text_and_language(path: str, root: str, site: Path):
    tree = page(site, root + path)
    graph = {meta.get("property"): meta.get("content") for meta in tree.xpath("//meta[@property]")}
    assert graph["og:title"] == " ".join(tree.xpath("string(//h1)").split())
    assert graph["og:description"] == tree.xpath("string(//meta[@name='description']/@content)") != ""
    assert tree.xpath("string(//link[@rel='canonical']/@href)") == SITE + root + path
    assert graph["og:type"] == ("article" if path else "website")
    assert graph["og:locale"] == ("en_GB" if root else "vi_VN")
    assert graph["og:site_name"] == ("Da Nang and the World" if root else "Đà Nẵng với thế giới")


def test_a_site_that_is_published_nowhere_names_no_canonical_address(
    project_copy: Path, build, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("SITE_URL")
    assert build(project_copy).returncode == 0
    tree = page(project_copy / "site", "en/partners/sakai")
    assert tree.xpath("//link[@rel='canonical'] | //meta[@property='og:url']") == []
