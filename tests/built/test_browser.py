"""The main pages in a real Chromium, in both languages. A missing browser is a failure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.catalogue.catalogue import Catalogue
from tests.built.conftest import PHONE, watched_page
from tests.built.kinds import NOT_FOUND, PAGES, ROOTS, counterpart


@pytest.fixture(scope="module")
def phone(browser: Browser, real_address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page of the real site on a phone, and what went wrong on it."""
    context = browser.new_context(viewport=PHONE)
    yield watched_page(context, real_address)
    context.close()


@pytest.mark.parametrize("path", [*PAGES, NOT_FOUND])
@pytest.mark.parametrize("root", ROOTS)
def test_page_opens_on_a_phone_without_errors_foreign_requests_or_sideways_scroll(
    root: str, path: str, real_address: str, real_site: Path, phone: tuple[Page, list[str]]
):
    page, wrong = phone
    wrong.clear()
    page.goto(real_address + root + counterpart(path, real_site, root), wait_until="load")
    assert page.locator("h1").is_visible()
    assert page.locator("html").get_attribute("lang") == ("en" if root else "vi")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert wrong == []


@pytest.mark.parametrize("path", ["", "countries/jp/", "agreements/", "tasks/outlook-b-3/", "about/"])
def test_language_switch_lands_on_the_same_page(path: str, address: str, watched):
    page, wrong = watched
    page.goto(address + path)
    page.locator(".language-switch").click()
    assert page.url == f"{address}en/{path}"
    page.locator(".language-switch").click()
    assert page.url == address + path
    assert wrong == []


def test_a_reader_without_javascript_sees_every_agreement(address: str, browser: Browser, catalogue: Catalogue):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/agreements/")
    assert page.locator("table.register tbody tr").count() == len(catalogue.agreements)
    assert page.get_by_role("row", name="Minori").first.is_visible()
    context.close()


def test_search_finds_a_partner_by_name(address: str, watched):
    page, wrong = watched
    page.goto(f"{address}en/")
    page.keyboard.press("/")
    page.keyboard.type("Minori", delay=20)
    expect(page.locator(".md-search-result__link").first).to_contain_text("Minori")
    assert wrong == []


def test_a_keyboard_reaches_the_content_past_the_header(address: str, watched):
    page, _ = watched
    page.goto(f"{address}en/partners/aoba/")
    page.keyboard.press("Tab")
    assert "Skip" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.url.endswith("#top")
