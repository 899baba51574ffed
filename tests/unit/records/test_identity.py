"""What became of a record: other ids before, taken out of use, merged into another."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.check.rules import check
from macros.records.dataset import read
from macros.records.kinds import KINDS
from macros.records.model import Partner
from tests.edits import edit

RETIRED = """  retired:
    date: 2026-11-01
    reason: {vi: Ghi nhầm., en: Entered by mistake.}
"""
UPDATE = """- id: sakai-reviewed
  record: agreement/sakai-2009
  event: reviewed
  date: 2026-10-31
  result: continue
  note: {vi: Đã rà soát., en: Reviewed.}
"""


def rules(root: Path) -> list[str]:
    return [problem.rule for problem in check(root)[1]]


def retire_sakai(root: Path) -> None:
    """Retire the partner of the small data set, and what names it."""
    edit(root / "data" / "partners.yaml", "- id: sakai\n", f"- id: sakai\n{RETIRED}")
    edit(root / "data" / "activities.yaml", "  partners: [sakai]\n", f"  partners: [sakai]\n{RETIRED}")
    edit(
        root / "data" / "conflicts.yaml",
        "  record: agreement/sakai-2009\n",
        f"  record: agreement/sakai-2009\n{RETIRED}",
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_every_kind_of_record_can_change_its_id_and_be_retired(kind):
    assert list(kind.model.model_fields)[:3] == ["id", "former_ids", "retired"]


def test_a_retired_partner_takes_its_agreements_with_it(small_root: Path):
    retire_sakai(small_root)
    assert rules(small_root) == []
    (partner,) = read(small_root)[0].of("partners", Partner)
    assert partner.record.agreements[0].retired == partner.record.retired


def test_what_names_a_retired_record_from_outside_is_told(small_root: Path):
    edit(small_root / "data" / "partners.yaml", "- id: sakai\n", f"- id: sakai\n{RETIRED}")
    places = {(problem.rule, str(problem.place)) for problem in check(small_root)[1]}
    assert places == {
        ("retired-referred", "data/activities.yaml:3:14"),
        ("retired-referred", "data/conflicts.yaml:2:11"),
    }


def test_a_retired_agreement_may_name_what_is_retired_too(small_root: Path):
    edit(small_root / "data" / "agencies.yaml", "- id: peoples-committee\n", f"- id: peoples-committee\n{RETIRED}")
    assert rules(small_root) == ["retired-referred"]
    indented = RETIRED.replace("\n  ", "\n      ").replace("  retired", "      retired", 1)
    edit(small_root / "data" / "partners.yaml", "    - id: sakai-2009\n", f"    - id: sakai-2009\n{indented}")
    edit(small_root / "data" / "conflicts.yaml", "  record: agreement", f"{RETIRED}  record: agreement")
    assert rules(small_root) == []


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-10-31", []), ("2026-11-01", ["update-on-retired"]), ("2026", ["update-on-retired"])],
)
def test_only_what_happened_before_a_record_was_retired_can_be_told_of_it(day: str, told: list[str], small_root: Path):
    retire_sakai(small_root)
    (small_root / "data" / "updates").mkdir()
    (small_root / "data" / "updates" / "review.yaml").write_text(UPDATE.replace("2026-10-31", day))
    assert rules(small_root) == told


def test_a_former_id_of_an_agreement_in_a_file_of_its_own_counts_as_any_other(small_root: Path):
    edit(
        small_root / "data" / "partners.yaml",
        "    - id: sakai-2009\n",
        "    - id: sakai-2009\n      former_ids: [sakai-x]\n",
    )
    added = small_root / "data" / "agreements" / "sakai.yaml"
    added.parent.mkdir()
    added.write_text(
        """- id: sakai-2020
  former_ids: [sakai-x, sakai-2009]
  partner: sakai
  instrument: agreement
  signatory: peoples-committee
  signed: 2020
  term: {kind: indefinite}
  sources: [{document: scheme, locator: x}]
"""
    )
    assert sorted(rules(small_root)) == ["former-id-in-use", "former-id-twice"]


def test_a_former_id_of_one_kind_may_be_an_id_of_another(small_root: Path):
    edit(small_root / "data" / "sectors.yaml", "- id: tourism\n", "- id: tourism\n  former_ids: [sakai]\n")
    assert rules(small_root) == []


def test_mergers_may_follow_each_other_but_not_in_a_circle(small_root: Path):
    def partner(name: str, into: str) -> str:
        source = "[{document: scheme, locator: x}]"
        merged = f"  merged_into: {{partner: {into}, date: 2020, sources: {source}}}\n" if into else ""
        head = f"- id: {name}\n  kind: city\n  country: jp\n  name: {{vi: {name}, en: {name}}}\n"
        return f"{head}{merged}  sources: {source}\n"

    more = small_root / "data" / "partners" / "more.yaml"
    more.parent.mkdir()
    more.write_text(partner("izumi", "kishiwada") + partner("kishiwada", "sakai"))
    assert rules(small_root) == []
    more.write_text(partner("izumi", "kishiwada") + partner("kishiwada", "izumi"))
    assert rules(small_root) == ["merged-circle", "merged-circle"]


def test_a_partner_is_found_again_by_a_former_name(small_root: Path):
    edit(
        small_root / "data" / "partners.yaml",
        "  sectors: [tourism]\n",
        "  former_names: [{name: {vi: Izumi, en: Izumi}}]\n  sectors: [tourism]\n",
    )
    more = small_root / "data" / "partners" / "more.yaml"
    more.parent.mkdir()
    more.write_text(
        """- id: izumi
  kind: city
  country: jp
  name: {vi: Izumi, en: Izumi}
  sources: [{document: scheme, locator: x}]
"""
    )
    assert "duplicate-partner" in rules(small_root)
