"""llms.txt, in the form that llmstxt.org describes, leads to files that are there."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from markdown_it import MarkdownIt

from macros.records.kinds import LISTED
from macros.views import addresses

SITE = "https://example.org/danang/"


def read(site: Path, root: str) -> lxml.html.HtmlElement:
    text = (site / root / "llms.txt").read_text(encoding="utf-8")
    return lxml.html.fragment_fromstring(MarkdownIt("commonmark").render(text), create_parent="div")


@pytest.mark.parametrize("root", ["", "en/"])
def test_it_has_a_title_a_summary_and_sections_of_links(root: str, site: Path):
    tree = read(site, root)
    assert [e.tag for e in tree][:2] == ["h1", "blockquote"]
    assert {e.tag for e in tree} == {"h1", "blockquote", "p", "h2", "ul"}
    for heading in tree.iter("h2"):
        assert heading.getnext().tag == "ul", heading.text
        assert all(item[0].tag == "a" for item in heading.getnext())


@pytest.mark.parametrize("root", ["", "en/"])
def test_every_address_is_there(root: str, site: Path):
    found = [str(a) for a in read(site, root).xpath(".//li/a/@href")]
    assert len(found) == len(set(found))
    for address in found:
        path = address.removeprefix(SITE)
        assert path != address, address
        assert (site / (f"{path}index.html" if path.endswith("/") else path)).is_file(), address


@pytest.mark.parametrize("root", ["", "en/"])
def test_it_names_every_list_with_its_json_and_the_pages_written_by_hand(root: str, site: Path):
    found = set(read(site, root).xpath(".//li/a/@href"))
    for kind in LISTED:
        assert f"{SITE}{root}{addresses.index(kind.singular)}" in found
        path = addresses.list_json(kind.singular)
        assert kind.listed_at or path is None or SITE + path in found
    assert f"{SITE}{root}background/goals/" in found
    for path in (
        "api/v1/index.json",
        f"{root}data/datapackage.json",
        f"{root}feeds/all.xml",
        f"{root}calendars/all.ics",
    ):
        assert SITE + path in found


@pytest.mark.parametrize(("root", "date"), [("", "21/11/2026"), ("en/", "21 November 2026")])
def test_it_says_as_of_when_under_which_licence_and_how_to_read_on(root: str, date: str, site: Path):
    text = read(site, root).text_content()
    assert date in text
    assert "CC BY 4.0" in text
    assert "index.md" in text
