"""Records joined with what belongs to them, in both directions."""

from __future__ import annotations

from pathlib import Path

from macros.records.kinds import SINGULAR
from tests.edits import edit
from tests.unit.catalogue.examples import KOBE, append, today

ORGANISATION = """
- id: forum
  kind: network
  name: {vi: Diễn đàn, en: Forum}
  description: {vi: Một diễn đàn., en: A forum.}
  sources:
    - {document: scheme, locator: x}
"""
CONFLICT = """
- id: {name}
  record: {kind}/{about}
  field: {field}
  values:
    - value: a
      sources: [{{document: scheme, locator: x}}]
    - value: b
      sources: [{{document: scheme, locator: y}}]
  note: {{vi: Hai chỗ ghi khác nhau., en: Two places differ.}}
"""


def test_records_are_joined_both_ways(small_root: Path):
    catalogue = today(small_root)
    japan = catalogue.countries["jp"]
    assert [partner.id for partner in japan.partners] == ["sakai"]
    assert [item.id for item in japan.tasks] == ["scheme-i-1"]
    assert [item.id for item in japan.cooperation] == ["jp-priority-1"]
    assert [item.id for item in japan.organisations] == ["jica"]
    assert [item.id for item in japan.trade_agreements] == ["cptpp"]
    assert [item.id for item in japan.activities] == ["sakai-1"]
    assert [item.id for item in catalogue.organisations["jica"].activities] == ["sakai-1"]
    assert [item.id for item in catalogue.partners["sakai"].activities] == ["sakai-1"]
    assert [item.id for item in catalogue.trade_agreements["cptpp"].tasks] == ["scheme-i-1"]
    assert [item.id for item in catalogue.agencies["foreign-affairs"].leads] == ["scheme-i-1"]
    assert [item.id for item in catalogue.agencies["peoples-committee"].signed] == ["sakai-2009"]
    assert [sector.id for sector in catalogue.agencies["foreign-affairs"].sectors] == ["tourism"]
    assert [conflict.id for conflict in catalogue.agreements["sakai-2009"].conflicts] == ["sakai-signing"]
    assert str(catalogue.partners["sakai"].since) == "2009"
    assert [task.id for task in catalogue.plans["scheme"].tasks] == ["scheme-i-1"]


def test_a_sector_has_everything_that_names_it(small_root: Path):
    tourism = today(small_root).sectors["tourism"]
    for items, expected in (
        (tourism.partners, "sakai"),
        (tourism.tasks, "scheme-i-1"),
        (tourism.lead_agencies, "foreign-affairs"),
        (tourism.groups, "scheme-i"),
        (tourism.cooperation, "jp-priority-1"),
        (tourism.activities, "sakai-1"),
        (tourism.indicators, "fdi-2023"),
        (tourism.seeks, "jp-priority-1"),
    ):
        assert [item.id for item in items] == [expected]


def test_an_agency_that_leads_a_task_of_a_sector_is_not_listed_again_for_supporting_one(small_root: Path):
    tasks = small_root / "data" / "tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    second = text.replace("scheme-i-1", "scheme-i-2").replace("number: I.1", "number: I.2")
    second = second.replace(
        "lead: [foreign-affairs]", "lead: [peoples-committee]\n  coordinating: [foreign-affairs]"
    ).replace("  coordinating_all_relevant: true\n", "")
    tasks.write_text(text + second, encoding="utf-8")
    catalogue = today(small_root)
    assert [item.id for item in catalogue.agencies["foreign-affairs"].coordinates] == ["scheme-i-2"]
    assert {agency.id for agency in catalogue.sectors["tourism"].lead_agencies} == {
        "foreign-affairs",
        "peoples-committee",
    }
    assert catalogue.sectors["tourism"].other_agencies == ()


