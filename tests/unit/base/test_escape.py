from __future__ import annotations

import html

import markdown
import pytest
from markupsafe import Markup

from macros.base.escape import escape

HOSTILE = [
    "<script>alert(1)</script>",
    "a | b",
    "`code`",
    "{{ 7*7 }}",
    "{% raw %}",
    "{: onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "**bold** and _it_",
    "# not a heading",
    "- not a list",
    "1. not a list",
    "> not a quotation",
    "&amp; stays",
    "\"quotes\" & 'apostrophes'",
    "a\\b",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_out_of_markdown_as_it_was_typed(text: str):
    converter = markdown.Markdown(extensions=["attr_list", "md_in_html", "tables", "admonition", "toc"])
    for source in (f"{escape(text)}", f"# {escape(text)}", f"<p>{escape(text)}</p>"):
        converted = converter.reset().convert(source)
        body = converted[converted.index(">") + 1 : converted.rindex("<")]
        assert "<" not in body
        assert html.unescape(body) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_safe_in_an_attribute(text: str):
    assert '"' not in escape(text)
    assert "<" not in escape(text)
    assert "{{" not in escape(text)


def test_line_breaks_become_spaces():
    assert escape("a\n\n    b") == "a b"


def test_markup_is_not_escaped_twice():
    assert escape(Markup("<b>&amp;</b>")) == "<b>&amp;</b>"


@pytest.mark.parametrize("number", [182.2, -3.5, 0, 46])
def test_numbers_stay_digits(number: float):
    assert escape(number) == str(number)
