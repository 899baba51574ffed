"""Waits of a reader, in a real Chromium on this machine: the first visit, the search, the filters."""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import lxml.html
from playwright.sync_api import Browser, Page, Response, sync_playwright

from scripts.browser import find, served

# Filters are done while the browser's event handler runs; asking for a height makes it lay the rows out as well.
_FILTER = """() => {
  const box = document.querySelector('.browse-facets input:not(:checked)');
  const start = performance.now();
  box.click();
  document.body.offsetHeight;
  return performance.now() - start;
}"""
_TYPE = """(text) => {
  const box = document.querySelector('.browse-find input');
  box.focus();
  const start = performance.now();
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  document.body.offsetHeight;
  return performance.now() - start;
}"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Waits of the readers of a built site. Times in seconds, sizes in bytes gzipped."""

    first_visit: int
    first_result: tuple[float, ...]
    rows: int
    filter: tuple[float, ...]
    text: tuple[float, ...]


def measure(site: Path, runs: int) -> Waiting:
    """Measure a built site."""
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(whole=True), args=arguments)
        country = min((site / "countries").glob("*/index.html")).parent.name
        visit = _visit(browser, f"{address}countries/{country}/")
        results = tuple(_search(browser, address) for _ in range(runs))
        page = browser.new_page()
        page.goto(f"{address}tasks/")
        page.locator(".browse--ready").wait_for()
        filtered = tuple(float(page.evaluate(_FILTER)) / 1000 for _ in range(runs))
        page.goto(f"{address}tasks/")
        page.locator(".browse--ready").wait_for()
        typed = tuple(float(page.evaluate(_TYPE, "logistics"[: 5 + run % 4])) / 1000 for run in range(runs))
        browser.close()
    # As published: in the browser only those are in the table that can be seen.
    register = lxml.html.fromstring((site / "tasks" / "index.html").read_bytes())
    rows = len(register.xpath("//table[contains(@class, 'register')]/tbody/tr"))
    return Waiting(visit, results, rows, filtered, typed)


def _visit(browser: Browser, address: str) -> int:
    """Bytes that a first visit to a page fetches."""
    context = browser.new_context()
    page = context.new_page()
    fetched: list[Response] = []
    page.on("response", lambda response: fetched.append(response))  # noqa: PLW0108 (marked by Playwright)
    page.goto(address, wait_until="networkidle")
    sizes = {response.url: len(zlib.compress(response.body(), 6)) for response in fetched if response.ok}
    context.close()
    return sum(sizes.values())


def _search(browser: Browser, address: str) -> float:
    """Seconds from opening the search on a fresh page to its first result, the index fetched and built included."""
    context = browser.new_context()
    page: Page = context.new_page()
    page.goto(address, wait_until="networkidle")
    start = time.perf_counter()
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("logistics")
    page.locator(".md-search__input").press("End")
    page.locator(".md-search-result__item").first.wait_for(state="attached", timeout=120_000)
    seconds = time.perf_counter() - start
    context.close()
    return seconds
