"""The main pages in a real Chromium, in both languages. A missing browser is a failure."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from scripts.browser import find

PAGES = [
    "",
    "countries/",
    "countries/jp/",
    "partners/",
    "partners/yokohama/",
    "agreements/",
    "agreements/yokohama-2013/",
    "tasks/",
    "tasks/scheme-ii-d-34/",
    "task-groups/scheme-ii-a/",
    "sectors/",
    "sectors/tourism/",
    "agencies/",
    "agencies/foreign-affairs/",
    "documents/",
    "documents/scheme-2887/",
    "issuers/",
    "organisations/",
    "organisations/citynet/",
    "activities/",
    "timeline/",
    "trade-agreements/",
    "indicators/",
    "conflicts/",
    "glossary/",
    "data-quality/",
    "invest/",
    "plans/action-165/",
    "background/goals/",
    "about/",
    "method/",
    "contribute/",
]


# The narrowest phone that the pages are made for.
PHONE: ViewportSize = {"width": 360, "height": 740}


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *args):  # noqa: A002
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find()
    assert path is not None, "no Chromium: run `make browser`"
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what went wrong on it: console errors, uncaught errors, failed or foreign requests."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    yield page, wrong
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("root", ["", "en/"])
def test_page_opens_on_a_phone_without_errors_foreign_requests_or_sideways_scroll(
    root: str, path: str, address: str, watched
):
    page, wrong = watched
    page.goto(address + root + path, wait_until="load")
    assert page.locator("h1").is_visible()
    assert page.locator("html").get_attribute("lang") == ("en" if root else "vi")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert wrong == []


@pytest.mark.parametrize("path", ["", "countries/jp/", "agreements/", "tasks/scheme-ii-d-34/", "about/"])
def test_language_switch_lands_on_the_same_page(path: str, address: str, watched):
    page, wrong = watched
    page.goto(address + path)
    page.locator(".language-switch").click()
    assert page.url == f"{address}en/{path}"
    page.locator(".language-switch").click()
    assert page.url == address + path
    assert wrong == []


def test_a_reader_without_javascript_sees_every_agreement(address: str, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/agreements/")
    assert page.locator("table.register tbody tr").count() >= 48
    assert page.get_by_role("row", name="Kawasaki").first.is_visible()
    context.close()


def test_search_finds_a_partner_by_name(address: str, watched):
    page, wrong = watched
    page.goto(f"{address}en/")
    page.keyboard.press("/")
    page.keyboard.type("Kawasaki", delay=20)
    first = page.locator(".md-search-result__link").first
    first.wait_for(timeout=15000)
    assert "Kawasaki" in first.inner_text()
    assert wrong == []


def test_a_keyboard_reaches_the_content_past_the_header(address: str, watched):
    page, _ = watched
    page.goto(f"{address}en/partners/yokohama/")
    page.keyboard.press("Tab")
    assert "Skip" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.url.endswith("#top")
