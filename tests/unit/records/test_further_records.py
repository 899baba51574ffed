"""The records beyond register and tasks against the documents: counts, rows, and the rules of the text."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.model import Text

# Annex I, list of partners: how many items each of its 21 entries prints, context and closing sentences included.
AREAS = {
    "us": 7,
    "jp": 7,
    "kr": 9,
    "cn": 5,
    "hong-kong-macao": 4,
    "tw": 2,
    "ae": 5,
    "sg": 6,
    "la": 3,
    "au": 5,
    "nl": 4,
    "de": 4,
    "fr": 4,
    "in": 5,
    "gb": 5,
    "th": 2,
    "il": 3,
    "ca": 2,
    "be": 1,
    "nordic": 3,
    "ru": 2,
}
# Words of the day of writing, which a record of the past must not keep.
NOW = re.compile(r"\b(now|recently|currently|nowadays|hiện nay|mới đây|gần đây|đến nay)\b", re.IGNORECASE)


@pytest.mark.parametrize("entry", AREAS)
def test_every_item_of_an_entry_of_annex_i_is_there(entry: str, catalogue: Catalogue):
    found = [
        name for name in catalogue.cooperation if re.fullmatch(rf"{entry}-(context|priority|other|general)-\d+", name)
    ]
    assert len(found) == AREAS[entry]


def test_annex_i_has_no_other_items(catalogue: Catalogue):
    assert len(catalogue.cooperation) == sum(AREAS.values())


def test_the_uae_has_the_item_printed_above_its_name(catalogue: Catalogue):
    assert catalogue.cooperation["ae-priority-1"].record.countries == ("ae",)


def test_groups_of_countries_are_spelt_out(catalogue: Catalogue):
    assert catalogue.cooperation["nordic-general-1"].record.countries == ("fi", "se", "dk")
    assert catalogue.cooperation["hong-kong-macao-priority-1"].record.countries == ("hk", "mo")


@pytest.mark.parametrize(
    ("country", "region"),
    [("th", "southeast-asia"), ("in", "south-asia"), ("il", "west-asia"), ("ca", "north-america")],
)
def test_regions_follow_geography_where_the_annex_prints_europe(country: str, region: str, catalogue: Catalogue):
    assert catalogue.countries[country].record.region == region


@pytest.mark.parametrize("row", range(1, 43))
def test_row_of_the_results_table_is_cited(row: int, catalogue: Catalogue):
    pattern = re.compile(rf"Bảng kết quả hợp tác, dòng ({row}|\d+ và {row}|{row} và \d+)$")
    sources = [source for item in catalogue.activities.values() for source in item.record.sources]
    assert any(pattern.search(source.locator) for source in sources)


def test_the_laos_block_is_entered(catalogue: Catalogue):
    block = [
        item
        for item in catalogue.activities.values()
        if any("phần Lào trước dòng 5" in source.locator for source in item.record.sources)
    ]
    assert len(block) >= 4


def test_activities_are_told_in_the_past(catalogue: Catalogue):
    for item in catalogue.activities.values():
        for text in (item.record.text.vi, item.record.text.en):
            assert not NOW.search(text), (item.id, text)


def test_the_truncated_text_about_pittsburgh_is_said_to_be_truncated(catalogue: Catalogue):
    notes = [item.record.note for item in catalogue.partners["pittsburgh"].activities]
    assert any(isinstance(note, Text) and re.search("truncated|cut", note.en) for note in notes)


def test_every_plan_has_its_tasks(catalogue: Catalogue):
    assert Counter(task.plan.id for task in catalogue.tasks.values()) == {
        "scheme-2887": 86,
        "action-165": 35,
        "ifc-222": 15,
        "steering-2026": 8,
        "scheme-part-vi": 14,
    }


def test_the_action_programme_prints_two_deadlines(catalogue: Catalogue):
    due = [
        str(task.record.due) for task in catalogue.tasks.values() if task.plan.id == "action-165" and task.record.due
    ]
    assert due == ["2025-06-10", "2025-06-15"]


def test_both_lists_of_abbreviations_are_there_in_full(catalogue: Catalogue):
    lists = Counter(entry.sources[0].locator for entry in catalogue.glossary)
    assert lists == {"Danh mục từ viết tắt tiếng Việt": 15, "Danh mục từ viết tắt tiếng Anh": 53}


def test_conflicting_counts_of_relations_are_told_apart_by_document(catalogue: Catalogue):
    (counts,) = [conflict for conflict in catalogue.conflicts if conflict.id == "scheme-2887-counts"]
    assert [claim.sources[0].document for claim in counts.values] == [
        "scheme-2887",
        "scheme-2887",
        "conference-2025",
        "steering-2026",
    ]


def test_contradictions_about_trade_agreements_are_on_record(catalogue: Catalogue):
    contradicted = {name for name, item in catalogue.trade_agreements.items() if item.conflicts}
    assert len(contradicted) == 3
    for part in ("uae", "israel", "lao"):
        assert any(part in name for name in contradicted), (part, contradicted)


def test_figures_of_one_series_share_unit_and_scope(catalogue: Catalogue):
    for series in catalogue.indicator_series:
        assert len({item.record.unit.vi for item in series}) == 1
        assert len({item.record.scope for item in series}) == 1


def test_the_chair_of_the_pemsea_network_is_told(catalogue: Catalogue):
    texts = [item.record.description.en for item in catalogue.organisations.values() if "pemsea" in item.id]
    assert any("2022" in text and "2025" in text for text in texts)


@pytest.mark.parametrize(
    ("mission", "since"), [("consulate-china", "2017"), ("consulate-korea", "2019"), ("consulate-japan", "2022")]
)
def test_consulates_have_their_years(mission: str, since: str, catalogue: Catalogue):
    record = catalogue.organisations[mission].record
    assert since in f"{record.since} {record.description.en}"


def test_documents_named_by_the_sources_have_a_place_where_they_are_named(catalogue: Catalogue):
    for item in catalogue.documents.values():
        assert item.uses or item.record.sources or item.attachments, item.id
