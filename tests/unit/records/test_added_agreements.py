"""An agreement in a small file of its own counts as if it stood with its partner."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check, counts
from tests.edits import replaced

ADDED = """- id: sakai-2026
  partner: sakai
  instrument: memorandum
  signatory: peoples-committee
  signed: 2026-03-15
  term:
    kind: years
    years: 5
  sectors: [tourism]
  sources:
    - document: sakai-memorandum
      locator: toàn văn
  documents:
    - id: sakai-memorandum
      kind: treaty
      title:
        vi: Bản ghi nhớ
        en: Memorandum
"""


def add(root: Path, text: str = ADDED, name: str = "sakai-2026.yaml") -> list[str]:
    (root / "data" / "agreements").mkdir(exist_ok=True)
    (root / "data" / "agreements" / name).write_text(text)
    return [f"{problem.place}: {problem.rule} {problem.found}" for problem in check(root)[1]]


def test_it_stands_with_its_partner_with_its_own_place(small_root: Path):
    assert add(small_root) == []
    dataset, _ = check(small_root)
    records = Catalogue(dataset, dt.date(2026, 11, 21))
    assert [item.id for item in records.partners["sakai"].agreements] == ["sakai-2009", "sakai-2026"]
    item = records.agreements["sakai-2026"]
    assert str(item.place) == "data/agreements/sakai-2026.yaml:1:3"
    assert (item.status, str(item.expires)) == ("in-force", "2031-03-15")
    assert [agreement.id for agreement in records.agencies["peoples-committee"].signed][-1] == "sakai-2026"
    assert counts(dataset)["agreements"] == 2


def test_a_document_that_it_brings_is_a_document_like_others(small_root: Path):
    add(small_root)
    dataset, _ = check(small_root)
    records = Catalogue(dataset, dt.date(2026, 11, 21))
    document = records.documents["sakai-memorandum"]
    assert document.uses == 1
    assert str(document.place) == "data/agreements/sakai-2026.yaml:14:7"


def test_an_unknown_partner_is_reported_once(small_root: Path):
    assert add(small_root, replaced(ADDED, "partner: sakai", "partner: sakay")) == [
        "data/agreements/sakai-2026.yaml:2:12: unknown-reference sakay"
    ]


def test_an_id_used_by_a_nested_agreement_or_in_another_file_is_reported(small_root: Path):
    assert add(small_root, replaced(ADDED, "id: sakai-2026", "id: sakai-2009")) == [
        "data/agreements/sakai-2026.yaml:1:7: duplicate-id sakai-2009"
    ]
    add(small_root)
    again = ADDED.partition("  sources:")[0] + "  sources:\n    - document: scheme\n      locator: dòng 1\n"
    assert add(small_root, again, "second.yaml") == ["data/agreements/second.yaml:1:7: duplicate-id sakai-2026"]


def test_a_document_that_is_there_already_is_reported(small_root: Path):
    found = add(small_root, replaced(ADDED, "- id: sakai-memorandum", "- id: scheme").replace("sakai-memor", "schem"))
    assert "data/agreements/sakai-2026.yaml:14:11: duplicate-id scheme" in found


def test_the_rules_for_agreements_apply(small_root: Path):
    assert add(small_root, replaced(ADDED, "signatory: peoples-committee", "signatory: nobody")) == [
        "data/agreements/sakai-2026.yaml:4:14: unknown-reference nobody"
    ]
    assert add(small_root, replaced(ADDED, "kind: years\n    years: 5", "kind: until\n    until: 2025-01-01")) == [
        "data/agreements/sakai-2026.yaml:8:12: date-order 2025-01-01"
    ]
    assert add(small_root, replaced(ADDED, "signed: 2026-03-15", "signed: 2026-13")) == [
        "data/agreements/sakai-2026.yaml:5:11: date 2026-13"
    ]


def test_an_update_and_a_conflict_may_be_about_it(small_root: Path):
    add(small_root)
    (small_root / "data" / "updates").mkdir()
    (small_root / "data" / "updates" / "ended.yaml").write_text(
        "- id: sakai-ended\n  record: agreement/sakai-2026\n  event: ended\n  date: 2026-10-01\n"
        "  note:\n    vi: Hai bên chấm dứt.\n    en: Both sides ended it.\n"
    )
    dataset, problems = check(small_root)
    assert problems == []
    assert Catalogue(dataset, dt.date(2026, 11, 21)).agreements["sakai-2026"].status == "expired"
