from __future__ import annotations

from pathlib import Path

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.labels import agreement_title, label, lead_names, short_label
from tests.edits import edit
from tests.unit.views.conftest import joined

SIGNED = "      signed: 2009\n      renewed:\n        - date: 2019\n          kind: strengthened\n"


def titled(root: Path, term: str) -> str:
    """The title of the agreement with this term and without a signing date, in English."""
    file = root / "data" / "partners.yaml"
    edit(file, SIGNED, "")
    edit(file, "kind: indefinite", term)
    return agreement_title(joined(root).agreements["sakai-2009"], "en")


@pytest.mark.parametrize("lang", LANGS)
def test_an_agreement_is_titled_by_its_signing(small: Catalogue, lang: Lang):
    words = texts(lang)["agreement"]["title"]
    instrument = small.terms["instruments"]["agreement"][lang]
    expected = words.format(instrument=instrument, partner="Sakai", date="2009")
    assert agreement_title(small.agreements["sakai-2009"], lang) == expected


def test_an_agreement_that_no_source_dates_is_titled_by_its_end(small_root: Path):
    words = texts("en")["agreement"]["title_until"]
    instrument = "Agreement"
    expected = words.format(instrument=instrument, partner="Sakai", date="2027")
    assert titled(small_root, "kind: until\n        until: 2027") == expected


@pytest.mark.parametrize("lang", LANGS)
def test_an_agreement_that_is_only_announced_is_titled_by_that(catalogue: Catalogue, lang: Lang):
    item = catalogue.agreements["minori-2026"]
    date = {"vi": "15/09/2026", "en": "15 September 2026"}[lang]
    words = texts(lang)["agreement"]["title_announced"]
    expected = words.format(instrument=item.instrument[lang], partner=item.partner.name[lang], date=date)
    assert agreement_title(item, lang) == expected


def test_an_agreement_without_any_date_is_titled_by_its_partner(small_root: Path):
    words = texts("en")["agreement"]["title_undated"]
    expected = words.format(instrument="Agreement", partner="Sakai")
    assert titled(small_root, "kind: unstated") == expected


def test_records_are_called_by_their_name_their_title_or_what_they_say(small: Catalogue):
    assert label("country", small.countries["jp"], "vi") == "Nhật Bản"
    assert label("sector", small.sector_records["tourism"], "en") == "Tourism"
    assert label("task", small.tasks["scheme-i-1"], "en") == "Draw up an integration plan"
    assert label("indicator", small.indicators["fdi-2023"], "en") == "FDI projects"
    assert label("glossary", small.glossary[0], "vi") == "ODA"


def test_where_there_is_little_room_numbers_stand_for_titles(small: Catalogue, small_root: Path):
    assert short_label("task", small.tasks["scheme-i-1"], "en") == texts("en")["task"]["title"].format(number="I.1")
    assert short_label("document", small.documents["scheme"], "vi") == "2887/QĐ-UBND"
    assert short_label("partner", small.partners["sakai"], "vi") == "Sakai"
    file = small_root / "data" / "documents.yaml"
    edit(file, "  number: 2887/QĐ-UBND\n", "")
    assert short_label("document", joined(small_root).documents["scheme"], "vi") == "Đề án hội nhập"


@pytest.mark.parametrize("lang", LANGS)
def test_an_agreement_that_is_only_known_to_exist_is_called_by_what_is_known(catalogue: Catalogue, lang: Lang):
    words, reported = texts(lang)["reported-agreement"], catalogue.reported_agreements
    partner = words["of"].format(country=catalogue.country_records["il"].name[lang])
    assert label("reported-agreement", reported["il-2022"], lang) == words["title"].format(
        instrument=words["agreement"], partner=partner, year=2022
    )
    instrument = catalogue.terms["instruments"]["memorandum"][lang]
    partner = {"vi": "Cảng Linden", "en": "Port of Linden"}[lang]
    assert label("reported-agreement", reported["linden-port"], lang) == words["title_undated"].format(
        instrument=instrument, partner=partner
    )


def test_an_agreement_of_which_only_the_year_is_known_has_an_unnamed_partner(small_root: Path):
    edit(small_root / "data" / "reported-agreements.yaml", "  country: jp\n", "")
    title = label("reported-agreement", joined(small_root).reported_agreements["japan-2020"], "en")
    assert texts("en")["reported-agreement"]["unnamed"] in title


@pytest.mark.parametrize("lang", LANGS)
def test_all_relevant_agencies_stand_behind_those_that_are_named(small_root: Path, lang: Lang):
    words = texts(lang)["report"]["all_relevant"]
    agency = joined(small_root).tasks["scheme-i-1"].lead_today[0].name[lang]
    edit(small_root / "data" / "tasks.yaml", "  lead: [", "  lead_all_relevant: true\n  lead: [")
    assert lead_names(joined(small_root).tasks["scheme-i-1"], lang) == [agency, words[:1].lower() + words[1:]]


@pytest.mark.parametrize("lang", LANGS)
def test_a_task_that_names_no_lead_says_so(small_root: Path, lang: Lang):
    edit(small_root / "data" / "tasks.yaml", "  lead: [foreign-affairs]\n", "")
    words = texts(lang)["report"]["no_lead"]
    assert lead_names(joined(small_root).tasks["scheme-i-1"], lang) == [words[:1].lower() + words[1:]]
