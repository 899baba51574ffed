"""The description of a change, made from two folders of data: records in words, ends that move, pages, problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.contribute.pull_request.artifact import parse
from macros.contribute.pull_request.comment import comment
from macros.contribute.pull_request.description import describe
from macros.contribute.pull_request.proposal import LARGEST, Pages, Proposal
from tests.conftest import TOWN
from tests.repository import Repository
from tests.unit.contribute.pull_request.edits import edit, put


def said(proposal: Proposal) -> list[tuple[str, str, int, list[str]]]:
    """Each group with the English names of its records."""
    return [
        (group.action, group.kind, group.count, [words.en for record in group.records for words in record.names])
        for group in proposal.groups
    ]


def test_nothing_changed_is_nothing_said(small_root: Path, changed_root: Path):
    proposal = describe(small_root, changed_root, None)
    assert (proposal.groups, proposal.ends, proposal.errors, proposal.warnings) == ([], [], 0, 0)


def test_an_agreement_is_named_by_its_partner_and_sectors(small_root: Path, changed_root: Path):
    new = """    - id: sakai-2026
      instrument: memorandum
      signatory: peoples-committee
      signed: 2026-03
      sectors: [tourism]
      term:
        kind: indefinite
      sources:
        - document: scheme
          locator: Phụ lục I, dòng 15
"""
    edit(changed_root, "partners.yaml", "  agreements:\n", f"  agreements:\n{new}")
    assert said(describe(small_root, changed_root, None)) == [("added", "agreement", 1, ["Sakai", "Tourism"])]
    assert said(describe(changed_root, small_root, None)) == [("removed", "agreement", 1, ["Sakai", "Tourism"])]


def test_a_changed_record_names_its_fields(small_root: Path, changed_root: Path):
    edit(changed_root, "partners.yaml", "signed: 2009", "signed: 2010")
    (group,) = describe(small_root, changed_root, None).groups
    assert (group.action, group.kind, group.records[0].id) == ("changed", "agreement", "sakai-2009")
    assert group.records[0].fields == ["signed"]
    said = group.records[0].said
    assert said is not None
    assert "2009" in said.en
    assert "2010" in said.en
    assert said.vi != said.en


def test_a_record_moved_to_another_file_is_no_change(small_root: Path, changed_root: Path):
    (changed_root / "data" / "partners").mkdir()
    (changed_root / "data" / "partners.yaml").rename(changed_root / "data" / "partners" / "sakai.yaml")
    (changed_root / "data" / "partners.yaml").write_text("[]\n")
    assert describe(small_root, changed_root, None).groups == []


def test_an_end_moves_by_a_changed_term_and_by_an_update(small_root: Path, changed_root: Path):
    edit(small_root, "partners.yaml", "kind: indefinite", "kind: until\n        until: 2023-08-03")
    edit(changed_root, "partners.yaml", "kind: indefinite", "kind: until\n        until: 2026-08-03")
    (end,) = describe(small_root, changed_root, None).ends
    assert (end.names[0].en, end.before, end.after) == ("Sakai", "2023-08-03", "2026-08-03")
    update = """- id: sakai-renewed
  record: agreement/sakai-2009
  event: renewed
  date: 2026-08-01
  until: 2027-08-03
  note:
    vi: Gia hạn.
    en: Renewed.
