"""Two folders of data compared: which records change, and which agreements end on another date."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.contribute.pull_request.comparison import Comparison, Move, moves
from macros.records.check.rules import check
from macros.records.yaml_source import MAX_BYTES
from tests.unit.contribute.pull_request.edits import edit, put

COUNTRY = """- id: dk
  name: {vi: Đan Mạch, en: Denmark}
  region: europe
  sources:
    - {document: scheme, locator: Phụ lục I}
"""


def changes(before: Path, after: Path) -> list[tuple[str, str, str]]:
    return [(change.action, change.kind, change.id) for change in Comparison(before, after).changes]


def test_records_are_added_changed_and_removed_by_kind_and_id(small_root: Path, changed_root: Path):
    put(changed_root, "countries/dk.yaml", COUNTRY)
    edit(changed_root, "partners.yaml", "signed: 2009", "signed: 2010")
    (changed_root / "data" / "activities.yaml").unlink()
    assert changes(small_root, changed_root) == [
        ("added", "country", "dk"),
        ("changed", "agreement", "sakai-2009"),
        ("removed", "activity", "sakai-1"),
    ]
    assert ("removed", "country", "dk") in changes(changed_root, small_root)


def test_only_the_fields_that_differ_are_named(small_root: Path, changed_root: Path):
    edit(changed_root, "tasks.yaml", "number: I.1", "number: I.9")
    (change,) = Comparison(small_root, changed_root).changes
    assert [(field.field, field.before, field.after) for field in change.fields] == [("number", "I.1", "I.9")]


def test_a_record_is_found_as_it_is_now_or_was(small_root: Path, changed_root: Path):
    edit(changed_root, "tasks.yaml", "number: I.1", "number: I.9")
    (changed_root / "data" / "activities.yaml").unlink()
    put(changed_root, "countries/dk.yaml", COUNTRY)
    comparison = Comparison(small_root, changed_root)
    assert comparison.get("task", "scheme-i-1")["number"] == "I.9"
    assert comparison.get("activity", "sakai-1")["partners"] == ["sakai"]
    assert comparison.get("country", "dk")["region"] == "europe"
    assert comparison.get("country", "nowhere") == comparison.get("village", "sakai") == {}


def test_what_is_no_record_of_the_history_changes_nothing(small_root: Path, changed_root: Path):
    put(changed_root, "tallies.yaml", "[]\n")
    put(changed_root, "notes/plan.yaml", COUNTRY)
    put(changed_root, "countries/old/dk.yaml", COUNTRY)
    assert changes(small_root, changed_root) == []


@pytest.mark.parametrize("content", ["- id: [sakai\n", "a: &x 1\nb: *x\n", "- id: x\n" + "#" * MAX_BYTES])
def test_a_file_that_cannot_be_read_changes_nothing(content: str, small_root: Path, changed_root: Path):
    put(changed_root, "activities.yaml", content)
    assert changes(small_root, changed_root) == []


def test_a_link_is_not_followed(small_root: Path, changed_root: Path):
    secret = changed_root / "secret"
    secret.write_text(COUNTRY, encoding="utf-8")
    (changed_root / "data" / "countries").mkdir()
    (changed_root / "data" / "countries" / "dk.yaml").symlink_to(secret)
    assert changes(small_root, changed_root) == []


def moved(before: Path, after: Path) -> list[Move]:
    return moves(check(before)[0], check(after)[0])


def test_an_end_that_stays_or_is_new_is_no_move(small_root: Path, changed_root: Path):
    edit(small_root, "partners.yaml", "kind: indefinite", "kind: until\n        until: 2026-08-03")
    edit(changed_root, "partners.yaml", "kind: indefinite", "kind: until\n        until: 2026-08-03")
    text = (changed_root / "data" / "partners.yaml").read_text(encoding="utf-8")
    agreement = text[text.index("    - id: sakai-2009") : text.index("  sources:\n", text.index("locator"))]
    put(changed_root, "partners.yaml", text.replace(agreement, agreement + agreement.replace("sakai-2009", "sakai-2")))
    assert [problem for problem in check(changed_root)[1] if problem.severity == "error"] == []
    assert moved(small_root, changed_root) == []


def test_an_end_moves_to_another_date_or_to_none(small_root: Path, changed_root: Path):
    edit(changed_root, "partners.yaml", "kind: indefinite", "kind: until\n        until: 2026-08-03")
    (move,) = moved(small_root, changed_root)
    assert (move.agreement, move.before, str(move.after)) == ("sakai-2009", None, "2026-08-03")
    (back,) = moved(changed_root, small_root)
    assert (str(back.before), back.after) == ("2026-08-03", None)
