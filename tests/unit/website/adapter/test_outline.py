"""Headings of generated pages as HTML."""

from __future__ import annotations

from macros.website.adapter.outline import to_html


def test_a_slash_between_words_of_a_heading_stays_in_their_line():
    html, (heading,) = to_html("# District / Party committees of 222/2025 { #top }\n\n<p>a / b</p>\n")
    assert '<h1 id="top">District&#160;/&#160;Party committees of 222/2025</h1>' in html
    assert heading.text == "District&#160;/&#160;Party committees of 222/2025"
    assert "<p>a / b</p>" in html
