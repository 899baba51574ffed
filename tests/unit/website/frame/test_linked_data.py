"""Linked data stays within its element and says the same, whatever the data holds."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import lxml.html
import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.views.page import Page
from macros.website.frame.linked_data.graph import linked_data, script_text
from macros.website.frame.page_info import About
from macros.website.printer import Printer

HOSTILE = [
    "</script><script>alert(1)</script>",
    "</SCRIPT >",
    "<!-- <script>",
    "]]>",
    '"},{"@id":"x',
    "a & b &lt; c",
    "a\u2028b\u2029c",
    "{{ 7*7 }} {% raw %}",
    "Đà Nẵng",
]


@pytest.fixture
def small(small_root: Path) -> Catalogue:
    return Catalogue(check(small_root)[0], dt.date(2026, 11, 21))


def about(title: str) -> About:
    shown = Page("partners/sakai.md", "partner", "sakai", title, title)
    return About(
        lang="en",
        site="https://example.org/",
        path="partners/sakai/",
        title=title,
        description=title,
        file="docs/en/partners/sakai.md",
        generated=shown,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_element_or_changes_on_the_way(text: str, small: Catalogue):
    head = Printer(small, "en").head(about(text))
    tree = lxml.html.document_fromstring(f"<html><head>{head}</head><body><p>end</p></body></html>")
    (script,) = tree.xpath("//script[@type='application/ld+json']")
    page = json.loads(script.text)["@graph"][0]
    assert page["name"] == text
    assert tree.xpath("//body/*/text()") == ["end"]
    assert tree.xpath("//meta[@property='og:title']/@content") == [" ".join(text.split())]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_script_text_is_plain_json(text: str):
    written = script_text({"name": text})
    assert json.loads(written) == {"name": text}
    assert not set("<>&\u2028\u2029").intersection(written)


def test_what_is_not_known_is_left_out(small: Catalogue):
    document = Page("documents/scheme.md", "document", "scheme", "x", "x")
    page = About(
        lang="en",
        site="https://example.org/",
        path="documents/scheme/",
        title="x",
        description="x",
        file="",
        generated=document,
    )
    thing = linked_data(page, small)["@graph"][-1]
    assert None not in thing.values()
    assert "datePublished" in thing or small.documents["scheme"].record.date is None
