"""axe-core finds nothing on any kind of page; the keyboard, large text and reduced motion work.

Every kind of page is examined in both languages, in the light and the dark scheme, at the width of a phone and of a
screen: each language takes one scheme at one width and the other at the other, so that every two of the three meet. The
dark scheme differs in its colours alone, so in it only the rules about colours are asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.built.kinds import NOT_FOUND, PAGES, counterpart

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
# The size of targets, of WCAG 2.2 and of Lighthouse, is the one rule that axe leaves out by itself.
EXAMINE = """
(only) => axe.run(document, {
  resultTypes: ["violations"], preload: false,
  ...(only ? {runOnly: {type: "rule", values: only}} : {rules: {"target-size": {enabled: true}}})
}).then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 200)}`)))
"""
COLOURS = ["color-contrast", "link-in-text-block"]
# Rows of a long table, and sections and tables of one kind, come from the same lines of a template; a hundred of them
# only make the examination slow.
SHORTEN = """
{
  const cut = (items, length) => items.slice(length).forEach((item) => item.remove());
  document.querySelectorAll("article tbody, article ul, article ol").forEach((list) => cut([...list.children], 12));
  document.querySelectorAll("article .table-wrap ~ .table-wrap ~ .table-wrap ~ .table-wrap tbody").forEach(
    (list) => cut([...list.children], 2));
  const parts = document.querySelectorAll("article :is(section[class], .table-wrap)");
  const kinds = Object.groupBy(parts, ({className}) => className);
  Object.values(kinds).forEach((alike) => cut(alike, 12));
}
"""
NAMES = {"light": "default", "dark": "slate"}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PHONE, SCREEN = 360, 1280
HEIGHT = 900
# The width in the light scheme and that in the dark one, by the root of the language.
WIDTHS = {"": (SCREEN, PHONE), "en/": (PHONE, SCREEN)}


@pytest.fixture(scope="module")
def examined(browser: Browser) -> Iterator[Page]:
    """A page to examine others in. Motion is reduced, so that colours are not caught on their way."""
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("root", WIDTHS)
@pytest.mark.parametrize("path", [*PAGES, NOT_FOUND])
def test_axe_finds_nothing(path: str, root: str, examined: Page, real_address: str, real_site: Path):
    light, dark = WIDTHS[root]
    see_as(examined, "light", light)
    examined.goto(real_address + root + counterpart(path, real_site, root))
    examined.evaluate(SHORTEN)
    examined.evaluate(AXE)
    wait_for(examined, "light")
    assert examined.evaluate(EXAMINE) == []
    see_as(examined, "dark", dark)
    wait_for(examined, "dark")
    assert examined.evaluate(EXAMINE, COLOURS) == []


def see_as(page: Page, scheme: Literal["light", "dark"], width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": HEIGHT})


def wait_for(page: Page, scheme: str) -> None:
    page.locator(f"body[data-md-color-scheme={NAMES[scheme]}]").wait_for()


def test_the_colours_of_both_schemes_are_examined(examined: Page, address: str):
    for scheme, colour in zip(SCHEMES, ("#ddd", "#333"), strict=True):
        see_as(examined, scheme, SCREEN)
        examined.goto(f"{address}en/about/")
        wait_for(examined, scheme)
        examined.evaluate("colour => { document.querySelector('h1').style.color = colour }", colour)
        examined.evaluate(AXE)
        assert any(found.startswith("color-contrast: <h1") for found in examined.evaluate(EXAMINE, COLOURS)), scheme


def test_axe_examines_what_a_reader_opens(address: str, browser: Browser):
    """The menu of the phone and the search dialog, which are closed when a page is loaded."""
    context = browser.new_context(viewport={"width": PHONE, "height": 900}, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    for button in (".groups-button", "label.md-header__button"):
        page.goto(f"{address}en/partners/aoba/")
        page.locator(button).click()
        page.wait_for_timeout(400)
        page.evaluate(AXE)
        assert page.evaluate(EXAMINE) == [], button
    context.close()


@pytest.mark.parametrize(
    ("button", "opened"), [("groups-button", "#groups a"), ("md-header__button", ".md-search__output")]
)
def test_the_keyboard_opens_what_the_narrow_header_hides(button: str, opened: str, address: str, browser: Browser):
    context = browser.new_context(viewport={"width": PHONE, "height": 740})
    page = context.new_page()
    page.goto(f"{address}en/partners/aoba/")
    assert not page.locator(opened).first.is_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("(name) => document.activeElement.classList.contains(name)", button):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    page.locator(opened).first.wait_for()
    assert outline != "none"
    context.close()


def test_whatever_the_keyboard_reaches_shows_it(address: str, browser: Browser):
    context = browser.new_context(viewport={"width": SCREEN, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}agreements/aoba-2010/")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        name, style, width = page.evaluate(
            "(({tagName, textContent}, style) => [tagName + textContent.trim().slice(0, 20), style.outlineStyle, "
            "style.outlineWidth])(document.activeElement, getComputedStyle(document.activeElement))"
        )
        if name.startswith("BODY"):
            break  # past the last
        if name.startswith("INPUT"):
            continue  # the search field is drawn by its own box
        reached.append(name)
        assert style != "none", name
        assert width != "0px", name
    assert len(reached) > 20  # header, navigation, the page's own links and its foot


@pytest.mark.parametrize("root", ["", "en/"])
@pytest.mark.parametrize("width", [SCREEN, 390])
@pytest.mark.parametrize(
    "path", ["", "agreements/", "agencies/", "countries/jp/", "data-quality/", "invest/", "reports/2026/", "tasks/"]
)
def test_text_at_twice_its_size_is_neither_cut_nor_overlaid(
    path: str, width: int, root: str, address: str, browser: Browser
):
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + root + path)
    page.evaluate(
        "document.documentElement.style.fontSize = 2 * parseFloat(getComputedStyle(document.documentElement).fontSize)"
        ' + "px"'
    )
    page.evaluate("document.querySelectorAll('article details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate("""() => [...document.querySelectorAll(
        ".site-name, .groups a, .beside a, .language-switch, article :is(h1, h2, h3, p, li, td, th, dd, dt)")]
      .filter((e) => e.checkVisibility() && !e.closest(".visually-hidden, .table-wrap, .scroll, .matrix, caption"))
      .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline"
        && getComputedStyle(e).overflowX !== "visible" && getComputedStyle(e).clipPath === "none")
      .map((e) => e.outerHTML.slice(0, 120))""")
    assert cut == []
    overlaid = page.evaluate("""() => {
      const parts = [...document.querySelectorAll(
        ".site-name, .language-switch, .colours, .md-header__button, .md-search__input, .groups a, .groups-button")]
        // A phone's search box lies in its dialog.
        .filter((e) => e.checkVisibility() && (innerWidth > 960 || !e.closest(".md-search")))
        .map((e) => [e.className, e.getBoundingClientRect()])
        .filter(([, r]) => r.width && r.height);
      return parts.flatMap(([a, r], i) => parts.slice(i + 1).filter(([, s]) =>
        r.left < s.right - 1 && s.left < r.right - 1 && r.top < s.bottom - 1 && s.top < r.bottom - 1)
        .map(([b]) => `${a} / ${b}`));
    }""")
    assert overlaid == []
    context.close()


def test_nothing_moves_for_readers_who_ask_for_that(address: str, browser: Browser):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}en/")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((e) => {
      const style = getComputedStyle(e);
      return style.animationName !== "none" || style.transitionDuration.split(", ").some((t) => parseFloat(t) > 0);
    }).map((e) => e.className)""")
    assert moving == []
    context.close()
