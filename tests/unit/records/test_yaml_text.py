"""Records written as YAML are read back letter for letter, by this project and by others."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given, settings

from macros.records.writing.yaml_text import scalar, yaml_file
from macros.records.yaml_source import parse_records, plain
from tests.unit.records.strategies import TEXT


@settings(max_examples=200, deadline=None)
@given(TEXT)
def test_a_value_is_read_back_as_it_was_written(text: str):
    nodes, problems = parse_records(f"- a: {scalar(text)}\n", "x")
    assert problems == []
    assert plain(nodes[0]) == {"a": text}


@pytest.mark.parametrize("text", ["\n\u0323a", "\u2028\u030a\u0301", "\\n\u0308"])
def test_a_mark_does_not_join_the_letter_of_an_escape_before_it(text: str):
    written = scalar(text)
    assert unicodedata.is_normalized("NFC", written), written
    assert yaml.safe_load(written) == text


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "null", "0123", "1_000", "1:30", "0x1f", "1e3", "~", "- a", "a: b"]
)
def test_what_other_readers_would_take_for_something_else_is_quoted(text: str):
    assert scalar(text) == f'"{text}"'
    assert yaml.safe_load(scalar(text)) == text


@pytest.mark.parametrize("text", ["kawasaki", "foreign-affairs", "2007", "2015-02", "2016-11-22", "12"])
def test_ids_dates_and_numbers_are_plain(text: str):
    assert scalar(text) == text


def test_a_file_has_the_line_for_editors_and_a_record_after_another():
    record = {
        "id": "sakai",
        "name": {"vi": "Sakai", "en": "Sakai"},
        "sectors": ["tourism", "logistics"],
        "sources": [{"document": "scheme", "locator": "dòng 1"}, {"document": "letter", "locator": "dòng 2"}],
    }
    assert yaml_file("partners", [record, {"id": "kobe"}]) == (
        """# yaml-language-server: $schema=../../schemas/partners.schema.json

- id: sakai
  name:
    vi: "Sakai"
    en: "Sakai"
  sectors: [tourism, logistics]
  sources:
    - document: scheme
      locator: "dòng 1"
    - document: letter
      locator: "dòng 2"

- id: kobe
"""
    )
