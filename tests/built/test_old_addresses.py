"""Old addresses lead on, and retired records stay where they were, marked and apart."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views import addresses
from macros.views.moved import moved_pages

every_lang = pytest.mark.parametrize("lang", LANGS)


def source(site: Path, address: str, lang: Lang) -> str:
    return (site / addresses.in_language(address, lang) / "index.html").read_text(encoding="utf-8")


@every_lang
def test_every_former_address_leads_on_without_a_script(lang: Lang, site: Path, catalogue: Catalogue):
    moved = list(moved_pages(catalogue, lang))
    assert {page.kind for page in moved} == {"partner", "agreement", "agency"}
    for page in moved:
        found = source(site, page.url, lang)
        assert "<script" not in found
        assert f'<meta http-equiv="refresh" content="0; url={page.link}">' in found
        assert f'<a href="{page.link}">{texts(lang)["moved"]["link"]}</a>' in found
        assert (
            f'<link rel="canonical" href="{addresses.absolute(page.target, lang)}">'.replace(
                addresses.site_url(), "https://example.org/danang/"
            )
            in found
        )
        assert '<meta name="robots" content="noindex">' in found
        assert (site / addresses.in_language(page.target, lang) / "index.html").is_file()


@every_lang
def test_no_list_names_a_former_address(lang: Lang, site: Path, catalogue: Catalogue):
    lists = [site / addresses.in_language(name, lang) for name in ("sitemap.xml", "search/entries.json", "llms.txt")]
    lists += [site / addresses.in_language(f"{name}/index.html", lang) for name in ("partners", "agencies")]
    for path in lists:
        text = path.read_text(encoding="utf-8")
        for page in moved_pages(catalogue, lang):
            assert page.url not in text, path
            assert f'"{page.former}/"' not in text, path


@every_lang
def test_the_files_of_a_record_are_still_found_where_they_were(lang: Lang, site: Path):
    root = site / addresses.root(lang)
    assert "../lagoa/index.md" in (root / "partners/lagoa-city/index.md").read_text(encoding="utf-8").replace(
        f"https://example.org/danang/{addresses.root(lang)}partners/", "../"
    )
    for folder, ending in (("feeds", "xml"), ("calendars", "ics")):
        old, new = (root / folder / "agencies" / f"{name}.{ending}" for name in ("tourist-desk", "visitors-office"))
        assert old.read_bytes() == new.read_bytes()


def test_the_api_says_where_a_record_went(site: Path):
    found = json.loads((site / "api/v1/partners/lagoa-city.json").read_text(encoding="utf-8"))
    assert found == {"id": "lagoa-city", "moved_to": "lagoa", "path": "api/v1/partners/lagoa.json"}
    assert json.loads((site / found["path"]).read_text(encoding="utf-8"))["former_ids"] == ["lagoa-city"]
    assert "lagoa-city" not in {one["id"] for one in json.loads((site / "api/v1/partners.json").read_text())}


@every_lang
def test_a_section_has_the_anchor_that_it_had(lang: Lang, site: Path):
    for address in ("activities/", "partners/aoba/"):
        assert re.search(r'id="aoba-2".{0,300}id="aoba-visit"', source(site, address, lang), re.DOTALL)


@every_lang
def test_a_retired_record_says_when_and_why_and_is_in_no_register(lang: Lang, site: Path, catalogue: Catalogue):
    retired = catalogue.of_kind("partner")["minori-town"].record.retired
    for address in ("partners/minori-town/", "agreements/minori-town-2018/"):
        assert retired.reason[lang] in source(site, address, lang)
    assert "minori-town" not in source(site, "partners/", lang)
    assert "minori-town" not in source(site, "countries/jp/", lang)


@every_lang
def test_a_retired_section_stays_at_its_address_below_the_list(lang: Lang, site: Path, catalogue: Catalogue):
    found = source(site, "activities/", lang)
    head = found.index('id="retired"')
    assert found.index('id="aoba-fair"') > head > found.index('id="aoba-2"')
    assert catalogue.of_kind("activity")["aoba-fair"].record.retired.reason[lang] in found[head:]


@every_lang
def test_the_search_finds_retired_records_after_all_others_and_by_former_names(lang: Lang, site: Path):
    path = site / addresses.in_language("search/entries.json", lang)
    entries = {entry["location"]: entry for entry in json.loads(path.read_text(encoding="utf-8"))}
    retired, live = entries["partners/minori-town/"], entries["partners/minori/"]
    assert retired["boost"] < min(1, live.get("boost", 1))
    assert "Aoba-machi" in entries["partners/aoba/"]["names"]
    assert "Tourist Desk" in entries["agencies/visitors-office/"]["names"]


@every_lang
def test_merged_partners_lead_to_each_other(lang: Lang, site: Path):
    merged, target = source(site, "partners/narae/", lang), source(site, "partners/hanbit/", lang)
    assert 'href="../../partners/hanbit/"' in merged
    assert 'href="../../agencies/old-county/"' in merged
    assert 'id="took-over-narae"' in target
    assert 'href="../../agreements/narae-2012/"' in target
    assert 'href="../../partners/narae/"' in source(site, "agencies/old-county/", lang)


def test_the_api_tells_former_names_mergers_and_retirement(site: Path):
    def record(path: str):
        return json.loads((site / f"api/v1/{path}.json").read_text(encoding="utf-8"))

    narae = record("partners/narae")
    assert (narae["merged_into"], narae["merged_on"]["value"], narae["through"]) == (
        "hanbit",
        "2024-07-01",
        "old-county",
    )
    assert narae["merged_sources"]
    assert record("partners/minori-town")["retired"]["date"]["value"] == "2026-10-05"
    assert record("partners/minori")["retired"] is None
    aoba = record("partners/aoba")
    assert "Aoba-machi" in aoba["aliases"]
    assert aoba["former_names"][0]["until"]["value"] == "2004-04-01"
