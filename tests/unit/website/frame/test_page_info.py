from __future__ import annotations

import dataclasses

import pytest

from macros.catalogue.catalogue import Catalogue
from tests.unit.website.frame.about import shown, written


def test_a_page_is_named_by_its_record_else_by_its_address(catalogue: Catalogue):
    named = [shown(catalogue, "partners/aoba.md"), written("background/goals/"), written("")]
    assert [page.name for page in named] == ["partner/aoba", "background/goals", "home"]
    assert (named[0].kind, named[0].record) == ("partner", "aoba")
    assert (named[1].kind, named[1].record) == ("", "")


def test_a_list_is_about_its_kind_and_no_record(catalogue: Catalogue):
    register = shown(catalogue, "partners/index.md")
    assert (register.kind, register.record, register.name) == ("partner", "", "partners")


@pytest.mark.parametrize(("lang", "below"), [("vi", "about/"), ("en", "en/about/")])
def test_addresses_are_absolute_in_the_language(lang, below: str):
    page = written("about/", lang)
    assert page.address == f"https://example.org/danang/{below}"
    assert page.absolute("tasks/") == f"https://example.org/danang/{below.replace('about', 'tasks')}"


@pytest.mark.parametrize(
    ("lang", "path", "way"),
    [("vi", "partners/aoba/", "../../x.json"), ("en", "partners/aoba/", "../../../x.json"), ("vi", "", "./x.json")],
)
def test_the_way_to_a_file_climbs_to_the_root_of_the_site(lang, path: str, way: str):
    assert written(path, lang).to("x.json") == way
    assert written(path, lang).to(None) == ""


@pytest.mark.parametrize(
    ("site", "published"),
    [("https://example.org/", True), ("http://127.0.0.1:8000/", False), ("http://[::1]:8000/", False), ("", False)],
)
def test_only_an_address_that_others_can_open_is_published(site: str, published: bool):
    assert dataclasses.replace(written(""), site=site).published is published
