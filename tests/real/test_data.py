"""Rules that hold for the real data after any correct edit."""

from __future__ import annotations

import re
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.records.dataset import Dataset
from macros.records.model import Place
from tests.conftest import PROJECT

# Words of the day of writing, which a record of the past must not keep.
NOW = re.compile(r"\b(now|recently|currently|nowadays|hiện nay|mới đây|gần đây|đến nay)\b", re.IGNORECASE)
# Kinds that say in another way where they come from, or that are about other records.
WITHOUT_SOURCES = {"documents", "conflicts", "updates", "tallies", "places", "vocabularies", "preferred-terms"}


def test_the_data_pass_the_check():
    assert [problem.text() for problem in errors(check(PROJECT)[1])] == []


def test_every_record_has_a_source_with_a_locator(real_dataset: Dataset):
    for kind, entries in real_dataset.entries.items():
        for entry in entries if kind not in WITHOUT_SOURCES else ():
            assert entry.record.sources, entry.record.id
            assert all(source.locator for source in entry.record.sources), entry.record.id


def test_every_document_is_cited_or_says_where_it_is_named(real_catalogue: Catalogue):
    for item in real_catalogue.documents.values():
        assert item.uses or item.record.sources or item.attachments, item.id


def test_activities_are_told_in_the_past(real_catalogue: Catalogue):
    for item in real_catalogue.activities.values():
        for text in (item.record.text.vi, item.record.text.en):
            assert not NOW.search(text), (item.id, text)


def test_figures_of_one_series_share_unit_and_scope(real_catalogue: Catalogue):
    for series in real_catalogue.indicator_series:
        assert len({item.record.unit.vi for item in series}) == 1
        assert len({item.record.scope for item in series}) == 1


def test_every_place_names_the_gazetteer_that_has_it(real_dataset: Dataset):
    for entry in real_dataset.of("places", Place):
        place = entry.record
        assert place.gazetteer_id or (place.gazetteer != "geonames" and place.note), place.id


def test_a_province_says_which_town_stands_for_it(real_catalogue: Catalogue):
    for place in real_catalogue.places:
        whole = place.name is None and real_catalogue.partners[place.id].record.kind in {"province", "state", "region"}
        assert not whole or place.note is not None, place.id


def test_every_partner_counts_once_among_the_regions(real_catalogue: Catalogue):
    assert sum(real_catalogue.partners_by_region.values()) == len(real_catalogue.partners)


def test_the_project_reads_nothing_from_outside():
    for path in [*Path(PROJECT / "macros").rglob("*.py"), *Path(PROJECT / "scripts").glob("*.py")]:
        assert "../shared" not in path.read_text(encoding="utf-8"), path
