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
        used = {token for row in found.rows.values() for token in row.facets.split()}
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
    visitors, former = catalogue.agencies["visitors-office"], catalogue.agencies["culture-bureau"]
    assert found["visitors-office"] == len(
        {*(task.id for task in visitors.leads), *(t.id for t in visitors.leads_today)}
    )
    # Under the agency that the plan prints and under those that answer today.
    assert {task.id for task in former.leads} & {task.id for task in visitors.inherited_leads}
    assert found["culture-bureau"] == len(former.leads)
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


def years(found: Register, name: str, span: str = "year", sort: str = "year") -> set[str]:
    """The years of a row, ``none`` among them where it has no date."""
    begin = f"{span}.{sort}:"
    return {token.removeprefix(begin) for token in found.rows[name].years.split() if token.startswith(begin)}


@pytest.mark.parametrize("name", NAMES)
def test_a_span_reaches_from_the_first_year_to_the_last_and_counts_what_has_no_date(name: str, catalogue: Catalogue):
    found = register(name, catalogue, "en")
    for span in found.ranges:
        of_rows = [
            [token.split(":")[1] for token in row.years.split() if token.startswith(f"{span.name}.")]
            for row in found.rows.values()
        ]
        dated = [int(key) for keys in of_rows for key in keys if key != "none"]
        assert (span.first, span.last) == (min(dated), max(dated))
        assert span.undated == sum("none" in keys for keys in of_rows) > 0


def test_a_report_is_found_under_the_year_in_which_it_was_published(catalogue: Catalogue):
    assert years(register("documents", catalogue, "vi"), "harbour-gazette") == {"2026"}


@pytest.mark.parametrize("name", NAMES)
def test_a_view_offered_above_the_table_has_rows_but_not_all(name: str, catalogue: Catalogue):
    chips = register(name, catalogue, "en").chips
    assert chips
    assert all(0 < chip.count < len(getattr(catalogue, name)) for chip in chips)


def test_what_was_signed_lately_counts_further_signings_and_what_has_no_date(catalogue: Catalogue):
    # As seen from 2026: since 2020. Aoba signed in 2010 and again in 2020; Solbat's signing is only announced.
    (since,) = [chip for chip in register("agreements", catalogue, "en").chips if chip.query.startswith("year=")]
    assert since.query == "year=2020-&year=none"
    assert "2020" in since.text
    signings = {
        item.id: [
            date.year for date in (item.record.signed, *(r.date for r in item.record.renewed)) if date is not None
        ]
        for item in catalogue.agreements.values()
    }
    late = [name for name, years in signings.items() if years and max(years) >= 2020]
    assert "aoba-2010" in late
    assert since.count == len(late) + sum(item.record.signed is None for item in catalogue.agreements.values())


def test_an_activity_over_several_years_is_found_in_each(catalogue: Catalogue):
    found = register("activities", catalogue, "vi")
    long = [item for item in catalogue.activities.values() if item.record.until and item.record.date]
    assert long
    for item in long:
        assert item.record.date is not None
        assert item.record.until is not None
        for year in range(item.record.date.year, item.record.until.year + 1):
            assert str(year) in years(found, item.id)


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


def keys(found: Register, name: str, facet: str) -> set[str]:
    """The answers of a row to the question of a facet."""
    tokens = (token.split(":", 1) for token in found.rows[name].facets.split(" "))
    return {key for asked, key in tokens if asked == facet}


def test_agreements_stand_by_country_then_by_partner(catalogue: Catalogue):
    partners = [item.partner.id for item in register("agreements", catalogue, "en").items]
    assert partners.index("qingtan") < partners.index("neustein") < partners.index("aoba") < partners.index("minori")
    order = ranks(register("agreements", catalogue, "en"), "term")
    assert (
        int(order["aoba-2010"])
        == int(order["qingtan-2006"])
        > max(
            int(rank)
            for name, rank in order.items()
            if rank != "-" and name not in {"aoba-2010", "qingtan-2006", "port-verity-1998"}
        )
    )
    assert order["aoba-2003"] == "-"


def test_an_agreement_is_found_in_the_years_of_its_further_signings(catalogue: Catalogue):
    found = register("agreements", catalogue, "en")
    assert years(found, "aoba-2010", sort="signed") == {"2010"}
    assert years(found, "aoba-2010", sort="renewed") == {"2015", "2020"}
    assert years(found, "solbat-2026", sort="signed") == {"none"}
    assert years(found, "solbat-2026", sort="renewed") == set()


def test_tasks_stand_in_the_order_of_the_plans(catalogue: Catalogue):
    found = register("tasks", catalogue, "en")
    order = ranks(found, "plan")
    assert int(order["outlook-a-3"]) < int(order["outlook-b-1"])
    assert len(set(order.values())) == len(found.items)
    first = [int(order[plan.tasks[0].id]) for plan in catalogue.plans.values()]
    assert first == sorted(first)


