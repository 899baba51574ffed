"""Everyday words lead to pages, views of registers and sections; each is named in both languages."""

from __future__ import annotations

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.page_list import pages
from macros.website.search.entries import entries
from macros.website.search.shortcuts import TARGETS, page_words, parts


def test_each_shortcut_has_its_words_in_both_languages():
    for lang in LANGS:
        words = texts(lang)["search"]["shortcuts"]
        assert words.keys() == TARGETS.keys()
        for name, target in TARGETS.items():
            assert ("title" in words[name]) is not target.whole_page, name


def test_a_view_or_section_is_an_entry_of_its_own_and_knows_the_words_of_both_languages(catalogue: Catalogue):
    register = next(page for page in pages(catalogue, "en") if page.path == "tasks/index.md")
    found = entries(catalogue, register, "tasks/", ["Tasks"], "<p>x</p>", "en")
    own = [entry for entry in found if entry["location"] == "tasks/?status=overdue"]
    for lang in LANGS:
        assert set(texts(lang)["search"]["shortcuts"]["overdue"]["words"]) <= set(own[0]["names"])
    assert len({location for location, *_ in parts("open-data/", "vi")}) > 1
    assert all("?" in location for location, *_ in parts("open-data/", "vi"))


def test_words_for_a_whole_page_are_names_of_it():
    assert set(texts("en")["search"]["shortcuts"]["incentives"]["words"]) <= set(page_words("invest/"))
    assert list(page_words("countries/jp/")) == []
