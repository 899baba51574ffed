"""The components that pages share, as the page that shows them all prints them."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fromstring

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.website.printer import Printer


@pytest.fixture(params=LANGS)
def shown(request: pytest.FixtureRequest, catalogue: Catalogue) -> HtmlElement:
    return fromstring(f"<div lang={request.param}>{Printer(catalogue, request.param).show('design', depth=1)}</div>")


def test_a_tile_is_read_as_its_figure_then_its_words(shown: HtmlElement):
    tiles = shown.find_class("tile")
    assert tiles
    for tile in tiles:
        parts = [part.text_content().strip() for part in tile]
        assert tile[0].tag == "strong"
        assert len(parts) > 1
        assert tile.text_content().split() == " ".join(parts).split()


def test_a_data_bar_is_as_long_as_its_share_and_never_longer_than_the_whole(shown: HtmlElement):
    for bar in shown.find_class("data-bar"):
        whole, part = (float(rect.get("width")) for rect in bar.iter("rect"))
        share = float(bar.getparent().text_content().split()[0])
        assert whole == 100
        assert part == pytest.approx(share)
        assert bar.get("aria-hidden") == "true"


def test_every_state_leads_to_what_it_counts(shown: HtmlElement):
    states = shown.find_class("state")
    assert states
    assert all(state.get("href") for state in states)


def test_every_mark_leads_to_its_source_at_the_foot(shown: HtmlElement):
    marks = [mark for marks in shown.find_class("source-marks") for mark in marks.iter("a")]
    listed = list(shown.find_class("sources-foot")[0])
    assert marks
    assert [item.get("id") for item in listed] == [f"source-{number}" for number in range(1, len(listed) + 1)]
    assert {mark.get("href").removeprefix("#") for mark in marks} == {item.get("id") for item in listed}
    assert all(mark.text_content() == mark.get("href").removeprefix("#source-") for mark in marks)


def test_the_view_that_is_shown_is_told_apart_by_more_than_colour(shown: HtmlElement):
    chips = shown.find_class("chip")
    assert [chip for chip in chips if chip.get("aria-current")]
    assert [chip for chip in chips if not chip.get("aria-current")]


def test_the_words_of_the_page_are_in_its_language(shown: HtmlElement):
    lead = shown.find_class("lead")[0].text_content()
    assert lead == texts(shown.get("lang"))["design"]["index_lead"]
