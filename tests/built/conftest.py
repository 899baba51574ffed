"""A real Chromium and the built site behind an address. A missing browser is a failure."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize, expect, sync_playwright

from scripts.browser import Quiet as FileHandler
from scripts.browser import find, served
from tests.unit.contribute.workbook.conftest import office

__all__ = ["office"]

# The narrowest phone that the pages are made for.
PHONE: ViewportSize = {"width": 360, "height": 740}
# Milliseconds that a page may take for what takes it a few, on an idle machine.
PATIENCE = 120_000


class Quiet(FileHandler):
    """Serves the site at the root and where SITE_URL says, for the page for missing addresses links absolutely.

    Scripts, styles and pictures of a site that is being looked at stay as they are, so a browser asks for them once.
    """

    def end_headers(self) -> None:
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def translate_path(self, path):
        return super().translate_path(path.replace("/danang/", "/", 1) if path.startswith("/danang/") else path)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, Quiet) as found:
        yield found


@pytest.fixture(scope="module")
def real_address(real_site: Path) -> Iterator[str]:
    """The site of the real data; for what has to hold of each of its pages, however long."""
    with served(real_site, Quiet) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find()
    assert path is not None, "no Chromium: run `make browser`"
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        make_patient(chromium)
        yield chromium
        chromium.close()


def make_patient(browser: Browser) -> None:
    """Have every page of a browser wait longer, for a machine that does much else is no fault of a page."""
    expect.set_options(timeout=PATIENCE)
    for name in ("new_context", "new_page"):
        make = getattr(browser, name)

        @functools.wraps(make)
        def made(*given: Any, make: Callable[..., Page | BrowserContext] = make, **options: Any) -> Any:
            opened = make(*given, **options)
            opened.set_default_timeout(PATIENCE)
            return opened

        setattr(browser, name, made)


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """What the pages of a module share: files that were fetched already. What a page keeps is forgotten with it."""
    shared = browser.new_context(accept_downloads=True)
    yield shared
    shared.close()


@pytest.fixture
def watched(context: BrowserContext, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page of the invented city, and what went wrong on it."""
    page, wrong = watched_page(context, address)
    yield page, wrong
    forget(page)


def forget(page: Page) -> None:
    """Close a page; the next one in its context finds nothing that it kept, and no permission."""
    # A page that shows nothing, or whose storage is refused, keeps nothing.
    with contextlib.suppress(Error):
        page.evaluate("localStorage.clear()")
    page.context.clear_permissions()
    page.close()


def watched_page(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """A new page, and what goes wrong on it: console errors, uncaught errors, failed or foreign requests."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    return page, wrong
