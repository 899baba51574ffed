"""What stands around the article: its bytes, the beginning of the article, the groups, the way to every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from tests.built.kinds import PAGES, ROOTS

MOST = 8 * 1024
# What a page says of itself: its title, description, facts for programs, and headings. It grows with the record.
OWN = re.compile(
    rb'<script type="application/ld\+json">.*?</script>|<title>.*?</title>|<meta (?:name="description"|property)[^>]*>'
    rb'|<nav class="contents".*?</nav>',
    re.DOTALL,
)
GROUPS = 5
WAYS_OUT = 6
# Pixels from the top of the page to the heading of the first level, by the width and height of the screen.
HEADING_WITHIN = {(1280, 900): 120, (390, 780): 96}
# The smallest side of a target, in pixels: WCAG 2.2, 2.5.8.
TARGET = 24


def around(path: Path) -> bytes:
    source = OWN.sub(b"", path.read_bytes())
    return source[: source.index(b"<article")] + source[source.rindex(b"</article>") :]


def frames(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): around(path)
        for path in site.rglob("*.html")
        if b"<article" in path.read_bytes()
    }


def test_what_stands_around_the_article_is_short_on_every_page(site: Path):
    found = frames(site)
    assert found
    assert {name: len(frame) for name, frame in found.items() if len(frame) > MOST} == {}


def test_the_real_pages_have_as_short_a_frame(real_site: Path):
    assert {name: len(frame) for name, frame in frames(real_site).items() if len(frame) > MOST} == {}


def parsed(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_marks_its_group_and_its_place(path: str, root: str, site: Path):
    page = parsed(site / root / path / "index.html")
    groups = page.xpath("//nav[@id='groups']/a")
    assert len(groups) == GROUPS
    assert len([group for group in groups if group.get("aria-current")]) == (1 if path else 0)
    beside = page.xpath("//nav[@class='beside']//a")
    here = [link for link in beside if link.get("aria-current") == "page"]
    assert [urljoin(f"/{path}", link.get("href")) for link in here] == ([f"/{path}"] if beside else [])


@pytest.mark.parametrize("root", ROOTS)
def test_every_page_of_the_navigation_is_two_clicks_away(root: str, site: Path):
    """Pages of records are reached from their lists."""

    def led_to(name: str, part: str) -> set[str]:
        page = parsed(site / name / "index.html")
        return {urlsplit(urljoin(f"/{name}", link)).path.strip("/") + "/" for link in page.xpath(f"//{part}//a/@href")}

    first = {name for name in led_to(root, "nav[@class='site-map']") if name.startswith(root)}
    second = set().union(*(led_to(name, "nav[@class='beside']") for name in first))
    written = {
        f"{path.parent.relative_to(site).as_posix()}/"
        for folder in ("background", "contribute")
        for path in (site / root / folder).glob("*/index.html")
        if path.parent.name not in {"record", "fields"}
    }
    lists = {f"{root}{path}" for path in PAGES if path.count("/") == 1 and path != "contribute/"}
    assert written
    assert (written | lists) - first - second == set()


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Page]:
    # Nothing is on its way when another size was given.
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    # A page that is read on the day it was built has no notice above its heading.
    page.clock.set_fixed_time("2026-11-21T05:00:00+00:00")
    yield page
    context.close()


def sizes(page: Page) -> Iterator[int]:
    """Give the page each size, and yield where its heading has to stand at most."""
    for (width, height), most in HEADING_WITHIN.items():
        page.set_viewport_size({"width": width, "height": height})
        yield most


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_the_heading_stands_at_the_top(path: str, root: str, opened: Page, address: str):
    opened.goto(address + root + path)
    for most in sizes(opened):
        assert opened.locator("h1").evaluate("(h1) => h1.getBoundingClientRect().top") <= most
        assert opened.locator(".md-header").evaluate("(header) => header.getBoundingClientRect().height") <= 52
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("root", ROOTS)
def test_whatever_the_header_and_footer_offer_can_be_hit(root: str, opened: Page, address: str):
    for _ in sizes(opened):
        opened.goto(f"{address}{root}agreements/")
        small = opened.evaluate(
            """(least) => [...document.querySelectorAll(".md-header :is(a, button, label), .beside a, .site-map a")]
              .filter((e) => e.checkVisibility()).map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
              .filter(([, r]) => r.width && (r.width < least || r.height < least)).map(([words]) => words)""",
            TARGET,
        )
        assert small == []


def test_the_reader_chooses_the_colours_and_the_choice_is_kept(address: str, browser: Browser):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}en/")
    words = texts("en")["frame"]["colours"].split("|")
    seen = []
    for _ in words:
        seen.append((page.locator(".colours").get_attribute("title"), page.locator("body[data-md-color-scheme]")
                     .get_attribute("data-md-color-scheme")))  # fmt: skip
        page.locator(".colours").click()
    assert seen == list(zip(words, ["default", "default", "slate"], strict=True))
    page.locator(".colours").click()
    page.locator(".colours").click()
    page.goto(f"{address}tasks/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    context.close()


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_page_offers_ways_on_in_both_languages(lang: Lang, site: Path):
    words = texts(lang)["not_found"]
    (section,) = parsed(site / "404.html").xpath(f"//section[@lang='{lang}']")
    ways = section.xpath(".//a/@href")
    assert len(ways) > WAYS_OUT
    for way in ways:
        assert (site / urlsplit(way).path.removeprefix("/danang/").lstrip("/") / "index.html").is_file(), way
    assert words["text"] in section.text_content()
    assert section.xpath(".//form[@role='search']/input[@name='q']")


@pytest.mark.parametrize("root", ROOTS)
def test_a_missing_page_searches(root: str, address: str, browser: Browser):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}404.html")
    form = page.locator(f"section[lang={'en' if root else 'vi'}] form")
    # Absolute on the published site, whose address the local server does not have.
    form.evaluate("(form, root) => { form.dataset.searchAt = root; }", address + root)
    form.locator("input").fill("Minori")
    form.locator("button").click()
    page.wait_for_url(f"{address}{root}?q=Minori")
    assert page.locator(".md-search__input").input_value() == "Minori"
    context.close()


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_no_title_says_something_twice(path: str, root: str, site: Path):
    name = texts("en" if root else "vi")["site"]["name"]
    title = parsed(site / root / path / "index.html").findtext(".//title")
    assert title is not None
    assert title.count(name) == 1
    own = title.partition(f" – {name}")[0]
    assert own
    assert own.split(" – ").count(own.split(" – ")[0]) == 1


@pytest.mark.parametrize("size", [(1280, 900), (390, 780)], ids=lambda size: str(size[0]))
def test_lines_of_running_text_are_short_enough_to_read(size: tuple[int, int], address: str, browser: Browser):
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"{address}en/method/")
    longest = page.evaluate("""() => Math.max(...[...document.querySelectorAll("article > p:not(.note)")].map((p) => {
      const lines = p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight);
      return lines < 1.5 ? 0 : p.textContent.length / lines;
    }))""")
    assert 20 < longest <= 80
    context.close()
