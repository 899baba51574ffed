"""Charts on the register of agreements: each beside a table with the same numbers."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser

from macros.catalogue.catalogue import Catalogue


def charts(site: Path, root: str) -> list[lxml.html.HtmlElement]:
    page = lxml.html.document_fromstring((site / root / "agreements" / "index.html").read_text(encoding="utf-8"))
    return list(page.xpath("//div[@class='chart-row']"))


@pytest.mark.parametrize("root", ["", "en"])
def test_agreements_by_status_are_drawn_as_the_table_beside_says(root: str, site: Path, catalogue: Catalogue):
    by_status, _ = charts(site, root)
    drawn = by_status.xpath(".//rect/following-sibling::text[1]/text()")
    labels = by_status.xpath(".//rect/preceding-sibling::text[1]/text()")
    rows = [row.xpath("th/text() | td/text()") for row in by_status.xpath(".//tbody/tr")]
    assert [list(pair) for pair in zip(labels, drawn, strict=True)] == rows
    assert [int(number) for number in drawn] == list(catalogue.agreement_counts.values())


@pytest.mark.parametrize("root", ["", "en"])
def test_agreements_by_year_are_drawn_as_the_table_beside_says(root: str, site: Path, catalogue: Catalogue):
    _, by_year = charts(site, root)
    drawn = [int(number) for number in by_year.xpath(".//rect/following-sibling::text[1]/text()")]
    rows = [row.xpath("th/text() | td/text()") for row in by_year.xpath(".//tbody/tr")]
    dated = [int(row[1]) for row in rows if row[0].isdecimal()]
    assert drawn == dated
    assert sum(int(row[1]) for row in rows) == len(catalogue.agreements)
    assert sum(int(row[2]) for row in rows) == catalogue.agreement_counts["in-force"]


@pytest.mark.parametrize("root", ["", "en"])
def test_each_chart_has_a_name(root: str, site: Path):
    for row in charts(site, root):
        (svg,) = row.xpath(".//svg")
        assert svg.get("role") == "img"
        assert svg.get("aria-label") == row.xpath("string(.//caption)")


@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_of_a_chart_is_cut_off_or_too_small(width: int, root: str, address: str, browser: Browser):
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(f"{address}{root}agreements/")
    letters = page.evaluate(
        """() => [...document.querySelectorAll('.chart-row svg text')].map(t => {
            const b = t.getBBox(), s = t.ownerSVGElement, size = parseFloat(getComputedStyle(t).fontSize);
            const scale = s.getBoundingClientRect().width / s.viewBox.baseVal.width;
            return [b.x, b.x + b.width, s.viewBox.baseVal.width, size * scale]; })"""
    )
    assert letters
    for left, right, wide, size in letters:
        assert left >= -1
        assert right <= wide + 1
        assert size >= 9.5
    page.context.close()


def test_bars_are_drawn_in_print(address: str, browser: Browser):
    page = browser.new_context(color_scheme="dark").new_page()
    page.goto(f"{address}agreements/")
    page.emulate_media(media="print")
    fill = "getComputedStyle(document.querySelector('.chart-row {}')).fill"
    assert page.evaluate(fill.format("rect")) == "rgb(0, 0, 0)"
    assert page.evaluate(fill.format("text")) == "rgb(0, 0, 0)"
    page.context.close()
