"""Cards of partners and countries: other sites show them in a frame, with the code that the record's page offers."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from macros.base.words import texts
from macros.publish.gate.sitemaps import _listed
from macros.views import addresses
from tests.built.kinds import CARDS, ROOTS, counterpart
from tests.built.test_accessibility import AXE, EXAMINE
from tests.conftest import ENVIRONMENT

EVERY = [root + path for root in ROOTS for path in CARDS]
WIDTH = 360


def opened(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def of_record(path: str) -> str:
    return path.replace("embed/", "")


@pytest.mark.parametrize("path", EVERY)
def test_a_card_says_how_the_agreements_stand_and_leads_to_the_page(path: str, site: Path):
    card, page = opened(site, path), opened(site, of_record(path))
    assert card.xpath("string(//h1)") == page.xpath("string(//h1)")
    lead = " ".join(page.xpath("string(//p[contains(@class, 'lead--wide')]/span)").split())
    assert lead in " ".join(card.text_content().split())
    words = texts(addresses.language(path))
    statuses = {row.xpath("string(span)") for row in card.xpath("//li")}
    assert statuses <= set(words["agreement_status"].values())
    assert statuses
    links = card.xpath("//a")
    assert {link.get("target") for link in links} == {"_blank"}
    assert all("noopener" in link.get("rel") for link in links)
    assert f"{'../' * 3}{of_record(path.removeprefix('en/'))}" in {link.get("href") for link in links}
    assert card.xpath("//footer//a[contains(@rel, 'license')]")


@pytest.mark.parametrize("path", EVERY)
def test_a_card_is_in_no_search_and_names_the_page_as_its_address(path: str, site: Path):
    card = opened(site, path)
    assert card.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert card.xpath("//link[@rel='canonical']/@href") == [ENVIRONMENT["SITE_URL"] + of_record(path)]
    assert not [url for root in ROOTS for url in _listed(site / root / "sitemap.xml") if "/embed/" in url]
    for root in ROOTS:
        assert "embed/" not in (site / root / "search/entries.json").read_text(encoding="utf-8")


def test_a_card_stays_where_it_was_shown_when_its_record_is_renamed(site: Path):
    was, now = (opened(site, f"en/embed/partners/{name}/") for name in ("lagoa-city", "lagoa"))
    assert was.xpath("//link[@rel='canonical']/@href") == now.xpath("//link[@rel='canonical']/@href")
    assert was.xpath("string(//h1)") == now.xpath("string(//h1)")


def test_a_card_of_a_retired_or_merged_record_says_so(site: Path):
    assert opened(site, "en/embed/partners/minori-town/").xpath("//p[@class='retired']")
    assert "Hanbit" in opened(site, "en/embed/partners/narae/").xpath("string(//p[@class='retired'])")


class _Elsewhere(http.server.BaseHTTPRequestHandler):
    code = ""

    def do_GET(self) -> None:
        body = f"<!doctype html><title>Another site</title>{self.code}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Another site, at another port and so of another origin, whose one page is the code that it is given."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", EVERY)
def test_the_code_of_the_page_shows_the_card_on_another_site(
    path: str, site: Path, address: str, elsewhere: str, browser: Browser
):
    code = opened(site, of_record(path)).xpath("string(//pre[@id='card-code'])")
    assert code.count("<") == 2
    _Elsewhere.code = code.replace(ENVIRONMENT["SITE_URL"], address)
    page = browser.new_page(viewport={"width": 800, "height": 600})
    wrong, asked = [], []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(elsewhere)
    frame = page.frame_locator("iframe")
    frame.locator("h1").wait_for()
    assert frame.locator("h1").inner_text() == opened(site, path).xpath("string(//h1)")
    # Styled, so the policy lets the style sheet in; and nothing is asked of any other site.
    assert frame.locator("body").evaluate("(body) => getComputedStyle(body).borderTopWidth") == "4px"
    root = address + addresses.root(addresses.language(path))
    assert [url for url in asked if not url.startswith(elsewhere)] == [
        address + path,
        f"{root}assets/stylesheets/card.css",
    ]
    assert wrong == []
    with page.context.expect_page() as other:
        frame.locator(".open").click()
    other.value.wait_for_url(f"**/{of_record(path)}")
    assert other.value.evaluate("window.opener") is None
    page.context.close()


@pytest.mark.parametrize("path", EVERY)
def test_the_code_stands_in_a_fold_without_scripts_and_is_copied_with_them(
    path: str, watched: tuple[Page, list[str]], address: str, browser: Browser
):
    page, wrong = watched
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + of_record(path))
    page.locator("details:has(#card-code) summary").click()
    page.locator("[data-copy]").click()
    words = texts(addresses.language(path))["webform"]
    page.get_by_text(words["copied"], exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#card-code").inner_text()
    assert wrong == []

    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address + of_record(path))
    plain.locator("details:has(#card-code) summary").click()
    assert plain.locator("#card-code").is_visible()
    assert not plain.locator("[data-copy]").is_visible()
    plain.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", EVERY)
def test_axe_finds_nothing_and_the_longest_card_fits_its_width(
    path: str, scheme: Literal["light", "dark"], real_site: Path, real_address: str, browser: Browser
):
    root = addresses.root(addresses.language(path))
    context = browser.new_context(viewport={"width": WIDTH, "height": 420}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(real_address + root + counterpart(path.removeprefix(root), real_site, root))
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH
    frame = opened(real_site, of_record(page.url.removeprefix(real_address))).xpath("string(//pre[@id='card-code'])")
    (height,) = re.findall(r'height="(\d+)"', frame)
    page.set_viewport_size({"width": WIDTH, "height": int(height)})
    assert page.evaluate("document.documentElement.scrollHeight") <= int(height)
    page.evaluate(AXE)
    assert page.evaluate(EXAMINE) == []
    context.close()
