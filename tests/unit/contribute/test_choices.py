"""Choices are what a reader of the language looks for, in its order and below headings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import traced, tracing
from macros.contribute.choices import CORRECTABLE, NEW, Option, by_heading, choices, correctable
from macros.records.check.rules import check
from macros.records.kinds import REFERENCES, SINGULAR
from macros.views.labels import agreement_title

SOURCES = "  sources:\n    - {document: scheme, locator: Phụ lục I}\n"


@pytest.fixture
def larger(small_root: Path) -> Catalogue:
    """The small data set with countries, partners and documents to put in order."""
    data = small_root / "data"
    (data / "countries").mkdir()
    (data / "partners").mkdir()
    (data / "documents").mkdir()
    countries = {"dk": ("Đan Mạch", "Denmark"), "dz": ("Dubai", "Zanzibar")}
    (data / "countries" / "more.yaml").write_text(
        "".join(
            f"- id: {code}\n  name: {{vi: {vi}, en: {en}}}\n  region: europe\n{SOURCES}"
            for code, (vi, en) in countries.items()
        )
    )
    partners = {"aarhus": ("Aarhus", "dk"), "yokohama": ("Yokohama", "jp"), "oran": ("Oran", "dz")}
    (data / "partners" / "more.yaml").write_text(
        "".join(
            f"- id: {name}\n  kind: city\n  country: {country}\n  name: {{vi: {title}, en: {title}}}\n{SOURCES}"
            for name, (title, country) in partners.items()
        )
    )
    (data / "documents" / "more.yaml").write_text(
        "- id: letter\n  kind: letter\n  title: {vi: Thư ngỏ, en: Open letter}\n"
    )
    dataset, problems = check(small_root)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return Catalogue(dataset, dt.date(2026, 11, 21))


@pytest.mark.parametrize(("lang", "order"), [("vi", ["dz", "dk", "jp"]), ("en", ["dk", "jp", "dz"])])
def test_records_stand_in_the_order_of_the_language(lang: Lang, order: list[str], larger: Catalogue):
    found = choices("countries", larger, lang)
    assert [option.value for option in found] == order
    assert [option.label for option in found] == [larger.countries[name].record.name[lang] for name in order]


@pytest.mark.parametrize(
    ("lang", "order"),
    [
        ("vi", [("Dubai", ["oran"]), ("Đan Mạch", ["aarhus"]), ("Nhật Bản", ["sakai", "yokohama"])]),
        ("en", [("Denmark", ["aarhus"]), ("Japan", ["sakai", "yokohama"]), ("Zanzibar", ["oran"])]),
    ],
)
def test_partners_stand_below_their_country(lang: Lang, order: list[tuple[str, list[str]]], larger: Catalogue):
    grouped = by_heading(choices("partners", larger, lang))
    assert [(heading, [option.value for option in options]) for heading, options in grouped] == order


def test_a_new_document_comes_first_and_the_others_by_kind(larger: Catalogue):
    words = texts("vi")
    new, *others = choices("documents", larger, "vi")
    assert new == Option(NEW, words["webform"]["new_document"])
    headings = [name.vi for name in larger.terms["document-kinds"].values()]
    assert sorted(others, key=lambda option: headings.index(option.group)) == others
    assert len(others) == len(larger.documents)
    assert {option.value: option.label for option in others} == {
        "scheme": "2887/QĐ-UBND – Đề án hội nhập",
        "letter": "Thư ngỏ",
    }


def test_tasks_and_their_groups_are_known_by_number_and_plan(small: Catalogue):
    assert choices("tasks", small, "en") == (
        Option("scheme-i-1", "I.1 – Draw up an integration plan", "Integration scheme: Politics", "foreign-affairs"),
    )
    assert choices("groups", small, "en") == (Option("scheme-i", "I – Politics", "Integration scheme", "scheme I"),)


def test_a_task_names_the_agencies_that_answer_for_it_today(catalogue: Catalogue):
    found = {option.value: option.of.split() for option in choices("tasks", catalogue, "en")}
    for item in catalogue.tasks.values():
        assert set(found[item.id]) == {agency.id for agency in (*item.lead_today, *item.coordinating_today)}
    succeeded = next(item for item in catalogue.tasks.values() if item.lead and item.lead_today != item.lead)
    assert succeeded.lead[0].id not in found[succeeded.id]


@pytest.mark.parametrize("lang", LANGS)
def test_an_agreement_is_known_by_its_title_below_its_country(lang: Lang, small: Catalogue):
    item = small.agreements["sakai-2009"]
    assert choices("agreements", small, lang) == (
        Option("sakai-2009", agreement_title(item, lang), item.country.name[lang]),
    )


@pytest.mark.parametrize("kind", sorted({kind.plural for kind in REFERENCES.values()}))
def test_every_kind_that_a_field_can_name_can_be_chosen_from(kind: str, small: Catalogue):
    found = choices(kind, small, "vi")
    assert found
    assert all(option.label for option in found)


@pytest.mark.parametrize(
    ("kind", "asked_for"), [("agencies", "agency_records"), ("countries", "country_records"), ("plans", "plan_records")]
)
def test_a_list_of_names_depends_on_the_records_alone(kind: str, asked_for: str, small: Catalogue):
    """So the preview leaves a form as it is when a task of an agency changes."""
    records = traced(small)
    with tracing(records) as asked:
        assert choices(kind, records, "vi") == choices(kind, small, "vi")
    assert {name for name, _ in asked} == {asked_for}


@pytest.mark.parametrize("lang", LANGS)
def test_what_may_need_correction_leads_to_its_line(lang: Lang, small: Catalogue):
    found = {option.value: option for option in correctable(small, lang)}
    assert {name.partition("/")[0] for name in found} == set(CORRECTABLE)
    for kind in CORRECTABLE:
        for name, item in small.of_kind(kind).items():
            option = found[f"{kind}/{name}"]
            assert option.group == texts(lang)["kinds"][SINGULAR[kind].plural]
            assert option.of == f"{item.place.file}#L{item.place.line}"
    assert found["task/scheme-i-1"].label.startswith("I.1 – ")
    assert found["agreement/sakai-2009"].of.startswith("data/partners.yaml#L")
