"""Values that joined records derive from what they hold."""

from __future__ import annotations

from pathlib import Path

from macros.base.dates import PartialDate
from tests.unit.catalogue.examples import KOBE, append, past, replaced, today

ESTABLISHED = "  established: {date: 1999, sources: [{document: scheme, locator: y}]}\n"


def test_an_agreement_is_ordered_by_its_signing_else_by_its_end(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    agreements = today(small_root).agreements
    assert agreements["kobe-2012"].first_known == PartialDate(2012, 5)
    assert agreements["kobe-undated"].first_known == PartialDate(2029)


def test_a_relation_began_with_the_first_signing_unless_a_document_says_when(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    assert today(small_root).partners["kobe"].since == PartialDate(2001)
    assert past(small_root, "2000-12-31").partners["kobe"].since is None
    replaced(small_root, "partners.yaml", "- id: kobe\n", f"- id: kobe\n{ESTABLISHED}")
    assert today(small_root).partners["kobe"].since == PartialDate(1999)


def test_only_agreements_in_force_count_as_such(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    assert today(small_root).partners["kobe"].in_force == 4
    assert today(small_root).countries["jp"].in_force == 5
    assert len(today(small_root).countries["jp"].agreements) == 7


def test_an_activity_with_a_partner_and_an_organisation_of_a_country_stands_there_once(small_root: Path):
    assert [item.id for item in today(small_root).countries["jp"].activities] == ["sakai-1"]
    replaced(small_root, "activities.yaml", "  partners: [sakai]\n", "")
    assert [item.id for item in today(small_root).countries["jp"].activities] == ["sakai-1"]


def test_an_activity_without_a_date_has_no_year(small_root: Path):
    assert today(small_root).activities["sakai-1"].year == 2015
    replaced(small_root, "activities.yaml", "  date: 2015-08\n  also: [2016]\n", "")
    assert today(small_root).activities["sakai-1"].year is None


def test_areas_of_cooperation_are_told_apart_by_kind(small_root: Path):
    japan = today(small_root).countries["jp"]
    assert [item.id for item in japan.cooperation_of("priority")] == ["jp-priority-1"]
    assert japan.cooperation_of("general") == []
    replaced(small_root, "cooperation.yaml", "kind: priority", "kind: general")
    assert today(small_root).sectors["tourism"].cooperation[0].id == "jp-priority-1"
    assert today(small_root).sectors["tourism"].seeks == []


def test_a_lead_is_named_where_a_body_or_all_relevant_agencies_lead(small_root: Path):
    assert today(small_root).tasks["scheme-i-1"].lead_named
    replaced(small_root, "tasks.yaml", "  lead: [foreign-affairs]\n", "")
    assert not today(small_root).tasks["scheme-i-1"].lead_named
    replaced(small_root, "tasks.yaml", "  coordinating_all_relevant: true", "  lead_all_relevant: true")
    assert today(small_root).tasks["scheme-i-1"].lead_named
