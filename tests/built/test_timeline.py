"""Timelines and what ends soon, as built."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue


def tree(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def words(element: lxml.html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_timeline_is_an_ordered_list_of_years_with_everything_in_it(root: str, site: Path, catalogue: Catalogue):
    page = tree(site, f"{root}timeline")
    years = page.xpath("//ol[@class='timeline']/li/@id")
    assert years[:-1] == sorted(years[:-1], reverse=True)
    assert years[-1] == "y0"
    addresses = page.xpath("//ol[@class='timeline']//li//a/@href")
    assert {f"../activities/#{name}" for name in catalogue.activities} <= set(addresses)
    assert {f"../agreements/{name}/" for name in catalogue.agreements} <= set(addresses)


@pytest.mark.parametrize("root", ["", "en/"])
def test_years_are_folded_but_the_newest_and_say_how_much_they_hold(root: str, site: Path):
    folds = tree(site, f"{root}timeline").xpath("//details[@class='fold'][.//ol[@class='timeline']]")
    assert len(folds) > 2
    ahead = texts("en" if root else "vi")["timeline"]["ahead"]
    opened = [fold for fold in folds if fold.get("open") is not None]
    assert opened == [fold for fold in folds if words(fold.find("summary")).partition(" ")[0].isdigit()][:1]
    assert [words(fold.find("summary")).startswith(ahead) for fold in folds].index(False) == folds.index(opened[0])
    for fold in folds:
        (said,) = fold.xpath("summary/small/text()")
        assert int(said) == len(fold.xpath(".//li[contains(@class, 'event--')]"))


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_timeline_stands_beside_the_registers(root: str, site: Path):
    (link,) = tree(site, f"{root}activities").xpath("//nav[@class='beside']//a[contains(@href, '../timeline/')]")
    assert words(link) == texts("en" if root else "vi")["timeline"]["title"]


HISTORY = "//ol[contains(@class, 'history')]/li"


def test_a_partners_page_tells_its_signings_its_end_and_its_activities(site: Path):
    told = [words(event) for event in tree(site, "en/partners/lagoa").xpath(HISTORY)]
    assert any(event.startswith("1 March 2022 Extended Memorandum of understanding with Lagoa") for event in told)
    assert told[-1].startswith("8 March 2019 Signed Memorandum of understanding with Lagoa")
    of_minori = [words(event) for event in tree(site, "en/partners/minori").xpath(HISTORY)]
    assert any(event.startswith("22 November 2023 Expired Agreement with Minori") for event in of_minori)


def test_a_partners_page_tells_each_activity_once_among_its_events(site: Path, catalogue: Catalogue):
    page = tree(site, "partners/aoba")
    expected = sorted(item.id for item in catalogue.partners["aoba"].activities)
    assert len(expected) > 1
    assert sorted(page.xpath(f"{HISTORY}[@id]/@id")) == expected
    assert [page.xpath(f"count(//*[@id='{name}'])") for name in expected] == [1] * len(expected)


@pytest.mark.parametrize("path", ["timeline", "agencies/council", "en/timeline", "en/agencies/council"])
def test_what_ends_within_a_year_is_listed(path: str, site: Path):
    rows = [words(row) for row in tree(site, path).xpath("//ul[@class='expiring']/li")]
    names = {"Hanbit", "Nậm Say" if not path.startswith("en") else "Nam Say"}
    names |= set() if "agencies" in path else {"Solbat"}  # signed by another agency
    assert len(rows) == len(names)
    for name in names:
        assert sum(name in row for row in rows) == 1


def test_an_agency_that_signed_nothing_that_ends_says_so(site: Path, catalogue: Catalogue):
    others = [
        item for item in catalogue.agencies.values() if item.signed and item.id not in {"council", "foreign-affairs"}
    ]
    assert others
    for item in others:
        assert "no agreement expires between now and 21 November 2027" in words(tree(site, f"en/agencies/{item.id}"))


def test_with_nothing_to_end_the_timeline_and_the_home_page_say_so(small_project: Path):
    site = small_project / "site"
    assert "không có thỏa thuận nào hết hạn từ nay đến 21/11/2027" in words(tree(site, "timeline"))
    assert "no agreement expires between now and 21 November 2027" in words(tree(site, "en/timeline"))
    assert not tree(site, "timeline").xpath("//ul[@class='expiring']")
    soon = tree(site, "en").xpath("//ul[@class='strip']//a[@href='./timeline/#soon']")
    assert [words(link) for link in soon] == [f"0 {texts('en')['home']['strip']['soon']}"]


def test_the_matrix_leads_to_just_the_areas_that_it_counts(site: Path):
    """Country and sector: as many areas name the country as the number says, the first with the link's target."""
    cells = tree(site, "en/sectors").xpath("//div[@class='matrix']//td/a")
    assert cells
    sectors: dict[str, lxml.html.HtmlElement] = {}
    for cell in cells:
        sector, anchor = re.fullmatch(r"\.\./sectors/([\w-]+)/#(in-\w+)", cell.get("href")).groups()  # type: ignore[union-attr]
        page = sectors.setdefault(sector, tree(site, f"en/sectors/{sector}"))
        assert page.xpath(f"//ul[@class='cooperation']/li/strong/span[@id='{anchor}']")
        country = f"../../countries/{anchor.removeprefix('in-')}/"
        areas = page.xpath(f"//ul[@class='cooperation']/li[strong/a[@href='{country}']]")
        assert len(areas) == int(cell.xpath("text()")[0]), (sector, anchor)