"""
    (changed_root / "data" / "updates").mkdir()
    (changed_root / "data" / "updates" / "sakai.yaml").write_text(update, encoding="utf-8")
    proposal = describe(small_root, changed_root, None)
    assert [(end.before, end.after) for end in proposal.ends] == [("2023-08-03", "2027-08-03")]
    assert ("added", "update", 1, ["Sakai"]) in said(proposal)


def test_a_file_that_cannot_be_read_is_an_error_not_a_removal(small_root: Path, changed_root: Path):
    edit(changed_root, "partners.yaml", "  kind: city", "  kind: [city")
    proposal = describe(small_root, changed_root, None)
    assert proposal.groups == []
    assert proposal.errors >= 1
    assert (proposal.findings[0].severity, proposal.findings[0].place[:19]) == ("error", "data/partners.yaml:")


def test_data_that_do_not_fit_the_model_are_described_all_the_same(small_root: Path, changed_root: Path):
    edit(changed_root, "partners.yaml", "kind: city", "kind: village")
    proposal = describe(small_root, changed_root, None)
    assert [(group.action, group.kind, group.records[0].fields) for group in proposal.groups] == [
        ("changed", "partner", ["kind"])
    ]
    assert (proposal.findings[0].rule, proposal.findings[0].found) == ("not-listed", "village")


def test_the_largest_change_makes_a_file_that_is_read_again(tmp_path: Path):
    (tmp_path / "data").mkdir()
    proposal = describe(tmp_path, TOWN, Pages(changed=0, added=1406, removed=0))
    text = proposal.model_dump_json(indent=1).encode()
    assert len(text) < LARGEST / 2
    assert parse(text) == proposal
    assert {group.kind for group in proposal.groups} > {"partner", "agreement", "task", "document"}


def test_long_values_are_shortened_rather_than_refused(small_root: Path, changed_root: Path):
    edit(changed_root, "partners.yaml", "en: Sakai", "en: " + "S" * 5000)
    edit(changed_root, "partners.yaml", "  kind: city", f"  {'x' * 500}: city")
    proposal = describe(small_root, changed_root, None)
    assert parse(proposal.model_dump_json().encode()) == proposal


def test_a_record_about_another_is_known_by_that_one(small_root: Path, changed_root: Path):
    edit(changed_root, "conflicts.yaml", "- id: sakai-signing", "- id: sakai-signing-2")
    edit(changed_root, "conflicts.yaml", "locator: Phần III", "locator: Phần IV")
    assert said(describe(small_root, changed_root, None)) == [
        ("added", "conflict", 1, ["Sakai"]),
        ("removed", "conflict", 1, ["Sakai"]),
    ]


@pytest.mark.parametrize("about", ["update/itself", "village/sakai", "partner/nobody", "sakai", ""])
def test_a_record_about_nothing_that_is_there_has_no_name(about: str, small_root: Path, changed_root: Path):
    put(changed_root, "updates/new.yaml", f"- id: itself\n  record: {about}\n")
    proposal = describe(small_root, changed_root, None)
    assert said(proposal) == [("added", "update", 1, [])]
    assert proposal.errors >= 1


def test_style_is_warned_of_in_the_files_that_the_change_touches(small_root: Path, changed_root: Path):
    for root in (small_root, changed_root):
        edit(root, "sectors.yaml", "  name:\n", "\n  name:\n")
    edit(changed_root, "partners.yaml", "  kind: city\n  country: jp\n", "  country: jp\n  kind: city\n")
    proposal = describe(small_root, changed_root, None)
    assert (proposal.groups, proposal.errors, proposal.warnings) == ([], 0, 1)
    assert [(finding.rule, finding.place) for finding in proposal.findings] == [("style", "data/partners.yaml:2:1")]


def test_a_partner_renamed_with_its_agreement_is_one_renaming(small_root: Path, changed_root: Path):
    edit(changed_root, "partners.yaml", "- id: sakai\n", "- id: sakai-city\n  former_ids: [sakai]\n")
    edit(changed_root, "partners.yaml", "- id: sakai-2009\n", "- id: sakai-city-2009\n      former_ids: [sakai-2009]\n")
    edit(changed_root, "activities.yaml", "partners: [sakai]", "partners: [sakai-city]")
    edit(changed_root, "conflicts.yaml", "agreement/sakai-2009", "agreement/sakai-city-2009")
    edit(changed_root, "places.yaml", "id: sakai\n", "id: sakai-city\n  former_ids: [sakai]\n")
    proposal = describe(small_root, changed_root, None)
    assert said(proposal) == [("renamed", "partner", 1, ["Sakai"])]
    assert proposal.errors == 0


def test_a_removed_record_is_explained(changed_root: Path, small_root: Path):
    published = Repository(changed_root)
    (published.root / "data" / "glossary.yaml").write_text("[]\n", encoding="utf-8")
    proposal = describe(small_root, changed_root, None)
    finding = next(finding for finding in proposal.findings if finding.rule == "record-removed")
    assert finding.place.startswith("data/glossary.yaml:1:")
    told = comment(proposal, "https://example.org/run")
    assert "former_ids" in told
    assert "retired" in told
