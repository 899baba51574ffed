"""One broken file per rule: ``invalid/<rule>.yaml`` replaces a file of the small data set, and the rule must say so.

The first three lines of a fixture name the file it replaces with the expected place, and a part of the message in
Vietnamese and in English. Where the mistake takes another file too, that is in the folder ``invalid/<rule>``.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.records.check.messages import MESSAGES
from macros.records.check.rules import check
from tests.edits import edit, edit_all, replaced

INVALID = Path(__file__).parent / "invalid"
FIXTURES = sorted(INVALID.glob("*.yaml"))
# Rules about a file's place and size, and about what is gone, which no file of a few lines can show: they are in
# test_hostile_data.py and test_removals.py.
OWN_TESTS = {"unknown-file", "missing-file", "regular-file", "file-too-large"}
OWN_TESTS |= {"record-removed"}
OWN_TESTS |= {name for name in MESSAGES if name.startswith(("page-", "committed-"))}
OWN_TESTS |= {"unreadable-file", "file-name", "too-much-data", "too-many-values", "too-many-problems"}
# A warning of the command, not of the rules; test_style.py.
OWN_TESTS |= {"style"}
# A workbook is no text; test_inbox.py.
OWN_TESTS |= {"workbook-in-inbox"}


def put(fixture: Path, root: Path, file: str) -> None:
    """Put a fixture in the place of a file, with the other files that it takes."""
    (root / file).parent.mkdir(exist_ok=True)
    (root / file).write_bytes(fixture.read_bytes())
    if (others := fixture.with_suffix("")).is_dir():
        shutil.copytree(others, root, dirs_exist_ok=True)


def test_the_small_data_set_is_without_fault(small_root: Path):
    assert check(small_root)[1] == []


def test_every_rule_has_a_fixture():
    assert {path.stem for path in FIXTURES} | OWN_TESTS == set(MESSAGES)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_broken_file_is_reported_with_place_and_message(fixture: Path, small_root: Path):
    head = fixture.read_bytes().decode("utf-8", errors="replace").split("\n")[:3]
    file, place = re.fullmatch(r"# (data/\S+) · (\d+:\d+)", head[0]).groups()  # type: ignore[union-attr]
    put(fixture, small_root, file)

    problems = check(small_root)[1]

    found = [problem for problem in problems if problem.rule == fixture.stem]
    assert found, f"not reported; instead: {[problem.text() for problem in problems]}"
    assert str(found[0].place) == f"{file}:{place}"
    vi, en = found[0].sentences()
    assert head[1].removeprefix("# ") in vi
    assert head[2].removeprefix("# ") in en


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_one_mistake_makes_one_report(fixture: Path, small_root: Path):
    put(fixture, small_root, fixture.read_bytes().split(b"\n")[0].decode().split()[1])
    reported = {problem.rule for problem in check(small_root)[1]}
    # A record that cannot be read at all takes its id with it, so what names it is reported too.
    follow = {"unknown-reference", "count-fell"}
    assert reported - follow <= {fixture.stem, "unknown-field"} or reported == {fixture.stem}


@pytest.mark.parametrize(("field", "value", "allowed"), [("latitude", "95.2", "≤ 90"), ("longitude", "-181", "≥ -180")])
def test_a_place_lies_on_the_earth(field: str, value: str, allowed: str, small_root: Path):
    places = small_root / "data" / "places.yaml"
    places.write_text(re.sub(rf"{field}: \S+", f"{field}: {value}", places.read_text(), count=1))
    (problem,) = check(small_root)[1]
    assert (problem.rule, problem.field, problem.found, problem.allowed) == ("number-range", field, value, allowed)


def test_unknown_file(small_root: Path):
    (small_root / "data" / "partner.yaml").write_text("[]")
    (small_root / "data" / "notes.txt").write_text("x")
    problems = check(small_root)[1]
    assert [(str(p.place), p.rule) for p in problems] == [
        ("data/notes.txt:1:1", "unknown-file"),
        ("data/partner.yaml:1:1", "unknown-file"),
    ]
    assert "data/partners.yaml" in problems[0].sentences()[0]


def test_missing_file(small_root: Path):
    (small_root / "data" / "tallies.yaml").unlink()
    problems = check(small_root)[1]
    assert [(str(p.place), p.rule) for p in problems] == [("data/tallies.yaml:1:1", "missing-file")]


def test_regular_file(small_root: Path):
    tallies = small_root / "data" / "tallies.yaml"
    tallies.rename(small_root / "elsewhere.yaml")
    tallies.symlink_to(small_root / "elsewhere.yaml")
    assert [(str(p.place), p.rule) for p in check(small_root)[1]] == [("data/tallies.yaml:1:1", "regular-file")]


def test_file_too_large(small_root: Path):
    (small_root / "data" / "tallies.yaml").write_bytes(b"# " + b"x" * (4 * 1024 * 1024))
    problems = check(small_root)[1]
    assert [p.rule for p in problems] == ["file-too-large"]
    assert "4194304" in problems[0].sentences()[1]


def test_all_mistakes_are_reported_at_once(small_root: Path):
    for name in ("date", "unknown-field", "both-languages"):
        fixture = INVALID / f"{name}.yaml"
        file = fixture.read_text().split()[1]
        target = small_root / file.replace(".yaml", f"/{name}.yaml")
        target.parent.mkdir(exist_ok=True)
        target.write_text(fixture.read_text())
    assert {"date", "unknown-field", "both-languages"} <= {problem.rule for problem in check(small_root)[1]}


def test_crlf_and_a_byte_order_mark_are_accepted(small_root: Path):
    path = small_root / "data" / "partners.yaml"
    lines = path.read_bytes().splitlines()
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join([*lines, b""]))
    assert check(small_root)[1] == []


def test_norway_zero_and_year_stay_what_was_typed(small_root: Path):
    countries = small_root / "data" / "countries.yaml"
    edit(countries, "id: jp", "id: no")
    edit(countries, "Japan", "0236")
    edit_all(small_root / "data", "country: jp", "country: no")
    edit_all(small_root / "data", "[jp]", "[no]")
    dataset, problems = check(small_root)
    assert problems == []
    assert dataset.entries["countries"][0].record.id == "no"
    assert dataset.entries["countries"][0].record.name.en == "0236"
    assert str(dataset.entries["partners"][0].record.agreements[0].signed) == "2009"


def test_further_files_in_a_folder_of_the_same_name_are_read(small_root: Path):
    more = small_root / "data" / "countries" / "more.yaml"
    more.parent.mkdir()
    more.write_text(replaced((small_root / "data" / "countries.yaml").read_text(), "id: jp", "id: kr"))
    dataset, problems = check(small_root)
    assert problems == []
    assert {entry.record.id for entry in dataset.entries["countries"]} == {"jp", "kr"}


def test_an_id_used_in_two_files_is_reported(small_root: Path):
    more = small_root / "data" / "countries" / "more.yaml"
    more.parent.mkdir()
    more.write_text((small_root / "data" / "countries.yaml").read_text())
    problems = check(small_root)[1]
    assert [(p.rule, str(p.place)) for p in problems] == [("duplicate-id", "data/countries/more.yaml:1:7")]


def test_an_escape_cannot_bring_in_what_the_text_does_not_show(small_root: Path):
    sectors = small_root / "data" / "sectors.yaml"
    edit(sectors, "en: Tourism", 'en: "Tour\\u202eism"')
    assert [(p.rule, str(p.place)) for p in check(small_root)[1]] == [
        ("bidirectional-character", "data/sectors.yaml:4:9")
    ]


def test_a_source_without_its_place_is_one_mistake(small_root: Path):
    sectors = small_root / "data" / "sectors.yaml"
    edit(sectors, "      locator: Phụ lục II, mục II\n", "")
    assert [(p.rule, p.field) for p in check(small_root)[1]] == [("missing-field", "sources.0.locator")]


@pytest.mark.parametrize("file", ["activities", "cooperation"])
@pytest.mark.parametrize(
    ("typed", "instead", "rule", "field"),
    [("  text:\n", "  note:\n", "missing-field", "text"), ("    en:", "    # en:", "both-languages", "en")],
)
def test_a_text_that_is_missing_is_reported_at_its_record(
    file: str, typed: str, instead: str, rule: str, field: str, small_root: Path
):
    path = small_root / "data" / f"{file}.yaml"
    edit(path, typed, instead)
    problem = next(problem for problem in check(small_root)[1] if problem.rule == rule)
    assert problem.field == field
    assert f"data/{file}.yaml" in problem.text()
    if rule == "both-languages":
        assert dict(problem.details)["parent"] == "text"


def test_a_mistake_in_an_agreement_names_the_agreement_and_not_its_partner(small_root: Path):
    edit(small_root / "data" / "partners.yaml", "signatory: peoples-committee", "signatory: peoples-comittee")
    (problem,) = check(small_root)[1]
    assert (problem.rule, problem.record, problem.field) == ("unknown-reference", "agreements/sakai-2009", "signatory")
    assert str(problem.place) == "data/partners.yaml:11:18"


@pytest.mark.parametrize(
    ("file", "before", "after", "hint", "target"),
    [
        (
            "partners.yaml",
            "signatory: peoples-committee",
            "signatory: peoples-comittee",
            "peoples-committee",
            "agencies",
        ),
        ("tasks.yaml", "group: scheme-i", "group: scheme-ii", "scheme-i", "plans"),
        ("conflicts.yaml", "agreement/sakai-2009", "agreement/sakai-2008", "sakai-2009", "partners"),
    ],
)
def test_an_unknown_id_is_told_with_the_nearest_and_the_file_to_add_it_to(
    file: str, before: str, after: str, hint: str, target: str, small_root: Path
):
    edit(small_root / "data" / file, before, after)
    vi, en = next(p for p in check(small_root)[1] if p.rule == "unknown-reference").sentences()
    assert f"“{hint}”?" in vi
    assert f"“{hint}”?" in en
    assert f"data/{target}.yaml" in vi
    assert f"data/{target}.yaml" in en


@pytest.mark.parametrize(("field", "right"), [("subject", True), ("partner", False), ("documents", False)])
def test_a_conflict_about_an_agreement_names_a_field_that_it_has_within_its_partner(
    field: str, right: bool, small_root: Path
):
    edit(small_root / "data" / "conflicts.yaml", "field: signed", f"field: {field}")
    assert [problem.rule for problem in check(small_root)[1]] == ([] if right else ["conflict-field"])


def test_a_conflict_excuses_an_agency_that_the_document_prints_twice(small_root: Path):
    edit(small_root / "data" / "tasks.yaml", "coordinating_all_relevant: true", "coordinating: [foreign-affairs]")
    assert [(p.rule, p.field, str(p.place)) for p in check(small_root)[1]] == [
        ("agency-twice", "coordinating", "data/tasks.yaml:12:18")
    ]
    edit(
        small_root / "data" / "conflicts.yaml",
        "record: agreement/sakai-2009\n  field: signed",
        "record: task/scheme-i-1\n  field: coordinating",
    )
    assert check(small_root)[1] == []


def test_a_reported_agreement_lies_in_the_past(small_root: Path):
    edit(small_root / "data" / "reported-agreements.yaml", "year: 2020", "year: 2099")
    (problem,) = check(small_root)[1]
    assert (problem.rule, problem.field, problem.found) == ("date-in-future", "year", "2099")


def test_nobody_has_to_keep_a_file_of_reported_agreements(small_root: Path):
    (small_root / "data" / "reported-agreements.yaml").unlink()
    assert check(small_root)[1] == []
