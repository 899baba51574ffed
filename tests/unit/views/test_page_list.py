from __future__ import annotations

import pytest
import yaml

from macros.base.formats import count_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import LISTED
from macros.views.page import Page
from macros.views.page_list import pages


def page(small: Catalogue, url: str, lang: Lang = "en") -> Page:
    return next(page for page in pages(small, lang) if page.url == url)


def test_both_languages_have_the_same_pages(small: Catalogue):
    paths = [[page.path for page in pages(small, lang)] for lang in LANGS]
    assert paths[0] == paths[1]
    assert len(paths[0]) == len(set(paths[0]))


def test_every_record_of_a_kind_with_pages_has_its_page(small: Catalogue):
    made = {(page.template, page.record) for page in pages(small, "en")}
    for kind in LISTED:
        if kind.shown == "page":
            assert {(kind.singular, name) for name in small.of_kind(kind.singular)} <= made
    assert page(small, "task-groups/scheme-i/").template == "task-group"


@pytest.mark.parametrize("lang", LANGS)
def test_a_description_tells_in_words_what_the_page_holds(small: Catalogue, lang: Lang):
    words = texts(lang)
    counts = {kind: count_text(kind, 1, lang) for kind in ("partners", "agreements", "tasks", "in_force")}
    japan = words["country"]["description"].format(name=small.country_records["jp"].name[lang], **counts)
    assert page(small, "countries/jp/", lang).description == japan
    country = small.country_records["jp"].name[lang]
    sakai = words["partner"]["description"].format(name="Sakai", country=country, **counts)
    assert page(small, "partners/sakai/", lang).description == sakai
    idle = count_text("tasks", 0, lang)
    agency = words["agency"]["description"].format(
        name=small.agency_records["foreign-affairs"].name[lang], leads=counts["tasks"], coordinates=idle
    )
    assert page(small, "agencies/foreign-affairs/", lang).description == agency


def test_no_description_has_a_hole(small: Catalogue):
    for one in pages(small, "en"):
        assert one.title
        assert one.description
        assert "{" not in one.title + one.description


def test_lists_say_which_records_they_show(small: Catalogue):
    assert page(small, "partners/").kind == "partner"
    assert page(small, "issuers/").kind == "document"
    assert page(small, "partners/sakai/").kind == "partner"
    assert page(small, "licences/").kind == ""


def hidden(small: Catalogue, url: str) -> list[str]:
    found: list[str] = page(small, url).meta()["hide"]
    return found


def test_long_pages_have_a_table_of_contents(small: Catalogue):
    assert "toc" in hidden(small, "partners/")
    assert "toc" not in hidden(small, "conflicts/")
    assert "toc" not in hidden(small, "partners/sakai/")


def test_pages_that_repeat_others_are_not_searched(small: Catalogue):
    assert page(small, "reports/2026/").meta()["search"] == {"exclude": True}
    assert "search" not in page(small, "partners/sakai/").meta()


def test_titles_and_descriptions_cannot_reach_jinja_or_leave_the_front_matter():
    page = Page("x.md", "partner", "x", '{{ 7*7 }}\n---\n"', "{% raw %}<script>")
    front, body = page.stub().removeprefix("---\n").split("\n---\n")
    meta = yaml.safe_load(front)
    assert "{{" not in meta["title"] + meta["description"]
    assert "<" not in meta["description"]
    assert body.strip() == '{{ show("partner", "x") }}'
