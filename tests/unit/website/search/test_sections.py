"""Content cut into sections: what a search may find, and where."""

from __future__ import annotations

import pytest

from macros.website.search.sections import sections


def cut(content: str, repeated: frozenset[str] = frozenset()) -> list[tuple[str, str, list[str]]]:
    return [(section.anchor, section.heading, section.blocks) for section in sections(content, repeated)]


def test_a_heading_without_an_anchor_is_a_block_of_the_section_above():
    content = '<h1 id="top">Title</h1><p>a</p><h3>Part</h3><p>b</p><h2 id="x">Next</h2><p>c</p>'
    assert cut(content) == [("", "", ["a", "Part", "b"]), ("x", "Next", ["c"])]


def test_text_between_elements_is_kept_in_its_place():
    assert cut("<p>one <b>two</b> three<br>four</p>five<div>six</div>") == [
        ("", "", ["one two three four", "five", "six"])
    ]


@pytest.mark.parametrize(
    "left_out",
    [
        "<script>x()</script>",
        "<style>x</style>",
        "<svg><text>x</text></svg>",
        "<table><thead><tr><th>x</th></tr></thead></table>",
        "<table><caption>x</caption></table>",
        '<p class="note">x</p>',
        '<p><span class="visually-hidden">x</span></p>',
        "<p data-search-exclude>x</p>",
    ],
)
def test_what_every_page_has_is_no_words_of_this_one(left_out: str):
    assert cut(f"<p>a</p>{left_out}<p>b</p>") == [("", "", ["a", "b"])]


def test_classes_that_a_kind_of_page_repeats_are_left_out_too():
    content = '<p>a</p><ul class="more activities"><li>b</li></ul>'
    assert cut(content) == [("", "", ["a", "b"])]
    assert cut(content, frozenset({"activities"})) == [("", "", ["a"])]


def test_a_fact_is_one_block_with_its_label():
    assert cut('<dl class="facts"><div><dt>Kind</dt><dd>A <i>city</i></dd></div></dl>') == [("", "", ["Kind: A city"])]


def test_rows_of_a_register_are_left_to_their_records_and_rows_with_an_anchor_are_records():
    content = (
        '<table><tbody><tr data-facets="a:b" data-order="1"><th>x</th></tr>'
        '<tr id="oda" data-facets="a:b"><th>ODA</th><td>aid</td></tr></tbody></table>'
    )
    own, record = sections(content)
    assert (own.blocks, own.is_record) == ([], False)
    assert (record.anchor, record.heading, record.blocks, record.is_record) == ("oda", "ODA", ["ODA · aid"], True)


def test_things_that_only_their_looks_set_apart_are_apart_in_a_snippet_too():
    facts = "<dl><div><dt>Sectors</dt><dd><a>Ports</a></dd><dd><a>Culture</a></dd></div></dl>"
    assert cut(facts) == [("", "", ["Sectors: Ports · Culture"])]
    chips = '<p>Wish.\n<a href="a">Ports</a>\n<a href="b">Culture</a></p><ul><li>a <b>b</b></li><li>c</li></ul>'
    assert cut(chips) == [("", "", ["Wish. Ports · Culture", "a b", "c"])]
    cell = "<table><tr><td><ul><li>Ports</li><li>Culture</li></ul></td></tr></table>"
    assert cut(cell) == [("", "", ["Ports · Culture"])]
