"""Values of a file with their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.yaml_source import (
    MAX_BYTES,
    Mapping,
    digest,
    items_at,
    key_place,
    parse_records,
    place_of,
    plain,
    read_records,
)
from tests.edits import replaced

TEXT = """- id: sakai
  signed: 0123
  name:
    vi: Sakai
  agreements:
    - id: one
    - id: two
      note: "yes"
"""


def record(text: str = TEXT) -> Mapping:
    nodes, problems = parse_records(text, "data/x.yaml")
    assert problems == []
    assert isinstance(nodes[0], Mapping)
    return nodes[0]


def test_every_value_is_the_text_that_was_typed():
    assert plain(record()) == {
        "id": "sakai",
        "signed": "0123",
        "name": {"vi": "Sakai"},
        "agreements": [{"id": "one"}, {"id": "two", "note": "yes"}],
    }


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "1:3"),
        (("signed",), "2:11"),
        (("agreements", 1, "note"), "8:13"),
        (("name", "en"), "4:5"),  # missing: the mapping around it
        (("name", "en", "x"), "4:5"),
        (("agreements", 7, "note"), "6:5"),
        (("id", "x"), "1:7"),
    ],
)
def test_a_value_has_its_place_and_a_missing_one_the_nearest(path: tuple[str | int, ...], place: str):
    assert str(place_of(record(), path)) == f"data/x.yaml:{place}"


def test_a_key_has_its_place():
    assert str(key_place(record(), ("agreements", 1, "note"))) == "data/x.yaml:8:7"
    assert str(key_place(record(), ("name", "en"))) == "data/x.yaml:4:5"


def test_items_are_those_of_a_list():
    assert [plain(item) for item in items_at(record(), "agreements")] == [{"id": "one"}, {"id": "two", "note": "yes"}]
    assert items_at(record(), "name") == items_at(record(), "nothing") == []
    assert items_at(record().items["id"], "agreements") == []


def test_an_empty_file_has_no_records_and_no_mistake():
    assert parse_records("# nothing yet\n", "x") == ([], [])


def test_a_file_that_is_none_is_reported_without_reading_it(tmp_path: Path):
    real = tmp_path / "real.yaml"
    real.write_text(TEXT)
    link = tmp_path / "link.yaml"
    link.symlink_to(real)
    assert [problem.rule for problem in read_records(link, "x")[1]] == ["regular-file"]
    assert [problem.rule for problem in read_records(tmp_path / "gone.yaml", "x")[1]] == ["unreadable-file"]
    real.write_bytes(b" " * (MAX_BYTES + 1))
    assert [problem.rule for problem in read_records(real, "x")[1]] == ["file-too-large"]


def test_a_digest_tells_whether_a_file_has_changed(tmp_path: Path):
    path = tmp_path / "x.yaml"
    path.write_text(TEXT)
    first = digest(path)
    path.write_text(TEXT)
    assert digest(path) == first
    path.write_text(replaced(TEXT, "0123", "0124"))
    assert digest(path) not in {first, b""}
    path.unlink()
    assert digest(path) == b""
