"""The page on what the register lacks, and the ways to it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import lxml.html
import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.register_gaps import register_gaps


def tree(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def root(lang: Lang) -> str:
    return "" if lang == "vi" else "en/"


@pytest.mark.parametrize("lang", LANGS)
def test_each_total_stands_with_what_the_register_holds_of_it_and_with_its_source(
    lang: Lang, site: Path, catalogue: Catalogue
):
    page, words = tree(site, f"{root(lang)}register-gaps"), texts(lang)["gaps"]
    gaps = register_gaps(catalogue)
    listed = [gap for total in gaps.totals for gap in total.gaps]
    rows = page.xpath("//article//table//tbody/tr")
    assert len(rows) == len(listed) > 0
    for row, gap in zip(rows, listed, strict=True):
        cells = {cell.get("data-label"): cell.text_content().strip() for cell in row.xpath("td")}
        again = words["further"].format(n=gap.held.further) if gap.held.further else ""
        assert cells[words["held"]] == f"{gap.held.number}{again}"
        assert cells[words["known"]] == str(gap.held.known)
        assert str(gap.stated) in cells[words["stated"]]
        assert str(gap.more or gap.missing) in cells[words["missing"]]
        cited = row.xpath("th//span[@class='cites']//a/@href")
        assert cited == [f"../documents/{gap.figure.record.sources[0].document}/"]
        assert row.xpath(f"td/a[contains(@href, 'indicators/#{gap.figure.id}')]")


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_leads_on_to_forms_conflicts_and_the_records(lang: Lang, site: Path, catalogue: Catalogue):
    page = tree(site, f"{root(lang)}register-gaps")
    addresses = page.xpath("//article//a/@href")
    assert {"../contribute/record/agreement/", "../contribute/record/partner/"} <= set(addresses)
    assert "../conflicts/#yearbook-2025-totals" in addresses
    for item in catalogue.reported_agreements.values():
        assert page.xpath(f"//li[@id='{item.id}']//span[@class='cites']//a")


@pytest.mark.parametrize("path", ["", "about/", "data-quality/", "agreements/"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_reached_from_where_readers_ask(lang: Lang, path: str, site: Path):
    links = tree(site, root(lang) + path).xpath("//article//a/@href")
    assert any(link.rstrip("/").endswith("register-gaps") for link in links)


@pytest.mark.parametrize("lang", LANGS)
def test_a_country_names_what_is_only_reported_of_it(lang: Lang, site: Path):
    (link,) = tree(site, f"{root(lang)}countries/il").xpath("//a[contains(@href, 'register-gaps/#il-2022')]")
    assert "2022" in link.text_content()


def test_programs_read_what_is_only_known_to_exist(site: Path):
    found = json.loads((site / "api/v1/reported-agreements.json").read_text(encoding="utf-8"))
    assert [(item["id"], item["country"], item["year"]) for item in found] == [
        ("il-2022", "IL", 2022),
        ("linden-port", None, None),
    ]
    with (site / "en/data/reported-agreements.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["year"], row["partner_name"]) for row in rows] == [("2022", ""), ("", "Port of Linden")]
