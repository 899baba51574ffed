"""The home page: search, how things stand, what changed, and ways in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from tests.built.test_timeline import tree, words

LANGUAGES: list[tuple[Lang, str]] = [("vi", ""), ("en", "en/")]


@pytest.mark.parametrize(("lang", "root"), LANGUAGES)
def test_each_number_is_that_of_the_records_and_leads_to_them(lang: Lang, root: str, site: Path, catalogue: Catalogue):
    strip = {link.get("href"): words(link) for link in tree(site, root).xpath("//ul[contains(@class, 'strip')]//a")}
    said = texts(lang)["home"]["strip"]
    for status, number in Counter(item.status for item in catalogue.agreements.values()).items():
        assert strip[f"./agreements/?status={status}"] == f"{number} {said[status]}"
    overdue = sum(task.status == "overdue" for task in catalogue.tasks.values())
    assert strip["./tasks/?status=overdue"] == f"{overdue} {said['overdue']}"


@pytest.mark.parametrize("root", ["", "en/"])
def test_a_phone_shows_search_and_what_needs_attention_first(root: str, address: str, browser: Browser):
    height = 780
    page = browser.new_context(viewport={"width": 390, "height": height}).new_page()
    page.goto(address + root)
    box = page.locator("#home-search").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] < height
    late = page.locator(".state--overdue").bounding_box()
    assert late is not None
    assert late["y"] + late["height"] < height
    assert page.locator("a[href='invest/'], a[href='./invest/']").count() >= 1
    assert page.evaluate("document.documentElement.scrollHeight") <= 4 * height
    page.context.close()


@pytest.mark.parametrize("root", ["", "en/"])
def test_what_is_typed_is_searched_for(root: str, address: str, browser: Browser):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address + root)
    page.locator("#home-search").fill("Aoba")
    page.keyboard.press("Enter")
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    assert "partners/aoba/" in (first.get_attribute("href") or "")
    page.context.close()


def test_without_scripts_no_field_promises_a_search(address: str, browser: Browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    assert not page.locator("#home-search").is_visible()
    assert page.locator(".strip a").first.is_visible()
    page.context.close()


def test_the_title_names_the_site_once(site: Path):
    for _, root in LANGUAGES:
        (title,) = tree(site, root).xpath("/html/head/title/text()")
        assert len(set(title.split(" - "))) == len(title.split(" - "))
