from __future__ import annotations

import pytest

from macros.records.model import GlossaryEntry
from macros.views.abbreviations import Abbreviations


def entry(abbreviation: str, vi: str, en: str) -> GlossaryEntry:
    values = {
        "id": "x",
        "abbreviation": abbreviation,
        "meaning": {"vi": vi, "en": en},
        "sources": [{"document": "d", "locator": "l"}],
    }
    return GlossaryEntry.model_validate(values)


@pytest.fixture
def english() -> Abbreviations:
    names = [("ODA", "development aid"), ("PAR", "reform"), ("PAR Index", "reform index")]
    return Abbreviations([entry(name, "nghĩa", meaning) for name, meaning in names], "en")


def explained(abbreviations: Abbreviations, text: str) -> list[tuple[str, str]]:
    return [(piece.text, piece.meaning) for piece in abbreviations.pieces(text) if piece.meaning]


TEXTS = ["", "ODA", "Attract ODA (and ODA loans) from Japan.", "no abbreviation", "the PAR Index"]


@pytest.mark.parametrize("text", TEXTS)
def test_the_pieces_join_to_the_text(text: str, english: Abbreviations):
    assert "".join(piece.text for piece in english.pieces(text)) == text


def test_an_abbreviation_is_explained_once(english: Abbreviations):
    assert explained(english, "ODA and more ODA") == [("ODA", "development aid")]


def test_parts_of_words_are_no_abbreviations(english: Abbreviations):
    assert explained(english, "ODAS, fODA, PARIS") == []


def test_the_longest_abbreviation_wins(english: Abbreviations):
    assert explained(english, "the PAR Index") == [("PAR Index", "reform index")]


def test_a_text_that_says_the_meaning_itself_needs_no_help(english: Abbreviations):
    assert explained(english, "development aid (ODA)") == []
