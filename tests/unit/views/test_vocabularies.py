"""Words for values of vocabularies: one thing is named in the singular, a list of several has its own heading."""

from __future__ import annotations

from macros.catalogue.catalogue import Catalogue
from macros.views.vocabularies import interface_words


def test_one_thing_and_a_list_of_several_have_words_of_their_own(catalogue: Catalogue):
    words = interface_words(catalogue, "en")
    assert words["agency_kinds"]["city-department"] == "City department or board"
    assert words["agency_kinds_groups"]["city-department"] == "City departments and boards"


def test_the_words_for_one_serve_where_there_are_no_others(catalogue: Catalogue):
    words = interface_words(catalogue, "vi")
    assert words["partner_kinds_groups"]["city"] == words["partner_kinds"]["city"]
