"""Without JavaScript every fact can be read, and every page reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.built.kinds import PAGES, ROOTS

WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_all_of_a_page_can_be_read_but_what_only_a_script_can_use(path: str, root: str, plain: Page, address: str):
    plain.goto(address + root + path)
    for width in WIDTHS:
        plain.set_viewport_size({"width": width, "height": 900})
        assert plain.locator("h1").is_visible()
        assert hidden(plain) == [], width


def hidden(page: Page) -> list[str]:
    """What of the article cannot be seen."""
    # What is folded away opens without a script, so long as there is something to press.
    found: list[str] = page.locator("article").evaluate("""(article) => {
      for (const folded of article.querySelectorAll("details")) {
        if (folded.querySelector(":scope > summary")?.checkVisibility()) folded.open = true;
      }
      return (
      [...article.querySelectorAll("h1, h2, h3, p, li, td, tbody th, dt, dd, small, figcaption, svg text")]
        .filter((e) => !e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
        .filter((e) => !e.closest(".rejudged, .on-paper, .paper-brief"))
        .filter((e) => !e.closest(".browse-controls, .browse-actions, .browse-chosen, .browse-none, .browse-more"))
        .filter((e) => !e.closest(".browse-quick") && e.textContent.trim())
        // Remarks that a row on a phone leaves to the record's own page.
        .filter((e) => !e.matches("table.rows small"))
        // Drawn twice, for a narrow screen and a wide one.
        .filter((e) => !e.closest("svg") || e.closest("svg").checkVisibility())
        .filter((e) => !e.closest("form.webform, .outcome, .site-search, .tries"))
        // Only a script can copy.
        .filter((e) => !e.querySelector(":scope > [data-copy]"))
        .map((e) => e.outerHTML.slice(0, 100)));
    }""")
    return found


@pytest.mark.parametrize("root", ROOTS)
def test_a_phone_reaches_the_menu_and_the_other_language(root: str, browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}{root}partners/aoba/")
    page.locator(".groups-button").click()
    page.locator("#groups a[href$='tasks/']").click()
    assert page.url == f"{address}{root}tasks/"
    page.locator(".site-map a[href$='/agreements/']").click()
    assert page.url == f"{address}{root}agreements/"
    page.locator(".language-switch").click()
    assert page.url == (f"{address}agreements/" if root else f"{address}en/agreements/")
    context.close()
