"""Values of old files as text, whatever they are."""

from __future__ import annotations

import pytest

from macros.views.change_log import plain_values


def test_a_text_is_one_with_a_language_and_nothing_else():
    assert plain_values.is_text({"vi": "Một"})
    assert plain_values.is_text({"vi": "Một", "en": "One"})
    assert not plain_values.is_text({})
    assert not plain_values.is_text({"vi": "Một", "kind": "x"})
    assert not plain_values.is_text("Một")


def test_a_text_without_a_language_is_shown_in_the_other():
    assert plain_values.in_language({"vi": "Một", "en": "One"}, "en") == "One"
    assert plain_values.in_language({"vi": "Một"}, "en") == "Một"
    assert plain_values.in_language({"en": "One"}, "vi") == "One"
    assert plain_values.in_language({}, "vi") == ""


def test_dates_and_numbers_are_written_as_the_language_does():
    assert plain_values.date("2027-06", "vi") == "06/2027"
    assert plain_values.date("2027-06", "en") == "June 2027"
    assert plain_values.number("12400", "vi") == "12.400"
    assert plain_values.number("12400", "en") == "12,400"


@pytest.mark.parametrize("text", ["", "soon", "2027-13", "NaN of them"])
def test_what_is_no_date_and_no_number_stays_as_it_is(text: str):
    assert plain_values.date(text, "en") == text
    assert plain_values.number(text, "en") == text


@pytest.mark.parametrize("key", [None, 3, ["a"], {"a": "b"}, "b"])
def test_there_is_no_word_for_a_key_that_is_not_there_or_no_text(key: object):
    assert plain_values.word({"a": "A"}, key) is None
    assert plain_values.word({"a": "A"}, "a") == "A"


def test_a_value_without_words_shows_all_its_parts():
    assert plain_values.raw({"kind": "x", "parts": ["1", {"of": "2"}]}) == "kind x, parts 1, of 2"
