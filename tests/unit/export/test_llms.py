"""llms.txt, in the form that llmstxt.org describes, for the invented city and two pages written by hand."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from markdown_it import MarkdownIt

from macros.base.formats import day_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.markdown import llms
from macros.records.kinds import LISTED
from macros.views import addresses
from macros.views.page_list import pages
from tests.conftest import ENVIRONMENT

SITE = ENVIRONMENT["SITE_URL"]
HEAD = '<html><head><meta property="og:title" content="{title}"><meta name="description" content="{text}"></head>'
TITLES = {"vi": "Giới thiệu &amp; *cách làm* [a](b)", "en": "About &amp; *method* [a](b)"}


@pytest.fixture(scope="module")
def site(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page written by hand in each language, and a page that the records make."""
    root = tmp_path_factory.mktemp("site")
    for lang in LANGS:
        made = next(page.url for page in pages(catalogue, lang) if page.record)
        for url, title in (("", "Home"), ("about/", TITLES[lang]), (made, "Made")):
            path = root / addresses.in_language(url, lang) / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(HEAD.format(title=title, text=f"{lang} *text*") + "<body>", encoding="utf-8")
    llms.write(catalogue, root)
    return root


def read(site: Path, lang: Lang) -> lxml.html.HtmlElement:
    text = (site / addresses.root(lang) / "llms.txt").read_text(encoding="utf-8")
    return lxml.html.fragment_fromstring(MarkdownIt("commonmark").render(text), create_parent="div")


@pytest.mark.parametrize("lang", LANGS)
def test_it_has_a_title_a_summary_and_sections_of_links(lang: Lang, site: Path):
    tree = read(site, lang)
    assert [e.tag for e in tree][:2] == ["h1", "blockquote"]
    assert {e.tag for e in tree} == {"h1", "blockquote", "p", "h2", "ul"}
    for heading in tree.iter("h2"):
        assert heading.getnext().tag == "ul", heading.text
        assert all(item[0].tag == "a" for item in heading.getnext())


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_as_of_when_under_which_licence_and_how_to_read_on(lang: Lang, site: Path, catalogue: Catalogue):
    text, words = read(site, lang).text_content(), texts(lang)["llms"]
    date = day_text(catalogue.as_of, lang)
    assert words["state"].format(date=date, licence="CC BY 4.0") in text
    assert "index.md" in text


@pytest.mark.parametrize("lang", LANGS)
def test_it_names_every_list_once_with_its_json(lang: Lang, site: Path, catalogue: Catalogue):
    found = [str(a) for a in read(site, lang).xpath(".//li/a/@href")]
    assert len(found) == len(set(found))
    for kind in LISTED:
        if not kind.listed_at:
            assert f"{SITE}{addresses.in_language(addresses.index(kind.singular), lang)}" in found
            path = addresses.list_json(kind.singular)
            assert path is None or f"{SITE}{path}" in found
    (items,) = read(site, lang).xpath(f".//h2[text() = '{texts(lang)['llms']['lists']}']/following-sibling::ul[1]")
    assert len(items) == sum(not page.record for page in pages(catalogue, lang))
    whole = {addresses.API_INDEX, addresses.workbook(lang), addresses.archive(lang), addresses.CHANGES}
    whole |= {addresses.PARTNER_POINTS, addresses.CATALOG, addresses.news_feed(lang)}
    whole |= {addresses.brief("partner", next(iter(catalogue.partners)), lang) or ""}
    assert {f"{SITE}{path}" for path in whole} < set(found)


@pytest.mark.parametrize("lang", LANGS)
def test_pages_written_by_hand_are_named_by_their_heads_and_no_other(lang: Lang, site: Path):
    tree = read(site, lang)
    (items,) = tree.xpath(f".//h2[text() = '{texts(lang)['llms']['pages']}']/following-sibling::ul[1]")
    (item,) = items
    assert item[0].get("href") == f"{SITE}{addresses.in_language('about/', lang)}"
    assert item.text_content() == f"{TITLES[lang].replace('&amp;', '&')}: {lang} *text*"
