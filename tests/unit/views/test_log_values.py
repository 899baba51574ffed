"""Values of fields in the words of the interface."""

from __future__ import annotations

from typing import Any

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.change_log.names import Names
from macros.views.change_log.values import Values
from macros.views.vocabularies import interface_words


def values(records: Catalogue, lang: Lang = "en") -> Values:
    return Values(Names(records, lang), lang)


@pytest.mark.parametrize(
    ("kind", "field", "value", "told"),
    [
        ("task", "due", "2027-06", "June 2027"),
        ("indicator", "value", "12400", "12,400"),
        ("agreement", "signatory", "foreign-affairs", "Department of Foreign Affairs"),
        ("task", "countries", ["jp"], "Japan"),
        ("task", "group", "scheme-i", "Politics"),
        ("partner", "country", "gone", "gone"),
        ("agreement", "note", "as written", "as written"),
        ("activity", "text", {"vi": "Hội thảo", "en": "A seminar"}, "A seminar"),
        ("agreement", "announced", "2027-06", "June 2027"),
        ("agreement", "place", {"vi": "Bến Viêng", "en": "Vieng Landing"}, "Vieng Landing"),
        ("agreement", "signatories", [{"name": "A", "side": "city"}, {"name": "B", "side": "partner"}], "A, B"),
        ("activity", "amounts", {"value": "12400", "currency": "USD", "qualifier": "about"}, "12,400 USD"),
        ("activity", "amounts", [{"value": "1"}, {"value": "2"}], "1, 2"),
        ("partner", "established", {"date": "1994", "sources": []}, "1994"),
        ("partner", "aliases", {"name": "Sakai-shi", "kind": "other"}, "Sakai-shi"),
        ("conflict", "values", {"value": "2009", "sources": []}, "2009"),
        ("agency", "ended", {"date": "2025-03", "document": "scheme"}, "March 2025"),
        ("agreement", "sources", {"document": "scheme", "locator": "dòng 15"}, "Integration scheme, dòng 15"),
        ("agreement", "sources", {"document": "scheme"}, "Integration scheme"),
        ("agreement", "sources", {"document": "gone", "locator": "dòng 15"}, "gone, dòng 15"),
    ],
)
def test_a_value_is_told_as_readers_know_it(kind: str, field: str, value: Any, told: str, small: Catalogue):
    assert values(small).in_words(kind, field, value) == told


@pytest.mark.parametrize("lang", LANGS)
def test_a_successor_is_told_with_its_day(lang: Lang, small: Catalogue):
    successor = {"agency": "foreign-affairs", "date": "2025-03", "document": "scheme"}
    told = values(small, lang).in_words("agency", "successors", [successor])
    name = small.agency_records["foreign-affairs"].name[lang]
    assert told == texts(lang)["changes"]["succession"].format(
        name=name, date={"vi": "03/2025", "en": "March 2025"}[lang]
    )


@pytest.mark.parametrize("lang", LANGS)
def test_codes_are_told_in_words(lang: Lang, small: Catalogue):
    t = interface_words(small, lang)
    told = values(small, lang).in_words
    assert told("agreement", "instrument", "memorandum") == t["instruments"]["memorandum"]
    assert told("task", "status", "in-progress") == t["task_status"]["in-progress"]
    assert told("indicator", "qualifier", "over") == t["changes"]["qualifiers"]["over"]
    assert told("task", "lead_all_relevant", "true") == t["changes"]["flags"]["true"]
    assert told("document", "kind", "decree") == t["document_kinds"]["decree"]
    assert told("agency", "kind", "company") == t["agency_kinds"]["company"]
    assert told("partner", "kind", "city") == t["partner_kinds"]["city"]
    assert told("partner", "kind", "unheard-of") == "unheard-of"
    assert told("agreement", "binding", "false") == t["changes"]["flags"]["false"]
    assert told("agreement", "languages", ["vi", "lo"]) == f"{t['languages']['vi']}, {t['languages']['lo']}"
    assert told("agreement", "text", {"access": "not-found"}) == t["agreement"]["text_access"]["not-found"]
    how = t["renewal_kinds"]["further"]
    assert told("agreement", "renewed", {"date": "2024", "kind": "further"}) == f"2024 ({how})"


@pytest.mark.parametrize("lang", LANGS)
def test_results_of_reviews_are_told_in_words(lang: Lang, small: Catalogue):
    words = texts(lang)["reviews"]["results"]
    assert {key: values(small, lang).in_words("update", "result", key) for key in words} == words


def test_a_term_is_told_as_its_source_states_it(small: Catalogue):
    t = texts("en")
    told = values(small).term
    assert told({"kind": "indefinite"}) == t["terms"]["indefinite"]
    assert told({"kind": "years", "years": "1"}) == t["terms"]["years"].format(
        years=t["counts"]["years"]["one"].format(n=1)
    )
    five = t["counts"]["years"]["other"].format(n=5)
    assert told({"kind": "years", "years": "5"}) == t["terms"]["years"].format(years=five)
    assert told({"kind": "until", "until": "2027"}) == t["terms"]["until"].format(until="2027")
    both = {"kind": "until", "until": "2027", "years": "5"}
    assert told(both) == t["terms"]["until_years"].format(until="2027", years=five)
    assert told({"kind": "for ever"}) == "kind for ever"


def test_a_field_that_has_no_name_is_told_as_one_of_the_others(small: Catalogue):
    words = texts("en")["changes"]
    assert values(small).field("signed") == words["fields"]["signed"]
    assert values(small).field("colour") == words["other"]


def test_identifiers_are_told_by_their_words_and_unknown_ones_by_their_names(small: Catalogue):
    known = {"iso_3166_2_in": "JP-27", "old_register": "7"}
    told = values(small, "en").in_words("partner", "identifiers", known)
    assert told == "Unit of ISO 3166-2: JP-27, old_register: 7"
