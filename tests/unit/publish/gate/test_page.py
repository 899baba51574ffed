"""One built page as the gate reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.gate.page import BuiltPage, read_page
from macros.website.adapter.content_policy import protect
from tests.edits import replaced

PAGE = protect(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="description" content="d">'
    '<title>t</title><link rel="canonical" href="https://example.org/en/a/"><link rel="icon" href="../../i.svg">'
    '<link rel="alternate" href="../../a/"></head><body><a href="../b/">above</a>'
    '<article><h1 id="top">t</h1><ul><li><a href="#top">x</a></li></ul><table><tr><td>y</td></tr></table>'
    '<select><option>z</option></select><img src="x.png" alt=""></article></body></html>'
)


def read(tmp_path: Path, source: str, path: str = "en/a/index.html"):
    file = tmp_path / "page.html"
    file.write_text(source, encoding="utf-8")
    return read_page(file, path)


def test_a_good_page_says_where_it_leads_and_what_it_gathers(tmp_path: Path):
    page = read(tmp_path, PAGE)
    assert page.wrong == ()
    assert page.lang == "en"
    assert page.canonical == "https://example.org/en/a/"
    assert page.anchors == {"top"}
    assert page.loads == {"../../i.svg", "x.png"}
    assert page.leads == {"i.svg", "a/index.html", "en/b/index.html", "en/a/index.html#top", "en/a/x.png"}
    assert (page.rows, page.links, page.options) == (2, 1, 1)


@pytest.mark.parametrize("source", [PAGE, PAGE.replace("</body>", "<object></object></body>"), "", "<body>"])
def test_what_is_kept_of_a_page_is_all_that_was_read(tmp_path: Path, source: str):
    page = read(tmp_path, source)
    assert BuiltPage.from_text(page.to_text()) == page


def test_the_page_for_missing_addresses_stands_anywhere_so_its_links_are_not_followed(tmp_path: Path):
    assert read(tmp_path, PAGE, "en/404.html").leads == frozenset()


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('lang="en"', 'lang="vi"', "lang='vi'"),
        ("<title>t</title>", "<title> </title>", "no title"),
        ('content="d"', 'content=" "', "no description"),
        ("</article>", "<h1>t</h1></article>", "2 h1"),
        ("</article>", '<p id="top"></p></article>', "repeated id 'top'"),
        ("</article>", "<p>{{ item }}</p></article>", "unrendered '{{'"),
        ("</article>", '<p\nonclick="x()">x</p></article>', "element that is not ours: <p onclick>"),
        ("</article>", "<p/style='x'>x</p></article>", "element that is not ours: <p style>"),
        ("</article>", "<object></object></article>", "element that is not ours: <object>"),
        ("</article>", '<a href=" javascript:x()">x</a></article>', "an address that browsers read otherwise"),
        ("</article>", "<script>x()</script></article>", "a script within the page"),
        ('src="x.png"', 'src="//example.org/x.png"', "asks another host: //example.org/x.png"),
        ("script-src 'self'", "script-src 'self' https:", "no policy, or another one"),
        ("</html>", "", "empty or cut page"),
    ],
)
def test_a_fault_is_named_with_the_page(before: str, after: str, fault: str, tmp_path: Path):
    wrong = read(tmp_path, replaced(PAGE, before, after)).wrong
    assert [said for said in wrong if fault in said and said.startswith("en/a/index.html: ")] != [], wrong
    assert all(" / " in said or said.startswith("en/a/index.html: 2 h1") for said in wrong)


def test_text_that_only_looks_like_a_handler_is_no_fault(tmp_path: Path):
    assert read(tmp_path, replaced(PAGE, "above", "reason = on time; style = plain; location=x")).wrong == ()
