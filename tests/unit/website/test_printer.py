"""Printing a page: breadcrumbs, relative links, and what pages written by hand may call."""

from __future__ import annotations

import lxml.html
import pytest

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.website.adapter import outline
from macros.website.printer import Printer


def parsed(body: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(f"<div>{outline.to_html(body)[0]}</div>")


def crumbs(body: str) -> list[tuple[str, str | None]]:
    """The steps of a page's breadcrumbs with their links; the page itself has none."""
    (trail,) = parsed(body).xpath("//nav[@class='crumbs']")
    assert trail.xpath("count(.//*[@aria-current='page'])") == 1
    return [(step.text_content(), next(iter(step.xpath("./a/@href")), None)) for step in trail.iter("li")]


def test_a_page_begins_with_the_way_to_it_from_where_it_lies(catalogue: Catalogue):
    words = texts("en")
    body = Printer(catalogue, "en").show("partner", "hanbit", 2)
    assert body.startswith('<nav class="crumbs"')
    assert crumbs(body) == [
        (words["crumbs"]["home"], "../../"),
        (words["partner"]["index_title"], "../../partners/"),
        ("South Korea", "../../countries/kr/"),
        ("Hanbit", None),
    ]


def test_links_climb_as_many_folders_as_the_page_lies_deep(catalogue: Catalogue):
    printer = Printer(catalogue, "vi")
    deep, flat = (set(parsed(printer.show("partner", "aoba", depth)).xpath("//@href")) for depth in (2, 0))
    assert {link for link in deep if link.startswith("..")} == {f"../../{link[2:]}" for link in flat if link[0] == "."}


def test_files_of_the_whole_site_lie_above_the_english_pages(catalogue: Catalogue):
    def feed(lang) -> str:
        (link,) = parsed(Printer(catalogue, lang).show("changes", "", 1)).xpath("//a[contains(@type, 'atom')]/@href")
        return str(link)

    assert (feed("vi"), feed("en")) == ("../feeds/all.xml", "../../en/feeds/all.xml")


def test_the_home_page_has_no_breadcrumbs(catalogue: Catalogue):
    assert "crumbs" not in Printer(catalogue, "vi").show("home")


def test_a_record_that_is_not_there_is_an_error(catalogue: Catalogue):
    with pytest.raises(KeyError):
        Printer(catalogue, "vi").show("partner", "nowhere", 2)


@pytest.mark.parametrize(("address", "above"), [("contribute/check/", 1), ("about/", 0)])
def test_a_guide_for_contributors_lies_below_theirs(catalogue: Catalogue, address: str, above: int):
    steps = crumbs(Printer(catalogue, "en").crumbs("Title <&>", address, address.count("/")))
    assert steps[-1] == ("Title <&>", None)
    assert len(steps) == 2 + above


def test_a_picture_that_nobody_has_taken_is_left_out(catalogue: Catalogue):
    assert Printer(catalogue, "vi").picture("no-such-picture", 1) == ""


def test_a_citation_links_to_its_document_and_keeps_the_locator(catalogue: Catalogue):
    cited = parsed(Printer(catalogue, "en").cite("outlook", "Phần <I>, mục 2", 1))
    (link,) = cited.xpath("//a")
    assert link.get("href") == "../documents/outlook/"
    assert link.text_content() == "Outlook, Phần <I>, mục 2"
    with pytest.raises(KeyError):
        Printer(catalogue, "en").cite("no-such-document", "x", 1)


def test_the_time_of_the_build_is_that_of_vietnam(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 00:00 UTC on 21 November 2026
    assert Printer(catalogue, "vi").built() == "07:00, 21/11/2026"
