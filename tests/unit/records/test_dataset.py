"""Reading of a whole data set: files kept between reads, places left after the check, records known to be missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records import yaml_source
from macros.records.dataset import Dataset, Kept, checked, read, read_record
from macros.records.model import Partner
from tests.edits import edit, replaced

AGREEMENT = """- id: sakai-2020
  partner: sakai
  instrument: memorandum
  signatory: peoples-committee
  term: {kind: unstated}
  sources: [{document: letter, locator: trang 1}]
  documents:
    - id: letter
      kind: letter
      title: {vi: Thư, en: Letter}
"""


def names(dataset: Dataset) -> set[tuple[str, str]]:
    return {(kind, name) for kind, name, _ in dataset.named()}


def test_every_record_is_there_with_those_within_it(small_root: Path):
    folder = small_root / "data" / "agreements"
    folder.mkdir()
    (folder / "more.yaml").write_text(AGREEMENT)
    dataset, problems = read(small_root)
    assert problems == []
    found = {(kind, name): str(place) for kind, name, place in dataset.named()}
    assert found["partners", "sakai"] == "data/partners.yaml:1:7"
    assert found["agreements", "sakai-2009"] == "data/partners.yaml:9:11"
    assert found["agreements", "sakai-2020"] == "data/agreements/more.yaml:1:7"
    assert found["documents", "letter"] == "data/agreements/more.yaml:8:11"
    assert ("groups", "scheme-i") in found


class TestKeptFiles:
    """A second read takes from the first what has not changed."""

    @pytest.fixture
    def kept(self, small_root: Path) -> Kept:
        kept: Kept = {}
        read(small_root, kept)
        return kept

    def test_files_that_have_not_changed_are_not_read_again(
        self, kept: Kept, small_root: Path, monkeypatch: pytest.MonkeyPatch
    ):
        first, _ = read(small_root, kept)
        path = small_root / "data" / "sectors.yaml"
        edit(path, "en: Tourism", "en: Travel")
        parsed: list[str] = []
        original = yaml_source.read_records

        def noted(path: Path, shown: str) -> object:
            parsed.append(shown)
            return original(path, shown)

        monkeypatch.setattr(yaml_source, "read_records", noted)
        second, problems = read(small_root, kept)
        assert parsed == ["data/sectors.yaml"]
        assert problems == []
        assert second.entries["sectors"][0].record.name.en == "Travel"
        assert second.entries["partners"][0].record == first.entries["partners"][0].record
        assert (second.ids, names(second)) == (first.ids, names(first))

    def test_a_file_with_a_mistake_is_read_again_until_it_is_corrected(self, kept: Kept, small_root: Path):
        path = small_root / "data" / "sectors.yaml"
        right = path.read_text()
        path.write_text(replaced(right, "  name:", "  nam:"))
        for _ in range(2):
            assert {problem.rule for problem in read(small_root, kept)[1]} == {"missing-field", "unknown-field"}
        path.write_text(right)
        assert read(small_root, kept)[1] == []

    def test_a_file_that_is_gone_takes_its_records_along(self, kept: Kept, small_root: Path):
        more = small_root / "data" / "sectors" / "more.yaml"
        more.parent.mkdir()
        text = (small_root / "data" / "sectors.yaml").read_text()
        more.write_text(replaced(text, "id: tourism", "id: travel"))
        assert ("sectors", "travel") in names(read(small_root, kept)[0])
        more.unlink()
        dataset, problems = read(small_root, kept)
        assert problems == []
        assert "travel" not in dataset.ids["sectors"]
        assert ("sectors", "travel") not in names(dataset)


def test_after_the_check_records_and_ids_keep_their_places_and_nothing_else_does(small_root: Path):
    dataset, _ = read(small_root)
    left = checked(dataset)
    assert [(kind, name, place) for kind, name, place in left.named()] == list(dataset.named())
    before, after = dataset.of("partners", Partner)[0], left.of("partners", Partner)[0]
    assert after.record is before.record
    assert after.place == before.place
    assert before.place_of("country") != before.place
    assert after.place_of("country") == after.place
    assert after.place_of("agreements", 0) == before.place_of("agreements", 0)
    assert after.place_of("agreements", 0, "signed") == after.place_of("agreements", 0)


@pytest.mark.parametrize(
    ("file", "hidden", "known"),
    [
        ("partners", {("partners", "x"), ("agreements", "x"), ("documents", "x")}, {("sectors", "x"), ("tasks", "x")}),
        ("plans", {("plans", "x"), ("groups", "x")}, {("tasks", "x"), ("documents", "x")}),
        ("tasks", {("tasks", "x"), ("documents", "x")}, {("plans", "x"), ("agreements", "x")}),
    ],
)
def test_a_file_that_cannot_be_read_may_hold_any_record_of_its_kinds(
    file: str, hidden: set[tuple[str, str]], known: set[tuple[str, str]], small_root: Path
):
    assert all(read(small_root)[0].lacks(*name) for name in hidden | known)
    (small_root / "data" / f"{file}.yaml").write_text("- id: [")
    dataset, _ = read(small_root)
    assert not any(dataset.lacks(*name) for name in hidden)
    assert all(dataset.lacks(*name) for name in known)


def test_a_record_that_does_not_fit_its_model_still_has_its_id(small_root: Path):
    edit(small_root / "data" / "partners.yaml", "kind: indefinite", "kind: eternal")
    dataset, _ = read(small_root)
    assert dataset.entries["partners"] == []
    assert not dataset.lacks("partners", "sakai")
    assert not dataset.lacks("agreements", "sakai-2009")


class TestOneRecord:
    """The objections of a model to a record, in the words of the check."""

    @staticmethod
    def problems(text: str, kind: str = "sectors") -> list[tuple[str, str, str, str, str]]:
        nodes, _ = yaml_source.parse_records(text, "x")
        record, problems = read_record(kind, nodes[0])
        assert record is None
        return [(p.rule, p.record, p.field, p.found, f"{p.place.line}:{p.place.column}") for p in problems]

    def test_an_item_that_is_no_record(self):
        assert self.problems("- tourism\n") == [("wrong-shape", "", "id", "", "1:3")]

    def test_an_unknown_field_is_placed_at_its_key_with_the_likeliest_first(self):
        nodes, _ = yaml_source.parse_records("- id: x\n  nmae: {vi: a, en: b}\n", "x")
        unknown = next(p for p in read_record("sectors", nodes[0])[1] if p.rule == "unknown-field")
        assert (unknown.found, unknown.place.line, unknown.place.column) == ("nmae", 2, 3)
        assert unknown.allowed.split(", ")[0] == "name"

    def test_an_unknown_field_in_a_part_is_compared_with_the_fields_of_that_part(self):
        nodes, _ = yaml_source.parse_records("- id: x\n  sources: [{document: a, locater: b}]\n", "x")
        unknown = next(p for p in read_record("sectors", nodes[0])[1] if p.rule == "unknown-field")
        assert unknown.allowed == "locator, document, note"

    def test_a_list_whose_only_item_is_wrong_is_one_mistake(self):
        text = "- id: x\n  name: {vi: a, en: b}\n  description: {vi: a, en: b}\n  sources: [{document: a}]\n"
        assert self.problems(text) == [("missing-field", "sectors/x", "sources.0.locator", "", "4:13")]
