"""Names of records that changes are about, of those that are there and of those that are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.change_log.names import LONGEST, Names
from macros.views.labels import agreement_title
from tests.unit.views.conftest import joined


def test_a_record_is_named_as_the_site_names_it_today(small: Catalogue):
    names = Names(small, "en")
    former = {"name": {"en": "Former"}, "title": {"en": "Former"}}
    assert names.name("country", "jp", former) == "Japan"
    assert names.name("task", "scheme-i-1", former) == "Draw up an integration plan"
    assert names.name("activity", "sakai-1") == "Sakai held an investment seminar on Da Nang."
    assert names.name("agreement", "sakai-2009") == agreement_title(small.agreements["sakai-2009"], "en")


def test_a_record_that_is_gone_is_named_as_its_file_did(small: Catalogue):
    names = Names(small, "en")
    assert names.name("partner", "kobe", {"name": {"vi": "Kobe", "en": "Kobe City"}}) == "Kobe City"
    assert names.name("glossary", "fta", {"abbreviation": "FTA"}) == "FTA"
    assert names.name("partner", "kobe") == "kobe"


def test_coordinates_are_named_by_their_partner_or_the_place_itself(small: Catalogue):
    names = Names(small, "en")
    assert names.name("place", "sakai") == "Sakai"
    assert names.name("place", "da-nang") == "Da Nang"
    assert names.name("place", "gone") == "gone"


@pytest.mark.parametrize("kind", ["conflict", "update", "unheard-of"])
def test_what_has_no_name_is_told_by_its_id(kind: str, small: Catalogue):
    assert Names(small, "en").name(kind, "sakai-signing", {"field": "signed", "note": "x"}) == "sakai-signing"


def test_a_long_name_is_cut_at_a_word(small: Catalogue):
    told = Names(small, "en").name("task", "gone", {"title": {"en": "word " * 60}})
    assert len(told) <= LONGEST + 1
    assert told.startswith("word word")


@pytest.mark.parametrize(
    ("known_by", "words", "values"),
    [
        ({"partner": "sakai", "signed": "2012-05"}, "title", {"partner": "Sakai", "date": "May 2012"}),
        ({"partner": "kobe", "signed": "2012"}, "title", {"partner": "kobe", "date": "2012"}),
        ({"partner": "kobe", "partner_name": {"en": "Kobe"}}, "title_undated", {"partner": "Kobe"}),
    ],
)
def test_a_former_agreement_has_a_title_too(known_by: dict[str, Any], words: str, values: dict[str, str], small: Any):
    told = Names(small, "en").name("agreement", "gone", known_by | {"instrument": "memorandum"})
    instrument = small.terms["instruments"]["memorandum"].en
    assert told == texts("en")["agreement"][words].format(instrument=instrument, **values)


def test_a_former_agreement_of_which_too_little_is_known_is_told_by_its_id(small: Catalogue):
    assert Names(small, "en").name("agreement", "gone", {"partner": "sakai", "instrument": "handshake"}) == "gone"
    assert Names(small, "en").name("agreement", "gone", {"instrument": "memorandum"}) == "gone"


def test_the_subject_of_a_sentence_has_the_number_of_a_task(small: Catalogue):
    words = texts("en")["changes"]["subjects"]["task"]
    names = Names(small, "en")
    title = "Draw up an integration plan"
    assert names.subject("task", "scheme-i-1", {"number": "X"}) == words.format(number="I.1", name=title)
    assert names.subject("task", "gone", {"number": "X"}) == words.format(number="X", name="gone")


def test_only_what_is_there_has_an_address(small: Catalogue):
    names = Names(small, "en")
    assert names.address("agreement", "sakai-2009") == "agreements/sakai-2009/"
    assert names.address("cooperation", "jp-priority-1") == "countries/jp/#jp-priority-1"
    assert names.address("agreement", "gone") == names.address("unheard-of", "x") == ""


def test_a_source_is_named_by_the_short_title_of_its_document(small_root: Path):
    file = small_root / "data" / "documents.yaml"
    file.write_text(file.read_text("utf-8") + "  short:\n    vi: Đề án\n    en: The Scheme\n", "utf-8")
    names = Names(joined(small_root), "en")
    assert names.source({"document": "scheme", "locator": "dòng 15"}) == "The Scheme, dòng 15"


def test_the_place_of_a_source_is_in_the_language_of_the_log(catalogue: Catalogue):
    source = {"document": "outlook", "locator": "Phụ lục A, dòng 3"}
    assert Names(catalogue, "en").source(source).endswith(", Annex A, row 3")
    assert Names(catalogue, "vi").source(source).endswith(", Phụ lục A, dòng 3")
