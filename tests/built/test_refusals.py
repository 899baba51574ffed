"""Scripts where the browser refuses what they ask for: each works without, or says what does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.base.words import texts

# What a browser may withhold from a page, by a policy, a setting, its age, or for want of room.
REFUSED = {
    "by an error": """
        const refuse = () => { throw new DOMException("refused", "SecurityError"); };
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
          Object.defineProperty(window, name, { get: refuse });
        }
        window.Worker = window.BroadcastChannel = class { constructor() { refuse(); } };
        history.pushState = history.replaceState = refuse;
        window.fetch = () => Promise.reject(new TypeError("refused"));
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => refuse() } });
    """,
    "by its absence": """
        for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
          Object.defineProperty(window, name, { value: null });
        }
        for (const name of ["Worker", "BroadcastChannel", "requestIdleCallback", "Highlight"]) delete window[name];
        delete CSS.highlights;
        window.fetch = undefined;
        delete Navigator.prototype.clipboard;
    """,
    "for want of room": """
        Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
        window.fetch = async () => new Response("", { status: 503 });
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => { throw new Error(); } } });
    """,
}
WORDS = texts("vi")


@pytest.fixture(params=REFUSED.values(), ids=list(REFUSED))
def refused(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page to which the browser refuses much; at its end, no script of it may have stopped."""
    context = browser.new_context(accept_downloads=True)
    context.add_init_script(request.param)
    page = context.new_page()
    stopped: list[str] = []
    page.on("pageerror", lambda error: stopped.append(str(error)))
    yield page
    context.close()
    assert stopped == []


def test_the_colours_can_be_chosen(refused: Page, address: str):
    refused.goto(address)
    scheme = refused.locator("body").get_attribute("data-md-color-scheme")
    button = refused.locator("button.colours")
    for _ in range(2):
        button.click()
    assert refused.locator("body").get_attribute("data-md-color-scheme") != scheme


def test_a_register_finds_and_is_downloaded(refused: Page, address: str):
    refused.goto(f"{address}agreements/?find=aoba")
    rows = refused.locator(".register tbody tr:visible")
    found = rows.count()
    assert found > 0
    with refused.expect_download() as download:
        refused.locator("[data-action=csv]").click()
    assert "aoba" in Path(download.value.path()).read_text(encoding="utf-8").lower()
    refused.locator("#browse-text").fill("zzzz-nothing")
    expect(rows).to_have_count(0)


def test_words_that_were_sought_are_marked_or_left(refused: Page, address: str):
    refused.goto(f"{address}partners/aoba/?h=aoba")
    expect(refused.locator("h1")).to_be_visible()


def test_the_page_of_feeds_says_what_it_cannot_do(refused: Page, address: str):
    refused.goto(f"{address}follow/")
    refused.evaluate("for (const list of document.querySelectorAll('details:has(.follow-list)')) list.open = true")
    box = refused.locator(".follow-list li:has(a[data-calendar]):has(a[data-feed]) input").first
    unkept = refused.locator("[data-unkept]")
    expect(unkept).to_be_hidden()
    box.check()
    expect(unkept).to_have_text(WORDS["follow"]["unkept"])
    with refused.expect_download():
        refused.locator("[data-action=opml]").click()
    refused.locator("[data-action=ics]").click()
    expect(refused.locator(".follow-controls [data-failed]")).to_be_visible()
    box.uncheck()
    expect(unkept).to_be_hidden()


def test_a_form_says_that_no_draft_is_kept(refused: Page, address: str):
    refused.goto(f"{address}contribute/record/partner/")
    refused.locator(".webform").wait_for()
    refused.fill('[name="name.en"]', "Constructor")
    expect(refused.locator('[name="id"]')).to_have_value("constructor")
    expect(refused.locator(".draft")).to_have_text(WORDS["webform"]["draft_lost"])


def test_what_cannot_be_copied_is_selected(refused: Page, address: str):
    refused.goto(f"{address}partners/aoba/")
    refused.locator(".show-card summary").click()
    refused.locator("[data-copy=card-code]").click()
    expect(refused.locator(".show-card [role=status]")).to_have_text(WORDS["webform"]["copy_by_hand"])
    assert "<iframe" in refused.evaluate("getSelection().toString()")


def test_the_search_without_workers_says_so(browser: Browser, address: str):
    page = browser.new_page()
    page.add_init_script(REFUSED["by its absence"])
    page.goto(address)
    page.locator(".md-search__input").focus()
    expect(page.locator(".md-search-result__meta")).to_have_text(WORDS["search"]["words"]["failed"])
    page.close()
