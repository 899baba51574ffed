from __future__ import annotations

from macros.records.model.parts import Source
from macros.views.source_numbers import SourceNumbers

HERE = Source(document="plan", locator="I.1")
THERE = Source(document="plan", locator="I.2")


def test_a_place_in_a_document_has_one_number_however_often_it_is_cited():
    numbers = SourceNumbers()
    assert numbers.of([THERE]) == [1]
    assert numbers.of([HERE, THERE]) == [2, 1]
    assert numbers.listed == [THERE, HERE]
