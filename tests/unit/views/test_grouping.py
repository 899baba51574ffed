from __future__ import annotations

from types import SimpleNamespace

from macros.base.dates import PartialDate
from macros.catalogue.catalogue import Catalogue
from macros.views.grouping import areas_by_country, by_issuer, by_year


def item(name: str, date: str | None = None, issuer: str | None = None) -> SimpleNamespace:
    parsed = PartialDate.parse(date) if date else None
    issued = {"vi": issuer} if issuer else None
    return SimpleNamespace(id=name, record=SimpleNamespace(date=parsed, issuer=issued))


def test_years_run_from_the_newest_and_undated_items_come_last():
    groups = by_year([item("a"), item("b", "2013-10"), item("c", "2015"), item("d", "2013-08")])
    assert [(group.year, [entry.id for entry in group.items]) for group in groups] == [
        (2015, ["c"]),
        (2013, ["d", "b"]),
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


def test_an_area_of_several_countries_stands_at_each_and_is_linked_to_at_the_first(catalogue: Catalogue):
    groups = areas_by_country(catalogue.cooperation.values())
    shared = next(item for item in catalogue.cooperation.values() if len(item.countries) > 1)
    found = [(group.country.id, anchored) for group in groups for item, anchored in group.items if item is shared]
    countries = [country.id for country in shared.countries]
    assert sorted(found) == sorted((name, name == countries[0]) for name in countries)
    assert len({group.country.id for group in groups}) == len(groups)
