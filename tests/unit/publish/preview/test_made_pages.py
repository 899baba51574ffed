"""A page is left as it is when all that it took from the records reads the same, and its title does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import ordered, traced, tracing
from macros.catalogue.digests import Digests
from macros.publish.preview.made_pages import MadePages, Results, State
from macros.records.check.rules import check
from macros.views.page import Page
from macros.website.adapter.handover import PageResult
from tests.edits import edit

PARTNER, SECTOR = (
    Page("partners/sakai.md", "partner", "sakai", "Sakai", "x"),
    Page("sectors/a.md", "sector", "a", "A", "x"),
)


def state(root: Path, heads: bytes = b"", before: State | None = None, **titles: str) -> State:
    """The state of the small data set as it stands, with two pages."""
    records = traced(Catalogue(check(root)[0], dt.date(2026, 11, 21)))
    pages = [
        Page(p.path, p.template, p.record, titles.get(p.template, p.title), p.description) for p in (PARTNER, SECTOR)
    ]
    return State(records, Digests(before.digests if before else None), heads, dict.fromkeys(LANGS, pages))


def results(made: State) -> Results:
    """Notes of building two pages: the one takes a partner, the other a sector."""
    with tracing(made.records) as partner:
        assert made.records.partners["sakai"]
    with tracing(made.records) as sector:
        assert made.records.sectors["tourism"]
    one, other = (PageResult(ordered(asked), frozenset(), b"") for asked in (partner, sector))
    return {lang: {PARTNER.path: one, SECTOR.path: other} for lang in LANGS}


@pytest.fixture
def made(small_root: Path) -> MadePages:
    first = state(small_root)
    nothing: Results = {lang: {} for lang in LANGS}
    return MadePages().followed_by(first, nothing, results(first))


def left(made: MadePages, now: State) -> list[str]:
    unchanged = made.unchanged(now)
    assert unchanged["vi"].keys() == unchanged["en"].keys()
    return sorted(unchanged["vi"])


def test_nothing_is_left_before_anything_is_made(small_root: Path):
    assert left(MadePages(), state(small_root)) == []


def test_all_pages_are_left_while_nothing_changes(made: MadePages, small_root: Path):
    assert left(made, state(small_root, before=made.state)) == [PARTNER.path, SECTOR.path]


def test_a_page_is_made_again_when_a_record_that_it_took_changes(made: MadePages, small_root: Path):
    edit(small_root / "data" / "glossary.yaml", "abbreviation: ODA", "abbreviation: ODX")
    assert left(made, state(small_root, before=made.state)) == [PARTNER.path, SECTOR.path]
    edit(small_root / "data" / "partners.yaml", "en: Sakai", "en: Sakai City")
    assert PARTNER.path not in left(made, state(small_root, before=made.state))


def test_a_page_with_another_title_is_made_again(made: MadePages, small_root: Path):
    assert left(made, state(small_root, sector="B")) == [PARTNER.path]


def test_all_pages_are_made_again_when_a_title_in_the_navigation_changes(made: MadePages, small_root: Path):
    assert left(made, state(small_root, heads=b"other")) == []


def test_pages_that_are_left_are_compared_again_next_time(made: MadePages, small_root: Path):
    second = state(small_root, before=made.state, sector="B")
    unchanged = made.unchanged(second)
    built: Results = {lang: {SECTOR.path: results(second)[lang][SECTOR.path]} for lang in LANGS}
    again = made.followed_by(second, unchanged, built)
    assert left(again, state(small_root, before=second, sector="B")) == [PARTNER.path, SECTOR.path]
    assert left(again, state(small_root, before=second)) == [PARTNER.path]
