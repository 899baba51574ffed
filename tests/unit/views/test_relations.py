"""Words of pages about countries: sections that are missing, titles, beginnings of long texts."""

from __future__ import annotations

from typing import Final

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.vietnamese import vietnamese
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.relations import LONGEST, beginning, first_words, missing, missing_sentence
from macros.views.relations import area_title as title

LONG: Final = " ".join(["word"] * 100)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_missing_of_a_country_is_told_in_one_sentence(catalogue: Catalogue, lang: Lang):
    words = texts(lang)["country"]["things"]
    for item in catalogue.countries.values():
        sentence = missing_sentence(item, lang)
        assert bool(sentence) == bool(missing(item))
        for name, thing in words.items():
            assert (thing in sentence) == (name in missing(item)), (item.id, name)
            assert (name in missing(item)) == (not getattr(item, name))


@pytest.mark.parametrize("lang", LANGS)
def test_an_aim_without_a_title_is_named_by_the_beginning_of_its_text(catalogue: Catalogue, lang: Lang):
    areas = [item.record for item in catalogue.cooperation.values()]
    assert {area.title is None for area in areas} == {True, False}
    for area in areas:
        assert title(area, lang) == (area.title[lang] if area.title else first_words(area.text[lang], 12))


def test_first_words_are_marked_only_where_more_follow():
    assert first_words("one two three", 3) == "one two three"
    assert first_words("one, two, three", 2) == "one, two …"


def test_only_a_long_activity_has_a_beginning(catalogue: Catalogue):
    item = next(iter(catalogue.activities.values()))
    assert beginning(item, "en") == ""
    text = item.record.text.model_copy(update={"en": LONG})
    long = type(item)(**(vars(item) | {"record": item.record.model_copy(update={"text": text})}))
    assert 0 < len(beginning(long, "en").split()) < LONGEST


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Nhật", True), ("Đức", True), ("Hồng Kông", True), ("Hong Kong", False), ("Thuringia", False), ("Île", False)],
)
def test_names_that_only_vietnamese_writes_are_known(name: str, expected: bool):
    assert vietnamese(name) == expected
