"""Markdown twins say what their pages say, as a public Markdown parser reads them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import lxml.html
import pytest
from markdown_it import MarkdownIt

from macros.catalogue.catalogue import Catalogue
from macros.export.markdown.twins import escaped, markdown
from macros.views.page_list import pages

SITE = "https://example.org/danang/"
PARSER = MarkdownIt("gfm-like", {"linkify": False})
LEFT_OUT = "|".join(
    f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"
    for name in ("crumbs", "rejudged", "page-foot", "visually-hidden")
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
    assert len(paths) > 1300
    for path in paths:
        assert (site / path / "index.md").is_file(), path
        assert 'href="index.md"' in (site / path / "index.html").read_text(encoding="utf-8"), path


def test_a_twin_has_the_words_and_links_of_its_page(site: Path, catalogue: Catalogue):
    for path in record_paths(catalogue):
        page = article((site / path / "index.html").read_text(encoding="utf-8"))
        text = (site / path / "index.md").read_text(encoding="utf-8").rpartition("\n---\n")[0]
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


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("partners/yokohama/", "Dữ liệu tính đến ngày 21/11/2026"),
        ("en/partners/yokohama/", "Data as of 21 November 2026"),
    ],
)
def test_a_twin_says_where_it_is_from_as_of_when_and_under_which_licence(path: str, said: str, site: Path):
    foot = (site / path / "index.md").read_text(encoding="utf-8").rpartition("\n---\n")[2]
    assert SITE + path in foot
    assert said in foot
    assert "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)" in foot


HOSTILE = [
    "<script>alert(1)</script>",
    "a | b | c",
    "`code` and ``more``",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "https://evil.example/ www.evil.example a@evil.example",
    "# heading",
    "- item",
    "+ item",
    "* item *emphasis* **strong** _x_ __y__",
    "1. one",
    "12) twelve",
    "> quoted",
    "---",
    "===",
    "~~gone~~ &lt; &amp; &#42;",
    "back\\slash \\* end\\",
    "<https://evil.example/>",
    "[ref]: https://evil.example/",
    "C# #",
    "$x$ {{ 7*7 }} {: onclick=x }",
    "Ủy ban nhân dân",
]
PLACES = [
    "<h1>{}</h1>",
    "<p>{}</p>",
    "<p>a<br>{}</p>",
    "<ul><li>{}</li><li><p>{}</p><ul><li>{}</li></ul></li></ul>",
    '<dl class="facts"><div><dt>Name</dt><dd>{}</dd></div></dl>',
    "<table><thead><tr><th>{}</th><th>b</th></tr></thead><tbody><tr><td>{}<br>{}</td><td>x</td></tr></tbody></table>",
    '<p><a href="../x/">{}</a></p>',
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_is_wherever_it_stands(text: str, place: str):
    source = place.replace("{}", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    written = markdown(f"<article>{source}</article>".encode(), "https://example.org/a/b/")
    twin = lxml.html.fragment_fromstring(MarkdownIt("gfm-like", {"linkify": True}).render(written), create_parent="div")
    assert " ".join(twin.text_content().split()).count(" ".join(text.split())) == place.count("{}"), written
    assert twin.xpath(".//script | .//img | .//code | .//del | .//hr | .//blockquote | .//em") == [], written
    assert twin.xpath(".//a/@href") == (["https://example.org/a/x/"] if "href" in place else []), written
    assert len(twin.xpath(".//h1 | .//h2")) == place.count("<h1>"), written
    assert len(twin.xpath(".//li")) == place.count("<li>") + place.count("<dt>"), written
    assert len(twin.xpath(".//table//td")) == place.count("<td>"), written


def test_an_address_cannot_end_its_link():
    written = markdown(
        b'<article><p><a href="https://example.org/a) [x](javascript:1">t</a></p></article>', "https://example.org/"
    )
    assert read(written).xpath(".//a/@href") == ["https://example.org/a%29%20%5Bx%5D%28javascript:1"]


def test_space_is_one_space():
    assert escaped(" a \n\t b ") == " a b "
