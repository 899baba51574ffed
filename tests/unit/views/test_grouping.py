from __future__ import annotations

from types import SimpleNamespace

from macros.base.dates import PartialDate
from macros.catalogue.catalogue import Catalogue
from macros.views.grouping import areas_once, by_issuer, by_year


def item(name: str, date: str | None = None, issuer: str | None = None) -> SimpleNamespace:
    parsed = PartialDate.parse(date) if date else None
    issued = {"vi": issuer} if issuer else None
    return SimpleNamespace(id=name, record=SimpleNamespace(date=parsed, issuer=issued))


def test_years_and_what_is_in_them_run_from_the_newest_and_undated_items_come_last():
    groups = by_year([item("a"), item("e", "2013"), item("b", "2013-10"), item("c", "2015"), item("d", "2013-08")])
    assert [(group.year, [entry.id for entry in group.items]) for group in groups] == [
        (2015, ["c"]),
        (2013, ["b", "d", "e"]),
        (None, ["a"]),
    ]


def test_issuers_run_in_the_order_of_the_alphabet_and_unnamed_ones_come_last():
    documents = [item("a"), item("b", issuer="Đảng ủy"), item("c", issuer="Chính phủ"), item("d", issuer="Đảng ủy")]
    groups = by_issuer(documents, "vi")  # type: ignore[arg-type]
    assert [(group.name, group.anchor) for group in groups] == [
        ("Chính phủ", "chinh-phu"),
        ("Đảng ủy", "dang-uy"),
        ("", "none"),
    ]
    assert [entry.id for entry in groups[1].items] == ["b", "d"]


def test_an_area_of_several_countries_stands_once_and_is_the_target_of_those_that_it_is_the_first_to_name(
    catalogue: Catalogue,
):
    areas = areas_once(catalogue.cooperation.values())
    assert sorted(area.item.id for area in areas) == sorted(catalogue.cooperation)
    anchored = [country.id for area in areas for country in area.first]
    assert len(anchored) == len(set(anchored))
    assert set(anchored) == {country.id for item in catalogue.cooperation.values() for country in item.countries}
    kinds = [area.item.record.kind == "priority" for area in areas]
    assert kinds == sorted(kinds, reverse=True)
