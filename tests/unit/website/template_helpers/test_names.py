from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.views.abbreviations import Abbreviations
from macros.website.template_helpers.names import Names


@pytest.fixture
def names(catalogue: Catalogue) -> Names:
    return Names("vi", Abbreviations(catalogue.glossary, "vi"))


def test_names_follow_the_alphabet_of_the_language(names: Names):
    records = [SimpleNamespace(name={"vi": name}) for name in ("Đức", "Ê-đê", "Dubai", "Âu Lạc", "Anh", "Ea")]
    assert [record.name["vi"] for record in names.by_name(records)] == ["Anh", "Âu Lạc", "Dubai", "Đức", "Ea", "Ê-đê"]


def test_partners_stand_by_country_then_by_name(names: Names, catalogue: Catalogue):
    listed = names.by_country(catalogue.partners.values())
    shown = [(item.country.name.vi, item.record.name.vi) for item in listed]
    countries = list(dict.fromkeys(country for country, _ in shown))
    assert countries == ["Đức", "Hàn Quốc", "Hoa Kỳ", "Lào", "Nhật Bản", "Trung Quốc"]
    assert [country for country, _ in shown] == sorted((country for country, _ in shown), key=countries.index)
    assert [name for country, name in shown if country == "Lào"] == ["Nậm Say", "Phu Viêng"]


def test_kinds_come_in_their_order_and_those_without_any_are_left_out(names: Names, catalogue: Catalogue):
    kinds = {"former": "Đơn vị cũ", "company": "Doanh nghiệp", "city-department": "Sở"}
    groups = names.by_kind(catalogue.agencies.values(), kinds)
    assert [(group.kind, group.label) for group in groups] == [("former", "Đơn vị cũ"), ("city-department", "Sở")]
    assert [item.record.name.vi for item in groups[0].items] == ["Huyện cũ"]
    expected = ["Ban Quản lý bến cảng", "Ban Xúc tiến thương mại", "Sở Đối ngoại", "Sở Học vụ", "Sở Lữ hành"]
    assert [name for item in groups[1].items if (name := item.record.name.vi) in expected] == expected


def test_no_text_prints_nothing_and_one_for_both_languages_itself(names: Names, catalogue: Catalogue):
    assert names.in_language(None) == ""
    assert names.in_language("2009") == "2009"
    assert names.in_language(catalogue.countries["de"].record.name) == "Đức"


def test_a_document_is_cited_by_its_short_name_where_it_has_one(names: Names, catalogue: Catalogue):
    cited = [names.short_title(catalogue.documents[name].record) for name in ("outlook", "yearbook-2025")]
    assert cited == ["Đề án", "Niên giám 2025"]
