"""Notes say where a brief is from in few words: places of one part together, no date twice."""

from __future__ import annotations

import pytest

from macros.base.formats import date_text
from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.records.model import Source
from macros.views.briefs.notes import Notes


def note(records: Catalogue, *locators: str) -> str:
    document = next(name for name, found in records.document_records.items() if found.dated is not None)
    notes = Notes(records, "vi")
    notes.cite([Source(document=document, locator=locator) for locator in locators])
    (text,) = notes.texts()
    return text


@pytest.mark.parametrize(
    ("locators", "said"),
    [
        (["toàn văn"], "toàn văn"),
        (["đoạn đầu", "đoạn cuối"], "đoạn đầu; đoạn cuối"),
        (["Phụ lục I, dòng 4", "Phần III", "Phụ lục I, dòng 7"], "Phụ lục I, dòng 4, dòng 7; Phần III"),
        (
            ["Phụ lục I, bảng 1, dòng 4", "Phụ lục I, bảng 2, dòng 1", "Phụ lục I, bảng 1, dòng 9"],
            "Phụ lục I, bảng 1, dòng 4, dòng 9; bảng 2, dòng 1",
        ),
        (["Phụ lục I", "Phụ lục I, dòng 4"], "Phụ lục I; Phụ lục I, dòng 4"),
        (["dòng 4", "dòng 4"], "dòng 4"),
    ],
)
def test_places_in_one_part_of_a_document_stand_together(locators: list[str], said: str, catalogue: Catalogue):
    assert note(catalogue, *locators).partition(": ")[2] == said


def test_a_title_that_has_the_date_is_not_followed_by_it(catalogue: Catalogue):
    found = 0
    for lang in LANGS:
        for name, document in catalogue.document_records.items():
            if document.dated is None:
                continue
            date = date_text(document.dated, lang)
            notes = Notes(catalogue, lang)
            notes.cite([Source(document=name, locator="x")])
            (text,) = notes.texts()
            assert text.count(date) <= 1, text
            found += f"({date})" in text
    assert found


def test_the_numbers_of_notes_stay_on_one_line(catalogue: Catalogue):
    one, other = list(catalogue.document_records)[:2]
    notes = Notes(catalogue, "en")
    assert notes.cite([Source(document=name, locator="x") for name in (one, other)]) == "[1,\u00a02]"
    assert notes.cite([]) == ""
