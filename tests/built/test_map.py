"""The maps of partner localities on the home page and the countries index."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser

from macros.catalogue.catalogue import Catalogue

PAGES = ["", "countries/", "en/", "en/countries/"]
ARCHIPELAGOS = {
    "vi": ["Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"],
    "en": ["Hoang Sa archipelago (Vietnam)", "Truong Sa archipelago (Vietnam)"],
}


def tree(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def words(element: lxml.html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


@pytest.mark.parametrize("path", PAGES)
def test_hoang_sa_and_truong_sa_are_drawn_and_named_as_vietnams_on_every_map(path: str, site: Path):
    maps = tree(site, path).xpath("//svg[contains(@class, 'map--')]")
    assert len(maps) == 2
    for drawn in maps:
        marks = drawn.xpath(".//g[contains(@class, 'mark--archipelago')]")
        assert [words(mark.find("text")) for mark in marks] == ARCHIPELAGOS["en" if path.startswith("en") else "vi"]
        assert all(len(mark.findall("circle")) >= 3 for mark in marks)


@pytest.mark.parametrize("path", PAGES)
def test_da_nang_is_marked(path: str, site: Path):
    for mark in tree(site, path).xpath("//svg[contains(@class, 'map--')]//g[contains(@class, 'mark--home')]"):
        assert words(mark.find("text")) == ("Da Nang" if path.startswith("en") else "Đà Nẵng")
        assert mark.find("path") is not None


def test_land_is_one_pattern_without_any_border(site: Path):
    for drawn in tree(site, "").xpath("//svg[contains(@class, 'map--')]"):
        (land,) = drawn.xpath("./path")
        assert land.get("class") == "land"
        assert land.get("fill") == "none"
        assert re.fullmatch(r"(M[\d.]+ [\d.]+h[\d.]+)+", land.get("d"))


@pytest.mark.parametrize("path", PAGES)
def test_each_partner_is_a_link_on_the_map_or_said_to_be_missing(path: str, site: Path, catalogue: Catalogue):
    page = tree(site, path)
    linked = page.xpath("//svg[contains(@class, 'map--')]//a/@href")
    missing = page.xpath("//figure[@class='world']/figcaption//p/a[contains(@href, 'partners/')]/@href")
    names = [address.rstrip("/").rpartition("/")[2] for address in [*linked, *missing]]
    assert sorted(names) == sorted(catalogue.partners)
    assert [address.rstrip("/").rpartition("/")[2] for address in missing] == ["cascade"]


def test_a_point_has_the_name_country_and_counts_of_its_partner(site: Path, catalogue: Catalogue):
    (point,) = tree(site, "en").xpath("//svg//a[contains(@href, 'partners/aoba/')]")
    assert point.get("aria-label") == "Aoba, Japan: 2 agreements, 1 in force"
    (point,) = tree(site, "").xpath("//svg//a[contains(@href, 'partners/minori/')]")
    minori = catalogue.partners["minori"]
    counts = f"{len(minori.agreements)} thỏa thuận, {minori.in_force} đang hiệu lực"
    assert point.get("aria-label") == f"Minori, Nhật Bản: {counts}"


def test_partners_without_an_agreement_in_force_are_rings(site: Path, catalogue: Catalogue):
    for point in tree(site, "").xpath("//svg[contains(@class, 'map--')]//a"):
        item = catalogue.partners[point.get("href").rstrip("/").rpartition("/")[2]]
        assert ("point--open" in point.find("circle").get("class")) == (item.in_force == 0), item.id


@pytest.mark.parametrize("path", PAGES)
def test_the_list_beside_the_map_says_the_same(path: str, site: Path, catalogue: Catalogue):
    found = {}
    for row in tree(site, path).xpath("//section[@id='map-list']//li/span"):
        in_force, total = row.find("small").text.split("/")
        found[row.find("a").get("href").rstrip("/").rpartition("/")[2]] = (int(in_force), int(total))
    assert found == {name: (item.in_force, len(item.agreements)) for name, item in catalogue.partners.items()}


def test_the_gazetteer_is_credited_and_has_its_licence_on_its_page(site: Path):
    assert tree(site, "").xpath("//figure[@class='world']//a[contains(@href, 'documents/geonames/')]")
    assert "Creative Commons Attribution 4.0" in words(tree(site, "documents/geonames"))


@pytest.mark.parametrize("path", PAGES)
def test_the_maps_are_small(path: str, site: Path):
    source = (site / path / "index.html").read_text(encoding="utf-8")
    drawn = re.findall(r'<svg class="map .*?</svg>', source, re.DOTALL)
    assert len(drawn) == 2
    assert sum(len(each.encode()) for each in drawn) < 25_000


@pytest.mark.parametrize("path", ["", "en/countries/"])
def test_a_keyboard_goes_through_the_points_and_follows_one(
    path: str, address: str, browser: Browser, catalogue: Catalogue
):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address + path)
    page.locator(".skip-map").focus()
    page.keyboard.press("Tab")
    reached = []
    while (
        name := page.evaluate("document.activeElement.closest('svg.map') && document.activeElement.ariaLabel")
    ) is not None:
        reached.append(name)
        assert page.evaluate("getComputedStyle(document.activeElement.querySelector('.point')).strokeWidth") == "7px"
        page.keyboard.press("Tab")
    assert len(reached) == len(catalogue.places) - 3  # the city and two archipelagos are no links
    assert all(reached)
    page.locator("svg.map a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/partners/*/")
    page.context.close()


def test_a_keyboard_skips_the_map(address: str, browser: Browser):
    page = browser.new_context().new_page()
    page.goto(address)
    skip = page.locator(".skip-map")
    skip.focus()
    box = skip.bounding_box()
    assert box is not None
    assert box["width"] > 50
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#map-list') !== null")
    page.context.close()


@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_names_on_the_maps_cover_neither_each_other_nor_a_point(width: int, root: str, address: str, browser: Browser):
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(address + root)
    for name in ("world", "asia"):
        boxes = page.evaluate(
            """name => [...document.querySelectorAll(`.map--${name} text`)].map(t => {
                const b = t.getBBox(); const s = t.ownerSVGElement.viewBox.baseVal;
                return [b.x, b.y, b.x + b.width, b.y + b.height, s.width, s.height]; })""",
            name,
        )
        points = page.evaluate(
            """name => [...document.querySelectorAll(`.map--${name} a circle`)].map(
                c => [c.cx.baseVal.value, c.cy.baseVal.value])""",
            name,
        )
        assert len(boxes) == 3
        for left, top, right, bottom, wide, high in boxes:
            assert 0 <= left < right <= wide
            assert 0 <= top < bottom <= high
            assert not [point for point in points if left < point[0] < right and top < point[1] < bottom]
        for one, two in combinations(boxes, 2):
            across = min(one[2], two[2]) - max(one[0], two[0])
            down = min(one[3], two[3]) - max(one[1], two[1])
            # Boxes have room for accents above and below; a third of a line may be shared without letters touching.
            assert across <= 0 or down < min(one[3] - one[1], two[3] - two[1]) / 3, (name, one, two)
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_points_stand_out_from_land_and_sea(scheme: str, address: str, browser: Browser):
    page = browser.new_context(color_scheme=scheme).new_page()  # type: ignore[arg-type]
    page.goto(address)
    colours = page.evaluate(
        """() => { const style = (s, p) => getComputedStyle(document.querySelector(s))[p];
        return { point: style('.map a .point:not(.point--open)', 'fill'), land: style('.map .land', 'stroke'),
                 sea: style('.map', 'backgroundColor'), text: style('.map text', 'fill') }; }"""
    )
    assert contrast(colours["point"], colours["sea"]) >= 3
    assert contrast(colours["point"], colours["land"]) >= 3
    assert contrast(colours["text"], colours["sea"]) >= 4.5
    page.context.close()


def test_a_dark_screen_prints_a_light_map(address: str, browser: Browser):
    page = browser.new_context(color_scheme="dark").new_page()
    page.goto(address)
    page.emulate_media(media="print")
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert page.evaluate(style.format(".map", "backgroundColor")) == "rgba(0, 0, 0, 0)"
    assert page.evaluate(style.format(".map text", "fill")) == "rgb(0, 0, 0)"
    assert page.evaluate(style.format(".mark--archipelago circle", "stroke")) == "none"
    page.context.close()


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
