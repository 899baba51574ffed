"""Markdown twins say what their pages say, as a public Markdown parser reads them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import lxml.html
import pytest
from markdown_it import MarkdownIt

from macros.base.formats import day_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views import addresses
from macros.views.page_list import pages
from tests.conftest import ENVIRONMENT

SITE = "https://example.org/danang/"
PARSER = MarkdownIt("gfm-like", {"linkify": False})
LEFT_OUT = "|".join(
    f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"
    for name in ("crumbs", "rejudged", "page-foot", "paper-brief", "visually-hidden")
)

# What stands apart from what follows it.
SEPARATE = {"br", "p", "li", "td", "th", "dt", "dd", "div", "h1", "h2", "h3", "ul", "ol", "figcaption"}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def read(text: str) -> lxml.html.HtmlElement:
    """A Markdown text as a reader's program shows it."""
    return lxml.html.fragment_fromstring(PARSER.render(text), create_parent="div")


def article(source: str) -> lxml.html.HtmlElement:
    (found,) = lxml.html.document_fromstring(source).xpath("//article")
    for element in found.xpath(f"{LEFT_OUT} | .//svg | .//caption | .//button | .//*[@hidden]"):
        element.drop_tree()
    for element in found.iter():
        if element.tag in SEPARATE:
            element.tail = f" {element.tail or ''}"
    return found


def record_paths(catalogue: Catalogue) -> list[str]:
    return [root + page.url for root in ("", "en/") for page in pages(catalogue, "en") if page.record]


def test_every_record_page_has_its_twin_and_links_to_it(site: Path, catalogue: Catalogue):
    paths = record_paths(catalogue)
    assert paths
    for path in paths:
        assert (site / path / "index.md").is_file(), path
        assert 'href="index.md"' in (site / path / "index.html").read_text(encoding="utf-8"), path


def test_a_twin_has_the_words_and_links_of_its_page(real_site: Path):
    twins = list(real_site.rglob("index.md"))
    assert twins
    for file in twins:
        path = f"{file.parent.relative_to(real_site).as_posix()}/"
        html = (file.parent / "index.html").read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in html:
            continue  # the address of a record before it was renamed (test_old_addresses.py)
        page = article(html)
        text = file.read_text(encoding="utf-8").rpartition("\n---\n")[0]
        twin = read(text)
        assert words(twin.text_content()) == words(page.text_content()), path
        shown = [a for a in page.xpath(".//a[@href]") if a.text_content().strip()]
        expected = [(urljoin(SITE + path, a.get("href")), words(a.text_content())) for a in shown]
        assert [(unquote(a.get("href")), words(a.text_content())) for a in twin.xpath(".//a")] == [
            (unquote(address), text) for address, text in expected
        ], path
        assert len(twin.xpath(".//table")) == len(page.xpath(".//table")), path
        assert len(twin.xpath(".//h1")) == 1, path
        assert [h.tag for h in twin.xpath(".//h1 | .//h2 | .//h3")] == [
            h.tag for h in page.xpath(".//h1 | .//h2 | .//h3")
        ], path


@pytest.mark.parametrize("lang", LANGS)
def test_a_twin_says_where_it_is_from_as_of_when_and_under_which_licence(lang: Lang, site: Path, catalogue: Catalogue):
    path = addresses.in_language(next(page.url for page in pages(catalogue, lang) if page.record), lang)
    foot = (site / path / "index.md").read_text(encoding="utf-8").rpartition("\n---\n")[2]
    day = day_text(dt.date.fromisoformat(ENVIRONMENT["AS_OF"]), lang)
    licence = "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)"
    assert texts(lang)["page_foot"]["twin"].format(address=SITE + path, date=day, licence=licence) in foot
