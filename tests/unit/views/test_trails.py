from __future__ import annotations

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.views.page import Page
from macros.views.page_list import pages
from macros.views.trails import Step, trail, trail_of_written


def page(small: Catalogue, template: str, record: str = "", lang: Lang = "en") -> Page:
    return next(page for page in pages(small, lang) if (page.template, page.record) == (template, record))


def steps(small: Catalogue, template: str, record: str = "") -> list[tuple[str, str]]:
    found = trail(page(small, template, record), small, "en")
    return [(step.name, step.address) for step in found]


def index(kind: str) -> str:
    return str(texts("en")[kind]["index_title"])


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_reached_from_the_home_page_and_ends_its_own_trail(small: Catalogue, lang: Lang):
    for one in pages(small, lang):
        way = trail(one, small, lang)
        assert way[0] == Step(texts(lang)["crumbs"]["home"], "")
        assert way[-1].address == one.url
        assert all(step.name for step in way)


def test_every_step_leads_to_a_page(small: Catalogue):
    there = {"", "about/", "contribute/", *(one.url for one in pages(small, "en"))}
    assert {step.address for one in pages(small, "en") for step in trail(one, small, "en")} == there


def test_a_record_lies_below_the_records_that_hold_it(small: Catalogue):
    assert steps(small, "partner", "sakai")[1:] == [
        (index("partner"), "partners/"),
        ("Japan", "countries/jp/"),
        ("Sakai", "partners/sakai/"),
    ]
    title = page(small, "agreement", "sakai-2009").title
    assert steps(small, "agreement", "sakai-2009")[1:] == [
        (index("agreement"), "agreements/"),
        ("Sakai", "partners/sakai/"),
        (title, "agreements/sakai-2009/"),
    ]
    assert steps(small, "task", "scheme-i-1")[1:] == [
        (index("task"), "tasks/"),
        ("Politics", "task-groups/scheme-i/"),
        (texts("en")["task"]["title"].format(number="I.1"), "tasks/scheme-i-1/"),
    ]


@pytest.mark.parametrize(("kind", "name"), [("plan", "scheme"), ("task-group", "scheme-i")])
def test_plans_and_groups_lie_below_the_register_of_tasks(small: Catalogue, kind: str, name: str):
    assert steps(small, kind, name)[1:-1] == [(index("task"), "tasks/")]


def test_a_report_lies_below_all_reports(small: Catalogue):
    assert steps(small, "report", "2026")[1:-1] == [(index("report"), "reports/")]


def test_a_year_is_called_by_its_number(small: Catalogue):
    assert steps(small, "in-force-year", "2020")[1:] == [(index("in-force"), "in-force/"), ("2020", "in-force/2020/")]


def test_a_form_lies_below_the_forms_and_the_guides(small: Catalogue):
    guides = (texts("en")["links"]["contribute"], "contribute/")
    forms = (texts("en")["webform"]["index_title"], "contribute/record/")
    assert steps(small, "record-form", "event")[1:-1] == [guides, forms]
    assert steps(small, "record-forms")[1:] == [guides, forms]


def test_a_page_written_by_hand_lies_below_home_or_the_guides():
    home = Step(texts("en")["crumbs"]["home"], "")
    guides = Step(texts("en")["links"]["contribute"], "contribute/")
    assert trail_of_written("Home", "", "en") == ()
    assert trail_of_written("Goals", "background/goals/", "en") == (home, Step("Goals", "background/goals/"))
    assert trail_of_written("Contribute", "contribute/", "en") == (home, Step("Contribute", "contribute/"))
    signing = Step("Record a signing", "contribute/signing/")
    assert trail_of_written("Record a signing", "contribute/signing/", "en") == (home, guides, signing)