def test_agreements_of_a_partner_come_in_the_order_of_their_signing(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    assert [item.id for item in today(small_root).partners["kobe"].agreements] == [
        "kobe-2001",
        "kobe-over",
        "kobe-2012",
        "kobe-open",
        # Not dated, so by the end of their terms.
        "kobe-three-years",
        "kobe-undated",
    ]


def test_a_document_knows_what_cites_it(small_root: Path):
    scheme = today(small_root).documents["scheme"]
    assert {"partners", "tasks", "places", "conflicts"} <= scheme.uses_by_kind.keys()
    assert scheme.uses == sum(scheme.uses_by_kind.values())
    before = scheme.uses_by_kind["organisations"]
    append(small_root, "organisations.yaml", ORGANISATION)
    assert today(small_root).documents["scheme"].uses_by_kind["organisations"] == before + 1


def test_a_document_is_named_by_tasks_whose_text_has_its_whole_number(small_root: Path):
    tasks = small_root / "data" / "tasks.yaml"
    edit(tasks, "Lập kế hoạch hội nhập hằng năm.", "Theo 2887/QĐ-UBND.")
    assert [task.id for task in today(small_root).documents["scheme"].naming_tasks] == ["scheme-i-1"]
    edit(tasks, "Theo 2887/QĐ-UBND.", "Theo 12887/QĐ-UBND.")
    assert today(small_root).documents["scheme"].naming_tasks == ()


def test_figures_of_different_scope_are_never_one_series(small_root: Path):
    indicators = small_root / "data" / "indicators.yaml"
    first = indicators.read_text(encoding="utf-8")
    earlier = first.replace("fdi-2023", "fdi-2022").replace("as_of: 2023-08", "as_of: 2022-08")
    merged = first.replace("fdi-2023", "fdi-2025").replace("scope: before-merger", "scope: after-merger")
    indicators.write_text(first + earlier + merged, encoding="utf-8")
    series = [[item.id for item in items] for items in today(small_root).indicator_series]
    assert series == [["fdi-2022", "fdi-2023"], ["fdi-2025"]]


def test_conflicts_on_which_more_depends_come_first(small_root: Path):
    for name, kind, about, field in (
        ("a", "cooperation", "jp-priority-1", "text"),
        ("b", "task", "scheme-i-1", "due"),
        ("c", "task", "scheme-i-1", "lead"),
        ("d", "indicator", "fdi-2023", "value"),
    ):
        append(small_root, "conflicts.yaml", CONFLICT.format(name=name, kind=kind, about=about, field=field))
    groups = {group.weight: group.entries for group in today(small_root).conflicts_by_weight}
    assert list(groups) == ["status", "count", "date", "body", "wording"]
    # An agreement has no name; readers know it by its partner.
    assert [(entry.kind, entry.name.en) for entry in groups["date"]] == [("agreement", "Sakai")]
    # A sentence is named as a title is: without its stop, and in one line.
    assert groups["wording"][0].name.en == "Attract Japanese ODA and investment"
    assert groups["status"][0].item.id == "scheme-i-1"


def test_the_day_of_a_signing_decides_where_a_term_runs_from_it(small_root: Path):
    (entry,) = [entry for group in today(small_root).conflicts_by_weight for entry in group.entries]
    assert entry.conflict.field == "signed"
    edit(small_root / "data" / "partners.yaml", "kind: indefinite", "kind: years\n        years: 3")
    assert [group.weight for group in today(small_root).conflicts_by_weight] == ["status"]


def test_every_kind_has_its_records_by_id(small_root: Path):
    append(small_root, "updates.yaml", "- {id: u, record: task/scheme-i-1, event: progress, date: 2026-05,\n")
    append(small_root, "updates.yaml", "   status: done, note: {vi: n, en: n}}\n")
    catalogue = today(small_root)
    for kind in SINGULAR:
        items = catalogue.of_kind(kind)
        assert items, kind
        assert all(item.record.id == name for name, item in items.items())
    assert catalogue.of_kind("partner") is catalogue.partners
    assert catalogue.of_kind("task-group") is catalogue.groups
    assert catalogue.of_kind("glossary")["oda"].place.file == "data/glossary.yaml"
    assert catalogue.of_kind("timeline") == {}


def test_nothing_is_joined_before_it_is_asked_for(small_root: Path):
    catalogue = today(small_root)
    assert not {"tasks", "partners", "countries"} & vars(catalogue).keys()
    assert catalogue.tasks is catalogue.tasks
    assert "tasks" in vars(catalogue)
    assert "countries" not in vars(catalogue)
