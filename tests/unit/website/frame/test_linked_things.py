"""The things that pages show, in the vocabulary of schema.org."""

from __future__ import annotations

from typing import Any

import pytest

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.website.frame.linked_data.dataset import distributions
from macros.website.frame.linked_data.graph import linked_data
from macros.website.frame.page_info import About
from tests.unit.website.frame.about import SITE, shown, written


def graph(about: About, catalogue: Catalogue) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = linked_data(about, catalogue)["@graph"]
    return found


def thing(path: str, catalogue: Catalogue) -> dict[str, Any]:
    """The thing that the page is mainly about."""
    page, *others = graph(shown(catalogue, path), catalogue)
    (found,) = [node for node in others if node["@id"] == page["mainEntity"]["@id"]]
    return found


def test_a_record_has_one_identifier_in_both_languages_and_an_address_in_each(catalogue: Catalogue):
    pages = {lang: graph(shown(catalogue, "partners/aoba.md", lang), catalogue) for lang in ("vi", "en")}
    identifiers = {nodes[0]["mainEntity"]["@id"] for nodes in pages.values()}
    assert identifiers == {f"{SITE}partners/aoba/#it"}
    assert [nodes[-1]["url"] for nodes in pages.values()] == [f"{SITE}partners/aoba/", f"{SITE}en/partners/aoba/"]


def test_the_breadcrumbs_are_the_trail_with_absolute_addresses(catalogue: Catalogue):
    about = shown(catalogue, "partners/hanbit.md")
    page, crumbs, _ = graph(about, catalogue)
    assert page["breadcrumb"] == {"@id": crumbs["@id"]}
    steps = [(step["position"], step["name"], step["item"]) for step in crumbs["itemListElement"]]
    assert [position for position, *_ in steps] == [1, 2, 3, 4]
    assert steps[2][1:] == ("South Korea", f"{SITE}en/countries/kr/")
    assert steps[-1][1:] == ("Hanbit", about.address)


def test_a_page_written_by_hand_is_a_page_and_nothing_more(catalogue: Catalogue):
    (page,) = graph(written("about/"), catalogue)
    assert page["@type"] == "WebPage"
    assert not {"breadcrumb", "mainEntity"} & page.keys()


def test_a_list_is_a_collection(catalogue: Catalogue):
    assert graph(shown(catalogue, "partners/index.md"), catalogue)[0]["@type"] == "CollectionPage"


def test_a_country_has_its_code_and_a_territory_its_country(catalogue: Catalogue):
    country, territory = (thing(f"countries/{name}.md", catalogue) for name in ("cn", "mo"))
    assert (country["@type"], country["identifier"]["value"]) == ("Country", "CN")
    assert "containedInPlace" not in country
    assert territory["@type"] == "AdministrativeArea"
    assert territory["containedInPlace"] == {"@type": "Country", "@id": country["@id"], "name": "China"}


def test_a_partner_lies_in_its_territory_and_in_what_it_is_a_part_of(catalogue: Catalogue):
    lagoa, solbat = (thing(f"partners/{name}.md", catalogue) for name in ("lagoa", "solbat"))
    assert lagoa["containedInPlace"]["@id"] == f"{SITE}countries/mo/#it"
    assert solbat["containedInPlace"]["name"] == "Hanbit City"
    assert solbat["containedInPlace"]["containedInPlace"]["name"] == "South Korea"


def test_every_name_stands_once_and_coordinates_where_a_gazetteer_gives_them(catalogue: Catalogue):
    aoba = thing("partners/aoba.md", catalogue)
    assert (aoba["name"], sorted(aoba["alternateName"])) == ("Aoba", ["Aoba-machi", "青葉市"])
    placed = {place.id for place in catalogue.places}
    for name in catalogue.partners:
        assert ("geo" in thing(f"partners/{name}.md", catalogue)) == (name in placed)


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("agencies/council.md", "GovernmentOrganization"),
        ("agencies/city-union.md", "Organization"),
        ("organisations/consulate-la.md", "GovernmentOrganization"),
        ("documents/review-rules.md", "Legislation"),
        ("documents/yearbook-2025.md", "Report"),
        ("documents/annex-c.md", "CreativeWork"),
        ("documents/harbour-gazette.md", "NewsArticle"),
        ("partners/cascade.md", "State"),
    ],
)
def test_a_record_has_the_type_that_its_own_kind_says(catalogue: Catalogue, path: str, type_: str):
    assert thing(path, catalogue)["@type"] == type_


