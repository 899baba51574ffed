"""The main pages in a real Chromium, in both languages. A missing browser is a failure."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.built.conftest import PHONE
from tests.built.kinds import NOT_FOUND, PAGES, ROOTS


@pytest.mark.parametrize("path", [*PAGES, NOT_FOUND])
@pytest.mark.parametrize("root", ROOTS)
def test_page_opens_on_a_phone_without_errors_foreign_requests_or_sideways_scroll(
    root: str, path: str, address: str, watched
):
    page, wrong = watched
    page.set_viewport_size(PHONE)
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
    expect(page.locator(".md-search-result__link").first).to_contain_text("Kawasaki", timeout=15000)
    assert wrong == []


def test_a_keyboard_reaches_the_content_past_the_header(address: str, watched):
    page, _ = watched
    page.goto(f"{address}en/partners/yokohama/")
    page.keyboard.press("Tab")
    assert "Skip" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.url.endswith("#top")
