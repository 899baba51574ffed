"""Rules about the life of agreements, beyond the broken file of each."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from macros.records.check.rules import check
from macros.records.check.rules.texts import FOLDER
from macros.records.model import RELATIONS
from tests.edits import edit

SECOND = """- id: {id}
  partner: sakai
  instrument: memorandum
  signatory: peoples-committee
  signed: 2012
  {relation}: [{earlier}]
  term:
    kind: unstated
  sources:
    - document: scheme
      locator: toàn văn
"""


def update(root: Path, event: str, date: str, *more: str) -> None:
    """Add an update on the agreement of the small data set."""
    lines = [f"- id: {event}-{date}", "  record: agreement/sakai-2009", f"  event: {event}", f"  date: {date}"]
    lines += [f"  {line}" for line in more] + ["  note: {vi: Ghi chú, en: Note}"]
    path = root / "data" / "updates" / f"{event}-{date}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def add(root: Path, name: str, relation: str, earlier: str) -> None:
    """Add an agreement that leads to an earlier one."""
    path = root / "data" / "agreements" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(SECOND.format(id=name, relation=relation, earlier=earlier), encoding="utf-8")


def rules(root: Path) -> list[str]:
    return [problem.rule for problem in check(root)[1]]


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_circle_of_several_agreements_is_reported_once_for_each_relation(relation: str, small_root: Path):
    add(small_root, "second", relation, "sakai-2009")
    add(small_root, "third", "under", "second")
    assert rules(small_root) == []
    edit(small_root / "data" / "partners.yaml", "signed: 2009\n", "signed: 2009\n      under: [third]\n")
    (problem,) = check(small_root)[1]
    assert problem.rule == "agreement-circle"
    assert set(problem.found.split(" → ")) == {"sakai-2009", "second", "third"}


def test_an_agreement_reached_by_two_ways_is_no_circle(small_root: Path):
    add(small_root, "second", "amends", "sakai-2009")
    add(small_root, "third", "under", "second")
    edit(small_root / "data" / "agreements" / "third.yaml", "  term:", "  implements: [sakai-2009]\n  term:")
    assert rules(small_root) == []


def test_replaced_by_an_agreement_that_it_supersedes_itself_is_a_circle(small_root: Path):
    add(small_root, "second", "supersedes", "sakai-2009")
    update(small_root, "replaced", "2020", "by: second")
    assert rules(small_root) == []
    edit(small_root / "data" / "partners.yaml", "signed: 2009\n", "signed: 2009\n      supersedes: [second]\n")
    assert "agreement-circle" in rules(small_root)


def test_a_relation_to_no_agreement_is_an_unknown_reference(small_root: Path):
    add(small_root, "second", "amends", "sakai-2008")
    update(small_root, "replaced", "2020", "by: third")
    found = {(problem.rule, problem.found) for problem in check(small_root)[1]}
    assert found == {("unknown-reference", "sakai-2008"), ("unknown-reference", "third")}


@pytest.mark.parametrize(
    ("announced", "signed", "fits"),
    [
        ("2009-03-01", "2009-03-02", True),
        ("2009-03-01", "2009-03-01", False),  # at once
        ("2009-03-02", "2009-03-01", False),
        ("2009-03", "2009-03-20", True),  # announced within the month, before that day
        ("2009-03-20", "2009-03", True),
    ],
)
def test_an_agreement_is_announced_before_it_is_signed(announced: str, signed: str, fits: bool, small_root: Path):
    dates = f"announced: {announced}\n      signed: {signed}\n"
    edit(small_root / "data" / "partners.yaml", "signed: 2009\n", dates)
    assert rules(small_root) == ([] if fits else ["announced-and-signed"])


def test_an_announcement_that_an_update_tells_comes_before_the_signing_too(small_root: Path):
    update(small_root, "announced", "2008-05-01")
    assert rules(small_root) == []
    update(small_root, "announced", "2010-05-01")
    assert rules(small_root) == ["announced-and-signed"]


def test_an_announced_agreement_is_signed_by_an_update_once(small_root: Path):
    edit(small_root / "data" / "partners.yaml", "signed: 2009\n", "announced: 2009\n")
    update(small_root, "signed", "2010-05-01", "until: 2030-05-01")
    assert rules(small_root) == []
    update(small_root, "signed", "2011-05-01")
    assert rules(small_root) == ["signed-twice"]


def test_what_happens_to_an_agreement_follows_the_signing_that_an_update_tells(small_root: Path):
    edit(small_root / "data" / "partners.yaml", "signed: 2009\n", "announced: 2009\n")
    update(small_root, "signed", "2010-05-01")
    update(small_root, "amended", "2010-04-30")
    assert rules(small_root) == ["date-order"]


@pytest.mark.parametrize("event", ["announced", "signed", "amended", "replaced"])
def test_a_task_has_none_of_the_events_of_agreements(event: str, small_root: Path):
    update(small_root, event, "2026-01", *(["by: sakai-2009"] if event == "replaced" else []))
    path = small_root / "data" / "updates" / f"{event}-2026-01.yaml"
    edit(path, "agreement/sakai-2009", "task/scheme-i-1")
    assert "update" in rules(small_root)


def test_a_text_in_the_project_whose_content_is_vouched_for_is_right(small_root: Path):
    file = small_root / FOLDER / "sakai-2009.txt"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    text = f"text: {{access: published, file: sakai-2009.txt, sha256: {digest}, language: vi}}"
    partners = small_root / "data" / "partners.yaml"
    edit(partners, "signed: 2009\n", f"signed: 2009\n      {text}\n")
    assert rules(small_root) == []
    file.write_text("Khác.\n", encoding="utf-8")
    (problem,) = check(small_root)[1]
    # The message has the hash to write, should the file be right.
    assert hashlib.sha256(file.read_bytes()).hexdigest() in problem.sentences()[0]
    edit(partners, f"sha256: {digest}, ", "")
    assert rules(small_root) == ["text-hash"]


def test_a_language_has_to_be_listed(small_root: Path):
    edit(small_root / "data" / "partners.yaml", "signed: 2009\n", "signed: 2009\n      languages: [vi, xx]\n")
    (problem,) = check(small_root)[1]
    assert (problem.rule, problem.found, problem.field) == ("not-listed", "xx", "languages.1")