def test_tasks_sort_by_the_deadline_in_effect(catalogue: Catalogue):
    found = register("tasks", catalogue, "en")
    order = ranks(found, "due")
    dated = {name: item.due for name, item in catalogue.tasks.items() if item.due is not None}
    assert {name for name, rank in order.items() if rank != "-"} == set(dated)
    days = [dated[name].first_day for name in sorted(dated, key=lambda name: int(order[name]))]
    assert days == sorted(days)
    assert {year for name in dated for year in years(found, name, "due")} == {str(d.year) for d in dated.values()}


def test_a_task_is_found_by_the_abbreviations_of_its_bodies(catalogue: Catalogue):
    words = register("tasks", catalogue, "vi").rows["outlook-a-2"].words
    assert "SĐN" in words
    assert "SLH" in words
    assert "Department of External Relations" in words


def test_an_activity_is_found_under_the_countries_of_all_whom_it_was_done_with(catalogue: Catalogue):
    found = register("activities", catalogue, "en")
    assert keys(found, "hanbit-1", "country") == {"kr"}
    assert keys(found, "nam-say-1", "country") == {"la"}
    assert keys(found, "nam-say-1", "region") == {"southeast-asia"}
    assert keys(found, "river-network-1", "country") == set()


def test_an_activity_without_a_partner_is_found_under_the_countries_that_it_names(catalogue: Catalogue):
    found = register("activities", catalogue, "en")
    assert keys(found, "trade-mission-1", "country") == {"de"}
    assert keys(found, "river-festival-1", "country") == set()
    assert "trade-mission-1" in [item.id for item in catalogue.countries["de"].activities]


def test_activities_are_found_and_sorted_by_their_kind_in_the_order_of_the_list(catalogue: Catalogue):
    found = register("activities", catalogue, "en")
    assert [keys(found, name, "kind") for name in ("aoba-1", "aoba-2")] == [{"mission"}, {"aid"}]
    listed = list(catalogue.terms["activity-kinds"])
    assert list(options(found, "kind")) == [kind for kind in listed if kind in options(found, "kind")]
    # By their words: "Aid or support" before "Event".
    order = ranks(found, "kind")
    assert int(order["aoba-2"]) < int(order["aoba-3"])


def test_an_activity_is_found_in_the_years_that_it_was_repeated_in(catalogue: Catalogue):
    found = register("activities", catalogue, "en")
    assert "2023" in years(found, "aoba-3")
    assert years(found, "neustein-1") == {"none"}


def test_papers_stand_before_news_and_web_pages(catalogue: Catalogue):
    found = register("documents", catalogue, "en")
    forms = [options_of for item in found.items for options_of in keys(found, item.id, "form")]
    assert forms == sorted(forms)
    assert set(forms) == {"paper", "report"}
    assert keys(found, "harbour-gazette", "form") == {"report"}


@pytest.mark.parametrize("name", ["documents", "activities"])
def test_the_newest_come_first_and_the_undated_last(name: str, catalogue: Catalogue):
    records = [item.record for item in register(name, catalogue, "en").items]
    records = [record for record in records if getattr(record, "publisher", None) is None]
    dates = [getattr(record, "dated", record.date) for record in records]
    known = [date.first_day for date in dates if date is not None]
    assert known == sorted(known, reverse=True)
    assert dates[: len(known)] == [date for date in dates if date is not None]
    assert dates[-1] is None


def test_documents_are_told_apart_by_whether_a_fact_rests_on_them(catalogue: Catalogue):
    found = register("documents", catalogue, "en")
    assert keys(found, "outlook", "use") == {"source"}
    assert keys(found, "old-notice", "use") == {"named"}
    assert keys(found, "annex-c", "issuer") == {"none"}
    assert "Outlook" in found.rows["outlook"].words


def test_partners_are_found_by_what_they_signed_and_since_when(catalogue: Catalogue):
    found = register("partners", catalogue, "en")
    assert keys(found, "nam-say", "status") == {item.status for item in catalogue.partners["nam-say"].agreements}
    assert years(found, "aoba") == {"2003"}
    assert years(found, "cascade") == {"none"}
    in_force = ranks(found, "in_force")
    assert int(in_force["aoba"]) > int(in_force["cascade"])


def test_countries_to_choose_from_stand_in_the_order_of_the_alphabet(catalogue: Catalogue):
    # Đức stands after D and before H in Vietnamese.
    offered = list(options(register("partners", catalogue, "vi"), "country"))
    assert offered.index("de") < offered.index("kr") < offered.index("la")


def test_a_name_that_is_the_same_in_both_languages_is_no_further_word(catalogue: Catalogue):
    words = register("partners", catalogue, "vi").rows
    assert "Qingtan" in words["qingtan"].words
    assert "Hanbit" not in words["hanbit"].words
    assert "Đại Hàn" in words["hanbit"].words


def test_an_unknown_register_is_an_error(catalogue: Catalogue):
    with pytest.raises(KeyError):
        register("nothing", catalogue, "vi")


def test_registers_of_no_records_are_empty(dataset: Dataset):
    empty = Dataset()
    empty.entries["vocabularies"] = dataset.entries["vocabularies"]
    nothing = Catalogue(empty, dt.date(2026, 11, 21))
    for name in NAMES:
        found = register(name, nothing, "en")
        assert (found.items, found.facets, dict(found.rows)) == ((), (), {})
