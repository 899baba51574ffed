"""The page of a document: where its text is, by whom, and the day on which the address was seen."""

from __future__ import annotations

import re

import pytest
from lxml import html

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.website.printer import Printer


def facts(catalogue: Catalogue, lang: Lang, name: str) -> dict[str, html.HtmlElement]:
    page = html.fromstring(re.sub(r"\{ #[a-z-]+ \}", "", Printer(catalogue, lang).show("document", name, 2)))
    return {entry.findtext("dt"): entry.find("dd") for entry in page.xpath("//dl[@class='facts']/div")}


def leads_to(entry: html.HtmlElement) -> tuple[str, list[str]]:
    return entry.xpath("string(a/@href)"), entry.xpath("time/@datetime")


@pytest.mark.parametrize("lang", LANGS)
def test_an_act_leads_to_its_issuer_and_a_copy_stands_apart(lang: Lang, catalogue: Catalogue):
    words, found = texts(lang)["document"], facts(catalogue, lang, "old-notice")
    assert leads_to(found[words["official"]]) == ("https://county.example.org/165-tb-hu", ["2026-02-21"])
    assert leads_to(found[words["unofficial_copy"]]) == ("https://law.example.net/165-tb-hu", ["2026-02-22"])


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_leads_to_its_page_which_is_nobodys_official_text(lang: Lang, catalogue: Catalogue):
    t, found = texts(lang), facts(catalogue, lang, "harbour-gazette")
    assert leads_to(found[t["fields"]["url"]]) == ("https://gazette.example.org/harbour", [])
    assert not {t["document"]["official"], t["document"]["unofficial_copy"]} & found.keys()


@pytest.mark.parametrize("lang", LANGS)
def test_a_document_without_address_says_nothing_of_one(lang: Lang, catalogue: Catalogue):
    t = texts(lang)
    named = {t["fields"]["url"], t["document"]["official"], t["document"]["unofficial_copy"]}
    assert not named & facts(catalogue, lang, "annex-c").keys()
