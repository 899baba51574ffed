from __future__ import annotations

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.views.page import Page
from macros.views.page_list import pages
from macros.website.search.names import initials, page_names, section_names


def page(catalogue: Catalogue, path: str) -> Page:
    return next(page for page in pages(catalogue, "vi") if page.path == path)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("countries/jp.md", {"Japan", "Nhật"}),
        ("partners/aoba.md", {"Aoba-machi", "青葉市"}),
        ("agencies/harbour-board.md", {"BQLBC", "Harbour Board"}),
        ("organisations/river-network.md", {"RCN"}),
        ("documents/outlook.md", {"Đề án", "Outlook"}),
        ("tasks/outlook-b-3.md", {"B.3"}),
        ("partners/index.md", set()),
    ],
)
def test_a_record_is_found_by_all_its_names(catalogue: Catalogue, path: str, names: set[str]):
    shown = page(catalogue, path)
    found = page_names(catalogue, shown)
    assert names <= set(found)
    assert shown.title not in found


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sở Ngoại vụ", "SNV"),
        ("Sở Kế hoạch và Đầu tư", "SKHĐT"),
        ("Hải quan", ""),
        ("Tỉnh Quảng Nam – Đà Nẵng", "TQNĐN"),
    ],
)
def test_initials_pass_over_and(name: str, short: str):
    assert initials(name) == short


def test_former_names_and_spellings_are_names(catalogue: Catalogue):
    assert page_names(catalogue, page(catalogue, "partners/hanbit.md")) == ["Dalbit"]


@pytest.mark.parametrize("kind", ["plan", "task-group", "agreement"])
def test_a_record_without_names_of_its_own_is_found_by_its_title(catalogue: Catalogue, kind: str):
    found = [page_names(catalogue, shown) for shown in pages(catalogue, "vi") if shown.template == kind]
    assert found
    assert not any(found)


def test_only_records_with_names_name_the_sections_of_a_page(catalogue: Catalogue):
    names = section_names(catalogue, page(catalogue, "trade-agreements/index.md"))
    assert names.keys() == catalogue.trade_agreements.keys()
    for path in ("activities/index.md", "partners/index.md", "licences.md"):
        assert section_names(catalogue, page(catalogue, path)) == {}
    assert section_names(catalogue, None) == {}
