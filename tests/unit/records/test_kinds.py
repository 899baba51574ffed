"""Every kind of record is described once, and has all that the rest of the project asks of a kind."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.records.check.rules import check
from macros.records.field_words import about
from macros.records.history.old_files import kind_of, parse
from macros.records.kind import Kind
from macros.records.kinds import BELONGING, DISPUTED, HOLDERS, KINDS, PLURAL, REFERENCES, SINGULAR
from macros.records.model import EVENTS, Agreement, references
from macros.records.schema import FOLDER, record_schema
from macros.views import addresses
from tests.conftest import PROJECT

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)


@every_kind
def test_a_kind_is_known_by_the_fields_of_its_model(kind: Kind):
    fields = kind.model.model_fields
    assert kind.label in fields or kind.singular == "agreement"  # which its partner and date name
    assert set(kind.told_by) <= set(fields) | {"partner"}
    for field in kind.within:
        assert field in fields


@every_kind
def test_a_kind_has_a_schema_described_in_both_languages(kind: Kind):
    schema = record_schema(kind.model)
    assert all(words in schema["description"] for words in about(kind.model).values())
    if kind.stored != "nested":
        assert (PROJECT / FOLDER / f"{kind.plural}.schema.json").is_file()


@every_kind
@pytest.mark.parametrize("lang", LANGS)
def test_a_remembered_kind_has_words(kind: Kind, lang: str):
    words = texts(lang)
    if kind.remembered:
        assert "{name}" in words["changes"]["subjects"][kind.singular]
        assert "{n}" in words["changes"]["many"][kind.singular]
        if kind.stored != "nested":
            assert words["kinds"][kind.plural].strip()


@every_kind
def test_a_kind_that_readers_see_has_an_address(kind: Kind):
    if kind.shown == "elsewhere":
        return
    page, index = addresses.page(kind.singular, "some-id"), addresses.index(kind.singular)
    assert page == (f"{kind.address}/some-id/" if kind.shown == "page" else f"{kind.address}/#some-id")
    assert index.endswith("/")


@every_kind
def test_the_history_finds_the_records_of_a_kind(kind: Kind):
    in_folder = kind_of(f"data/{kind.plural}/more.yaml")
    assert in_folder == (kind.singular if kind.remembered and kind.stored != "nested" else None)
    if in_folder is not None:
        within = "".join(f"  {field}: [{{id: inner}}]\n" for field in kind.within)
        found = parse(f"- id: outer\n{within}".encode(), kind.singular)
        assert found is not None
        assert set(found) == {(kind.singular, "outer"), *((inner, "inner") for inner in kind.within.values())}
        for inner in kind.nested.values():
            assert found[inner, "inner"][kind.singular] == "outer"
        for inner in kind.brought.values():
            assert kind.singular not in found[inner, "inner"]


def test_names_are_used_once():
    assert len(SINGULAR) == len(PLURAL) == len(KINDS)
    ranks = [kind.rank for kind in KINDS if kind.rank]
    assert len(set(ranks)) == len(ranks)


def test_a_field_names_records_of_one_kind_wherever_it_stands():
    found = defaultdict(set)
    for kind in KINDS:
        for field, singular in references(kind.model):
            found[field].add(singular)
    assert {field: {kind.singular} for field, kind in REFERENCES.items()} == found


def test_references_are_found_in_lists_options_and_parts_of_a_record():
    found = dict(references(Agreement))
    assert found["sectors"] == "sector"  # a list
    assert found["document"] == "document"  # in its sources
    assert dict(references(SINGULAR["agency"].model)) == {"agency": "agency", "document": "document"}
    assert dict(references(SINGULAR["country"].model))["part_of"] == "country"  # may be left out


def test_records_within_others_have_a_holder():
    for kind in KINDS:
        assert bool(HOLDERS[kind.singular]) or kind.stored != "nested"
    assert {"agreement", "task-group"} <= BELONGING
    assert "document" not in BELONGING


def test_events_happen_to_kinds_that_there_are():
    assert set(EVENTS) <= set(SINGULAR)


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.singular not in DISPUTED], ids=lambda kind: kind.plural
)
def test_a_conflict_cannot_be_about_any_other_kind(kind: Kind, small_root: Path):
    conflicts = small_root / "data" / "conflicts.yaml"
    conflicts.write_text(
        f"""- id: odd
  record: {kind.singular}/anything
  field: name
  values:
    - {{value: "1", sources: [{{document: scheme, locator: x}}]}}
    - {{value: "2", sources: [{{document: scheme, locator: y}}]}}
  note: {{vi: Ghi chú, en: Note}}
"""
    )
    assert [(problem.rule, problem.record, problem.found) for problem in check(small_root)[1]] == [
        ("record-reference", "conflicts/odd", f"{kind.singular}/anything")
    ]
