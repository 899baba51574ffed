from __future__ import annotations

import datetime as dt

import pytest

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.records.dataset import Dataset
from macros.views.registers.register import Register, register

NAMES = ("agreements", "tasks", "partners", "documents", "activities")


def options(found: Register, facet: str) -> dict[str, int]:
    (match,) = [entry for entry in found.facets if entry.name == facet]
    return {option.key: option.count for option in match.options}


def ranks(found: Register, column: str) -> dict[str, str]:
    index = [name for name, _ in found.columns].index(column)
    return {name: row.order.split(" ")[index] for name, row in found.rows.items()}


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_the_same_in_both_languages_and_every_key_of_a_row_is_an_option(name: str, catalogue: Catalogue):
    keys = []
    for lang in LANGS:
        found = register(name, catalogue, lang)
        offered = {f"{facet.name}:{option.key}" for facet in found.facets for option in facet.options}
        used = {token for row in found.rows.values() for token in row.facets.split(" ")}
        assert used == offered
        keys.append({item: set(row.facets.split(" ")) for item, row in found.rows.items()})
    assert keys[0] == keys[1]


@pytest.mark.parametrize("name", NAMES)
def test_the_count_of_an_option_is_the_number_of_rows_that_have_it(name: str, catalogue: Catalogue):
    found = register(name, catalogue, "vi")
    for facet in found.facets:
        for option in facet.options:
            token = f"{facet.name}:{option.key}"
            assert option.count == sum(token in row.facets.split(" ") for row in found.rows.values()) > 0


def test_statuses_count_what_the_catalogue_counts(catalogue: Catalogue):
    found = register("agreements", catalogue, "en")
    assert options(found, "status") == {status: n for status, n in catalogue.agreement_counts.items() if n}
    assert options(register("tasks", catalogue, "en"), "status") == {
        s: n for s, n in catalogue.task_counts.items() if n
    }


def test_the_lead_agency_is_a_facet_and_a_task_without_one_is_found_as_such(catalogue: Catalogue):
    found = options(register("tasks", catalogue, "vi"), "agency")
    assert found["visitors-office"] == len(catalogue.agencies["visitors-office"].leads)
    assert found["none"] == sum(not task.lead_named for task in catalogue.tasks.values())


def test_an_agreement_of_a_territory_is_found_under_it_and_under_its_country(catalogue: Catalogue):
    tokens = [
        row.facets.split(" ")
        for name, row in register("agreements", catalogue, "vi").rows.items()
        if catalogue.agreements[name].partner.id == "lagoa"
    ]
    assert tokens
    assert all("country:cn" in row and "country:mo" in row for row in tokens)


def test_names_stand_in_the_order_of_the_vietnamese_alphabet(catalogue: Catalogue):
    found = register("partners", catalogue, "vi")
    order = ranks(found, "country")
    ordered = sorted(catalogue.partners.values(), key=lambda item: int(order[item.id]))
    countries = list(dict.fromkeys(item.country.name.vi for item in ordered))
    # Đ stands between D and E: before Hàn Quốc, not behind all other letters.
    assert countries.index("Đức") < countries.index("Hàn Quốc") < countries.index("Hoa Kỳ") < countries.index("Lào")


def test_years_run_from_the_newest_and_undated_rows_come_last(catalogue: Catalogue):
    years = list(options(register("documents", catalogue, "vi"), "year"))
    assert years[-1] == "none"
    assert years[:-1] == sorted(years[:-1], reverse=True)


def test_an_activity_over_several_years_is_found_in_each(catalogue: Catalogue):
    found = register("activities", catalogue, "vi")
    long = [item for item in catalogue.activities.values() if item.record.until and item.record.date]
    assert long
    for item in long:
        assert item.record.date is not None
        assert item.record.until is not None
        for year in range(item.record.date.year, item.record.until.year + 1):
            assert f"year:{year}" in found.rows[item.id].facets.split(" ")


def test_dates_and_numbers_sort_by_value_and_missing_ones_have_no_rank(catalogue: Catalogue):
    signed = ranks(register("agreements", catalogue, "en"), "signed")
    dated = {
        name: item.record.signed.first_day
        for name, item in catalogue.agreements.items()
        if item.record.signed is not None
    }
    assert {name for name, rank in signed.items() if rank == "-"} == set(signed) - set(dated)
    days = [dated[name] for name in sorted(dated, key=lambda name: int(signed[name]))]
    assert days == sorted(days)
    assert days[0] < dt.date(2000, 1, 1)


def test_a_partner_is_found_by_its_former_name_and_by_its_country_in_either_language(catalogue: Catalogue):
    words = register("agreements", catalogue, "vi").rows["aoba-2010"].words
    assert "Aoba-machi" in words
    assert "Japan" in words


def test_an_unknown_register_is_an_error(catalogue: Catalogue):
    with pytest.raises(KeyError):
        register("nothing", catalogue, "vi")


def test_registers_of_no_records_are_empty():
    nothing = Catalogue(Dataset(), dt.date(2026, 11, 21))
    for name in NAMES:
        found = register(name, nothing, "en")
        assert (found.items, found.facets, dict(found.rows)) == ((), (), {})
