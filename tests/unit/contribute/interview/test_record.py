"""Answers become a record in the order of the model, in a file of its own."""

from __future__ import annotations

from macros.contribute.interview.record import Value, file_of, nested, record_of


def test_paths_become_mappings_and_lists():
    assert nested({"sources.0.document": "a", "sources.1.document": "b", "name.vi": "x", "sources.1.locator": "2"}) == {
        "sources": [{"document": "a"}, {"document": "b", "locator": "2"}],
        "name": {"vi": "x"},
    }


def test_keys_stand_in_the_order_of_the_model_whatever_the_order_of_the_answers():
    answers: dict[str, Value] = {
        "sources.0.locator": "mục 1",
        "sources.0.document": "scheme",
        "title.en": "Run courses",
        "title.vi": "Mở lớp",
        "number": "I.2",
        "plan": "scheme",
        "id": "scheme-i-2",
    }
    record = record_of("tasks", answers)
    assert list(record) == ["id", "plan", "number", "title", "sources"]
    assert list(record["title"]) == ["vi", "en"]
    assert list(record["sources"][0]) == ["document", "locator"]


def test_sources_name_the_document_that_comes_along():
    answers: dict[str, Value] = {
        "id": "hue",
        "sources.0.document": "new",
        "agreements.0.id": "hue-2026",
        "agreements.0.sources.0.document": "new",
        "agreements.0.sources.1.document": "scheme",
        "documents.0.id": "hue-treaty",
    }
    record = record_of("partners", answers)
    assert record["sources"] == [{"document": "hue-treaty"}]
    assert record["agreements"][0]["sources"] == [{"document": "hue-treaty"}, {"document": "scheme"}]


def test_each_record_has_its_file_and_files_of_updates_sort_by_their_day():
    assert file_of("agreements", {"id": "sakai-2026"}) == "data/agreements/sakai-2026.yaml"
    update = {"id": "sakai-2009-renewed-2026-03-15", "date": "2026-03-15"}
    assert file_of("updates", update) == "data/updates/2026-03-15-sakai-2009-renewed.yaml"
