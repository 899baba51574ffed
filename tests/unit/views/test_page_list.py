from __future__ import annotations

import yaml

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.views.page import Page
from macros.views.page_list import pages


def test_both_languages_have_the_same_pages(small: Catalogue):
    paths = [[page.path for page in pages(small, lang)] for lang in LANGS]
    assert paths[0] == paths[1]
    assert len(paths[0]) == len(set(paths[0]))


def test_every_record_has_its_page(small: Catalogue):
    urls = {page.url for page in pages(small, "en")}
    assert {
        "countries/jp/",
        "partners/sakai/",
        "agreements/sakai-2009/",
        "sectors/tourism/",
        "agencies/foreign-affairs/",
        "tasks/scheme-i-1/",
        "task-groups/scheme-i/",
        "partners/",
    } <= urls


def test_titles_and_descriptions_cannot_reach_jinja_or_leave_the_front_matter():
    page = Page("x.md", "partner", "x", '{{ 7*7 }}\n---\n"', "{% raw %}<script>")
    front, body = page.stub().removeprefix("---\n").split("\n---\n")
    meta = yaml.safe_load(front)
    assert "{{" not in meta["title"] + meta["description"]
    assert "<" not in meta["description"]
    assert body.strip() == '{{ show("partner", "x") }}'
