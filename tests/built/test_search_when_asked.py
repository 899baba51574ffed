"""The search's entries, most of what a page could fetch, are fetched when a reader begins to search, and not before."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from macros.base.words import texts
from macros.publish.gate.budgets import FIRST_VISIT
from tests.built.conftest import PATIENCE, PHONE

ROOTS = ["", "en/"]
ENTRIES = "**/search/entries.json"
FIRST = ".md-search-result__item:first-child .md-search-result__link"
BOX = ".md-search__input"
META = ".md-search-result__meta"
# What the theme's words say with an empty box, and after a query, in either language.
TYPE = {"": "Nhập để bắt đầu tìm kiếm", "en/": "Type to start searching"}
FOUND = {"": re.compile(r"\d+ tài liệu liên quan"), "en/": re.compile(r"\d+ matching documents")}


class Visit:
    """A page that has loaded all that it loads unasked, and the files that it fetches, then and later."""

    def __init__(self, reader: BrowserContext, address: str, path: str) -> None:
        self.fetched: list[str] = []
        self._address = address
        self.page: Page = reader.new_page()
        reader.on("request", lambda request: self.fetched.append(request.url.removeprefix(address).partition("#")[0]))
        self.page.goto(address + path, wait_until="networkidle")

    @property
    def entries(self) -> int:
        """The number of times that the entries were fetched."""
        return sum(name.endswith("search/entries.json") for name in self.fetched)

    def finds(self, path: str) -> None:
        """Until the first result is this page: while somebody types, each key's answer comes before the next."""
        here = re.compile(rf"^{re.escape(self._address + path)}([?#]|$)")
        expect(self.page.locator(FIRST).first).to_have_attribute("href", here, timeout=PATIENCE)


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who has never been here."""
    context = browser.new_context()
    yield context
    context.close()


def weight(site: Path, name: str) -> int:
    file = site / name / "index.html" if name.endswith("/") else site / name
    return len(zlib.compress(file.read_bytes(), 6))


@pytest.mark.parametrize("root", ROOTS)
def test_a_first_visit_keeps_to_its_budget_until_the_search_box_is_used(
    root: str, address: str, site: Path, reader: BrowserContext
):
    visit = Visit(reader, address, f"{root}countries/jp/")
    weights = {name: weight(site, name) for name in visit.fetched}
    # Nor is the theme's script run, or a worker begun.
    assert [name for name in weights if "/bundle." in name or "/workers/" in name] == []
    assert visit.entries == 0, visit.fetched
    assert sum(weights.values()) <= FIRST_VISIT, weights

    visit.page.locator(BOX).focus()
    expect(visit.page.locator(META)).to_have_text(TYPE[root])
    assert visit.entries == 1
    visit.page.locator(BOX).press_sequentially("Aoba")
    visit.finds(f"{root}partners/aoba/")
    assert visit.entries == 1


@pytest.mark.parametrize("root", ROOTS)
def test_the_page_that_was_found_shows_the_words_that_were_sought(root: str, address: str, reader: BrowserContext):
    visit = Visit(reader, address, root)
    visit.page.locator(BOX).press_sequentially("so doi ngoai")
    visit.finds(f"{root}agencies/foreign-affairs/")
    visit.page.locator(FIRST).first.click()
    visit.page.wait_for_url("**/agencies/foreign-affairs/")
    visit.page.wait_for_function("CSS.highlights.has('found')")
    marked = visit.page.evaluate("""() => [...CSS.highlights.get('found')].map(
      ({ startContainer: node, startOffset: start, endOffset: end }) => node.data.slice(start, end))""")
    # An English page has little of a Vietnamese name.
    assert ({"Sở"} if root else {"Sở", "Đối", "ngoại"}) <= set(marked)
    # Whoever came without a search sees nothing marked.
    visit.page.reload()
    visit.page.wait_for_load_state("networkidle")
    assert not visit.page.evaluate("CSS.highlights.has('found')")


def by_key(key: str):
    return lambda page: page.keyboard.press(key)


def by_button(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.locator("header .md-header__button[for=__search]").click()


def by_button_and_keyboard(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.locator("header .md-header__button[for=__search]").focus()
    page.keyboard.press("Enter")


WAYS = {"/": by_key("/"), "s": by_key("s"), "f": by_key("f"), "button": by_button, "Enter": by_button_and_keyboard}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_way_to_the_search_box_asks_for_the_entries(way, address: str, reader: BrowserContext):
    visit = Visit(reader, address, "en/partners/minori/")
    way(visit.page)
    visit.page.locator(BOX).press_sequentially("so doi ngoai")
    visit.finds("en/agencies/foreign-affairs/")
    assert visit.entries == 1


# A page that stands for any wrong address leads to its site by the site's own path.
@pytest.mark.parametrize(("path", "leads_to"), [("", ""), ("en/404.html", "danang/en/")])
def test_a_link_may_hold_the_query(path: str, leads_to: str, address: str, reader: BrowserContext):
    visit = Visit(reader, address, f"{path}?q=Aoba")
    visit.finds(f"{leads_to}partners/aoba/")
    assert visit.entries == 1


def test_one_page_s_search_fetches_nothing_for_another(address: str, reader: BrowserContext):
    resting, visit = Visit(reader, address, "tasks/"), Visit(reader, address, "countries/jp/")
    resting.fetched.clear()
    visit.page.locator(BOX).press_sequentially("Aoba")
    visit.finds("partners/aoba/")
    # Both listen to what either page fetches.
    assert resting.entries == visit.entries == 1


@pytest.mark.parametrize("root", ROOTS)
def test_what_is_typed_while_the_entries_are_on_their_way_is_answered_when_they_are_there(
    root: str, address: str, reader: BrowserContext
):
    held: list[Route] = []
    reader.route(ENTRIES, lambda route: held.append(route))  # noqa: PLW0108 (marked by Playwright)
    visit = Visit(reader, address, root)
    box, said = visit.page.locator(BOX), visit.page.locator(META)
    with reader.expect_event("request"):
        box.press_sequentially("Ao")
    box.press_sequentially("ba")
    expect(said).to_have_text(texts("en" if root else "vi")["frame"]["search_prepared"])
    box.press("Enter")
    assert visit.page.locator(FIRST).count() == 0
    held[0].continue_()
    visit.finds(f"{root}partners/aoba/")
    expect(said).to_have_text(FOUND[root])
    box.press("Enter")
    visit.page.wait_for_url("**/partners/aoba/**")
    assert len(held) == 1


def test_a_reader_may_be_faster_than_the_worker(address: str, reader: BrowserContext):
    held: list[Route] = []
    reader.route("**/workers/search_when_asked.js", lambda route: held.append(route))  # noqa: PLW0108 (marked by Playwright)
    page = reader.new_page()
    page.goto(f"{address}en/", wait_until="load")
    with reader.expect_event("request", lambda request: "/workers/" in request.url):
        page.locator(BOX).press_sequentially("Aoba")
    while not held:  # the route hears of the request a little later
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator(FIRST).first).to_contain_text("Aoba")


@pytest.mark.parametrize("root", ROOTS)
def test_a_failed_fetch_is_said_and_tried_again(root: str, address: str, reader: BrowserContext):
    words = texts("en" if root else "vi")["search"]["words"]
    reader.route(ENTRIES, lambda route: route.abort())
    visit = Visit(reader, address, root)
    box, said = visit.page.locator(BOX), visit.page.locator(META)
    box.focus()
    expect(said).to_have_text(words["failed"])
    assert visit.entries == 1
    reader.unroute(ENTRIES)
    box.press_sequentially("Aoba")
    visit.finds(f"{root}partners/aoba/")
    assert words["failed"] not in said.inner_text()


# Safari before 15.4; Firefox where it keeps nothing for a page.
NO_CHANNELS = {
    "unknown": "delete self.BroadcastChannel;",
    "refused": "self.BroadcastChannel = class { constructor() { throw new DOMException('', 'SecurityError'); } };",
}


@pytest.mark.parametrize("refusal", NO_CHANNELS.values(), ids=NO_CHANNELS)
def test_a_browser_without_channels_between_page_and_worker_searches_too(
    refusal: str, address: str, reader: BrowserContext
):
    """It fetches the entries at once, as the theme would."""
    reader.add_init_script(refusal)
    reader.route(
        "**/workers/search_when_asked.js",
        lambda route: route.fulfill(body=refusal + route.fetch().text(), content_type="text/javascript"),
    )
    visit = Visit(reader, address, "en/")
    visit.page.locator(BOX).press_sequentially("Aoba")
    visit.finds("en/partners/aoba/")


# As browsers refuse it: by an error, or without one.
REFUSED_STORAGE = {
    "error": "get() { throw new DOMException('denied', 'SecurityError'); }",
    "null": "value: null",
}


@pytest.mark.parametrize("refusal", REFUSED_STORAGE.values(), ids=REFUSED_STORAGE)
def test_the_search_works_where_storage_is_refused(refusal: str, address: str, reader: BrowserContext):
    for name in ("localStorage", "sessionStorage"):
        reader.add_init_script(f"Object.defineProperty(window, '{name}', {{ configurable: true, {refusal} }});")
    visit = Visit(reader, address, "en/")
    wrong: list[str] = []
    visit.page.on("pageerror", lambda error: wrong.append(str(error)))
    visit.page.locator(BOX).press_sequentially("Aoba")
    visit.finds("en/partners/aoba/")
    assert wrong == []


@pytest.mark.parametrize("root", ROOTS)
def test_where_workers_are_refused_the_search_says_so(root: str, address: str, reader: BrowserContext):
    reader.add_init_script("window.Worker = class { constructor() { throw new DOMException('denied'); } }")
    page = reader.new_page()
    page.goto(address + root)
    page.locator(BOX).focus()
    expect(page.locator(META)).to_be_visible()
    expect(page.locator(META)).to_have_text(texts("en" if root else "vi")["search"]["words"]["failed"])
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_worker_that_never_starts_is_told_of(address: str, reader: BrowserContext):
    reader.route("**/workers/search_when_asked.js", lambda route: route.abort())
    page = reader.new_page()
    page.clock.install()
    page.goto(f"{address}en/")
    page.locator(BOX).focus()
    page.clock.run_for(10_000)
    expect(page.locator(META)).to_have_text(texts("en")["search"]["words"]["failed"])
