"""Markdown twins of small pages, as a public Markdown parser reads them."""

from __future__ import annotations

import lxml.html
import pytest
from markdown_it import MarkdownIt

from macros.export.markdown.escaping import escaped
from macros.export.markdown.twins import markdown

ADDRESS = "https://example.org/a/b/"


def read(text: str, *, linkify: bool = False) -> lxml.html.HtmlElement:
    """A Markdown text as a reader's program shows it."""
    shown = MarkdownIt("gfm-like", {"linkify": linkify}).render(text)
    return lxml.html.fragment_fromstring(shown, create_parent="div")


def twin(article: str, title: str = "Title") -> str:
    """The twin of a page with this article."""
    page = f'<!doctype html><body><nav>x</nav><article class="a">{article}</article></body>'
    return markdown(page.encode(), title, ADDRESS)


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
    "<h2>{}</h2>",
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
    written = twin(source)
    shown = read(written, linkify=True)
    assert " ".join(shown.text_content().split()).count(" ".join(text.split())) == place.count("{}"), written
    assert shown.xpath(".//script | .//img | .//code | .//del | .//hr | .//blockquote | .//em") == [], written
    assert shown.xpath(".//a/@href") == (["https://example.org/a/x/"] if "href" in place else []), written
    assert len(shown.xpath(".//h2")) == place.count("<h2>"), written
    assert len(shown.xpath(".//li")) == place.count("<li>") + place.count("<dt>"), written
    assert len(shown.xpath(".//table//td")) == place.count("<td>"), written


@pytest.mark.parametrize("text", HOSTILE)
def test_the_title_is_the_one_given_and_stands_once(text: str):
    (heading,) = read(twin("<h1>As the page shows it</h1><p>a</p>", title=text), linkify=True).iter("h1")
    assert heading.text_content() == text
    assert len(heading) == 0


@pytest.mark.parametrize(
    "unseen",
    [
        '<nav class="crumbs"><ol><li>x</li></ol></nav>',
        '<div class="rejudged" role="status"><p>x</p></div>',
        '<span class="status visually-hidden">x</span>',
        "<p hidden>x</p>",
        "<svg><text>x</text></svg>",
        "<button>x</button>",
        "<script>x</script>",
        "<!-- x -->",
    ],
)
def test_what_is_for_eyes_or_programs_is_left_out_and_what_follows_stays(unseen: str):
    assert twin(f"<p>before</p>{unseen}after<p>end</p>") == "# Title\n\nbefore\n\nafter\n\nend\n"


def test_the_foot_of_a_page_is_left_out():
    assert twin('<p>a</p><footer class="page-foot"><p>JSON</p></footer>') == "# Title\n\na\n"


def test_a_table_keeps_its_rows_and_lists_within_stay_in_their_cells():
    rows = "<tr><th>A</th><th>B</th></tr><tr><td><ul><li>1</li><li>2</li></ul></td><td>x<br>y</td></tr>"
    assert (
        twin(f"<table><caption>c</caption>{rows}</table>")
        == "# Title\n\n| A | B |\n| --- | --- |\n| - 1 - 2 | x; y |\n"
    )


def test_a_list_of_parts_with_headings_is_no_list():
    parts = "<ol><li><h3>2014</h3><ol><li>a</li><li>b</li></ol></li><li><h3>2012</h3></li></ol>"
    assert twin(parts) == "# Title\n\n### 2014\n\n1. a\n2. b\n\n### 2012\n"


def test_facts_are_a_list_with_bold_names():
    facts = "<dl><div><dt>Kind</dt><dd>City</dd></div><div><dt>Known as</dt><dd><ul><li>a</li></ul></dd></div></dl>"
    assert twin(facts) == "# Title\n\n- **Kind:** City\n- **Known as:**\n  - a\n"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../x/", "https://example.org/a/x/"),
        ("../../../../x", "https://example.org/x"),
        ("#y", "https://example.org/a/b/#y"),
        ("?q=1", "https://example.org/a/b/?q=1"),
        ("/z/", "https://example.org/z/"),
        ("https://elsewhere.example/ü", "https://elsewhere.example/%C3%BC"),
    ],
)
def test_links_are_absolute(link: str, expected: str):
    assert read(twin(f'<p><a href="{link}">t</a></p>')).xpath(".//a/@href") == [expected]


def test_an_address_cannot_end_its_link():
    written = twin('<p><a href="https://example.org/a) [x](javascript:1">t</a></p>')
    assert read(written).xpath(".//a/@href") == ["https://example.org/a%29%20%5Bx%5D%28javascript:1"]


def test_space_is_one_space():
    assert escaped(" a \n\t b ") == " a b "
