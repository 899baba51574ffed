"""Ids are proposed out of the answers, and are free."""

from __future__ import annotations

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.contribute.interview.ids import proposed
from macros.contribute.interview.record import Value


@pytest.mark.parametrize(
    ("kind", "values", "proposal"),
    [
        ("agreements", {"partner": "sakai", "signed": "2026-03-15"}, "sakai-2026"),
        ("agreements", {"partner": "sakai"}, "sakai"),
        ("partners", {"name.vi": "Đà Lạt", "name.en": "Đà Lạt (Lâm Đồng)"}, "da-lat-lam-dong"),
        ("tasks", {"group": "scheme-i", "number": "I.2"}, "scheme-i-2"),
        ("updates", {"record": "task/a-1", "event": "progress", "date": "2026-10"}, "a-1-progress-2026-10"),
    ],
)
def test_an_id_says_what_the_record_is(kind: str, values: dict[str, Value], proposal: str, small: Catalogue):
    assert proposed(kind, "id", values, small) == proposal


@pytest.mark.parametrize(
    ("kind", "values", "proposal"),
    [
        ("agreements", {"partner": "sakai", "signed": "2009"}, "sakai-2009-2"),
        ("partners", {"name.en": "Sakai"}, "sakai-2"),
        ("tasks", {"group": "scheme-i", "number": "I.1"}, "scheme-i-1-2"),
    ],
)
def test_an_id_in_use_gets_a_number(kind: str, values: dict[str, Value], proposal: str, small: Catalogue):
    assert proposed(kind, "id", values, small) == proposal


def test_records_that_come_along_begin_with_the_id_of_their_holder(small: Catalogue):
    values: dict[str, Value] = {
        "name.en": "Hue",
        "documents.0.kind": "treaty",
        "agreements.0.signed": "2026-03",
    }
    assert proposed("partners", "documents.0.id", values, small) == "hue-treaty"
    assert proposed("partners", "agreements.0.id", values, small) == "hue-2026"
    typed: dict[str, Value] = {**values, "id": "hue-city"}
    assert proposed("partners", "documents.0.id", typed, small) == "hue-city-treaty"
    assert proposed("partners", "agreements.0.id", typed, small) == "hue-city-2026"


def test_an_id_that_a_record_had_before_is_not_proposed_again(catalogue: Catalogue):
    assert proposed("partners", "id", {"name.en": "Lagoa City"}, catalogue) == "lagoa-city-2"