def test_a_place_is_the_same_as_what_others_have_under_its_identifiers(catalogue: Catalogue):
    assert thing("partners/aoba.md", catalogue)["sameAs"] == [
        "http://www.wikidata.org/entity/Q900001",
        "https://sws.geonames.org/9000001/",
    ]
    assert thing("countries/jp.md", catalogue)["sameAs"] == ["http://www.wikidata.org/entity/Q17"]
    assert "sameAs" not in thing("partners/hanbit.md", catalogue)


def test_an_agreement_is_a_work_with_its_partner_signatory_and_dates_and_no_legislation(catalogue: Catalogue):
    item = catalogue.agreements["hanbit-2021"]
    found = thing("agreements/hanbit-2021.md", catalogue)
    assert found["@type"] == "CreativeWork"
    assert found["@id"] == f"{SITE}agreements/hanbit-2021/#it"
    assert found["about"]["@id"] == f"{SITE}partners/hanbit/#it"
    assert found["contributor"][0]["name"] == item.signatory.name.en
    assert found["dateCreated"] == str(item.record.signed)
    assert found["expires"] == str(item.expires)
    assert {node["@id"] for node in found["isBasedOn"]} == {
        f"{SITE}documents/{source.document}/#it" for source in item.record.sources
    }


def test_a_task_is_a_planned_action_of_who_answers_today(catalogue: Catalogue):
    item = catalogue.tasks["quay-1-2"]
    found = thing("tasks/quay-1-2.md", catalogue)
    assert (found["@type"], found["name"]) == ("PlanAction", item.record.title.en)
    assert [agent["name"] for agent in found["agent"]] == [agency.name.en for agency in item.lead_today]
    assert found["scheduledTime"] == str(item.due)
    assert found["object"]["@id"] == f"{SITE}documents/{item.plan.document}/#it"


def test_an_act_names_the_agency_that_issued_it_and_others_their_issuer(catalogue: Catalogue):
    act, report = (thing(f"documents/{name}.md", catalogue) for name in ("review-rules", "yearbook-2025"))
    assert act["publisher"]["@id"] == thing("agencies/council.md", catalogue)["@id"]
    assert (act["legislationIdentifier"], act["legislationDate"]) == ("3/QĐ-HĐ", "2019-07-01")
    assert report["publisher"] == {"@type": "Organization", "name": "Statistics Office"}
    assert "publisher" not in thing("documents/annex-c.md", catalogue)


def test_a_report_names_who_published_it_and_when(catalogue: Catalogue):
    report = thing("documents/harbour-gazette.md", catalogue)
    assert report["publisher"] == {"@type": "Organization", "name": "The Harbour Gazette"}
    assert (report["datePublished"], report["sameAs"]) == ("2026-02-11", "https://gazette.example.org/harbour")


def test_an_act_is_the_same_as_the_text_at_its_issuer_and_not_as_a_copy(catalogue: Catalogue):
    assert thing("documents/old-notice.md", catalogue)["sameAs"] == "https://county.example.org/165-tb-hu"
    assert "sameAs" not in thing("documents/annex-c.md", catalogue)


def test_the_home_page_shows_the_data_with_its_sources_and_files(catalogue: Catalogue):
    page, data = graph(written(""), catalogue)
    assert page["mainEntity"] == {"@id": data["@id"]}
    assert data["name"] == texts("en")["page_foot"]["dataset"]
    cited = {node["@id"] for node in data["isBasedOn"]}
    assert cited == {f"{SITE}documents/{item.id}/#it" for item in catalogue.documents.values() if item.uses}
    assert [node["contentUrl"] for node in data["distribution"]] == [SITE + path for path, _ in distributions("en")]


def test_the_files_of_the_data_are_those_of_the_language():
    vi, en = ({path for path, _ in distributions(lang)} for lang in ("vi", "en"))
    assert vi & en == {path for path in vi if path.startswith("api/")}
    assert all(path.startswith("en/") for path in en - vi)
