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
# The size of a page that is given none.
USUAL: ViewportSize = {"width": 1280, "height": 720}
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


class Tab:
    """A page for one test of a module after the other: to open another takes longer than most of them.

    What stays with a page whatever it shows, such as a route, goes to no other test: after that comes another page.

    Args:
        context: what its pages share.
        watch: called with each page, and the list for what goes wrong on it.
    """

    LASTING = ("add_init_script", "close", "expose_binding", "expose_function", "on", "once", "route")

    def __init__(self, context: BrowserContext, watch: Callable[[Page, list[str]], None]) -> None:
        self._context = context
        self._watch = watch
        self._wrong: list[str] = []
        self._page: Page | None = None
        self._changed = False

    @contextlib.contextmanager
    def lent(self) -> Iterator[tuple[Page, list[str]]]:
        """A page that shows nothing and knows of nothing before, and what goes wrong on it."""
        page = self._page = self._page or self._opened()
        self._wrong.clear()
        try:
            yield page, self._wrong
        finally:
            if self._changed:
                forget(page)
                self._page = None
            else:
                leave(page)
                page.set_viewport_size(USUAL)
                page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")

    def _opened(self) -> Page:
        page = self._context.new_page()
        self._changed = False
        self._watch(page, self._wrong)
        for name in self.LASTING:
            do = getattr(page, name)

            @functools.wraps(do)
            def done(*given: Any, do: Callable[..., Any] = do, **options: Any) -> Any:
                self._changed = True
                return do(*given, **options)

            setattr(page, name, done)
        return page


@pytest.fixture(scope="module")
def tab(context: BrowserContext, address: str) -> Tab:
    return Tab(context, functools.partial(watch, address=address))


@pytest.fixture
def watched(tab: Tab) -> Iterator[tuple[Page, list[str]]]:
    """A page of the invented city, and what went wrong on it."""
    with tab.lent() as lent:
        yield lent


def forget(page: Page) -> None:
    """Close a page; the next one in its context finds nothing that it kept, and no permission."""
    _empty(page)
    page.close()


def leave(page: Page) -> None:
    """Show nothing; whatever is opened there next finds nothing that was kept, and no permission."""
    _empty(page)
    page.goto("about:blank")


def _empty(page: Page) -> None:
    # A page that shows nothing, or whose storage is refused, keeps nothing. What it was going to keep soon, neither:
    # the last of its timers are stopped, not all of them, for a faked clock counts them from a million million on.
    with contextlib.suppress(Error):
        page.evaluate("""() => {
          const last = setTimeout(() => {});
          for (let timer = last; timer > Math.max(0, last - 10_000); timer--) clearTimeout(timer);
          localStorage.clear();
          sessionStorage.clear();
        }""")
    page.context.clear_permissions()


def watched_page(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """A new page, and what goes wrong on it."""
    page = context.new_page()
    wrong: list[str] = []
    watch(page, wrong, address)
    return page, wrong


def watch(page: Page, wrong: list[str], address: str) -> None:
    """Note what goes wrong on a page: console errors, uncaught errors, failed or foreign requests."""
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
