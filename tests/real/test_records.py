"""The real records against what the documents print, row by row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.records.dataset import Dataset
from macros.records.kinds import IN_FILES
from macros.records.model import Place
from tests.conftest import PROJECT

# Annex II of the Scheme: how many tasks each group has. Numbering runs on from II.A to II.D and begins anew in II.E.
SCHEME_NUMBERS = [
    *(f"I.{n}" for n in range(1, 24)),
    *(f"II.A.{n}" for n in range(1, 15)),
    *(f"II.B.{n}" for n in range(15, 22)),
    *(f"II.C.{n}" for n in range(22, 31)),
    *(f"II.D.{n}" for n in range(31, 40)),
    *(f"II.E.{n}" for n in range(1, 4)),
    *(f"III.{n}" for n in range(1, 14)),
    *(f"IV.{n}" for n in range(1, 9)),
]
REGISTER_ROWS = range(1, 49)


def rows(locator: str) -> set[int]:
    """The register rows that a locator names: ``dòng 1–6 và 48``."""
    if not locator.startswith("Phụ lục I, Bảng thống kê, dòng"):
        return set()
    found: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", locator.partition("dòng")[2]):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_the_data_pass_the_check():
    assert [problem.text() for problem in errors(check(PROJECT)[1])] == []


@pytest.mark.parametrize("row", REGISTER_ROWS)
def test_register_row_has_an_agreement(row: int, catalogue: Catalogue):
    cited = [
        item.id
        for item in catalogue.agreements.values()
        if any(row in rows(source.locator) for source in item.record.sources)
    ]
    assert len(cited) == (2 if row == 22 else 1), cited  # row 22 (Kunming) prints a letter of intent and an agreement


def test_the_register_has_47_localities(catalogue: Catalogue):
    in_register = {
        item.partner.id
        for item in catalogue.agreements.values()
        if any(rows(source.locator) for source in item.record.sources)
    }
    assert len(in_register) == 47
    assert len(catalogue.partner_countries) == 21


def test_every_partner_counts_once_among_the_regions(catalogue: Catalogue):
    assert sum(catalogue.partners_by_region.values()) == len(catalogue.partners)


@pytest.mark.parametrize("number", SCHEME_NUMBERS)
def test_task_of_annex_ii_is_there_once(number: str, catalogue: Catalogue):
    found = [
        task for task in catalogue.tasks.values() if task.plan.id == "scheme-2887" and task.record.number == number
    ]
    assert len(found) == 1
    assert found[0].record.sources[0].locator == f"Phụ lục II, mục {number}"
    assert number.startswith(f"{found[0].group.number}.")


def test_the_scheme_has_no_other_tasks(catalogue: Catalogue):
    numbers = [task.record.number for task in catalogue.tasks.values() if task.plan.id == "scheme-2887"]
    assert numbers == SCHEME_NUMBERS
    assert len(numbers) == 86


def test_two_tasks_of_annex_ii_have_no_lead_and_one_names_all_relevant_agencies(catalogue: Catalogue):
    scheme = [task for task in catalogue.tasks.values() if task.plan.id == "scheme-2887"]
    assert [task.record.number for task in scheme if not task.lead_named] == ["II.B.21", "II.D.37"]
    assert [task.record.number for task in scheme if task.record.lead_all_relevant] == ["I.14"]


def test_annex_ii_prints_no_deadline_and_no_status(catalogue: Catalogue):
    for task in catalogue.tasks.values():
        if task.plan.id == "scheme-2887":
            assert task.record.due is None
            assert task.updates or task.status == "not-reported"


def test_two_agreements_were_signed_by_the_former_province(catalogue: Catalogue):
    signed = {item.id for item in catalogue.agencies["quang-nam-da-nang"].signed}
    assert signed == {"shandong-1994", "nord-pas-de-calais-1993"}


def test_khon_kaen_is_one_partner_with_two_instruments(catalogue: Catalogue):
    agreements = catalogue.partners["khon-kaen"].agreements
    assert [item.record.instrument for item in agreements] == ["letter-of-intent", "agreement"]


@pytest.mark.parametrize(
    ("agreement", "expires", "status"),
    [
        ("changwon-2016", None, "in-force"),
        ("daegu-2004", "2023-08-03", "expired"),
        ("yeongyang-2019", "2022-01-01", "expired"),
        ("jiangsu-1999", None, "unknown"),
        ("khon-kaen-2014", None, "unknown"),
        ("newcastle-2001", "2004", "expired"),
        ("salo-2011", "2015-11-02", "expired"),
        ("nord-pas-de-calais-1993", "2007", "expired"),
        ("varna-2014", "2019-08-25", "expired"),
        ("kosice-2015", "2020-04-16", "expired"),
        ("mar-del-plata-2022", "2025", "expired"),
        ("champasak-2002", "2021", "expired"),
        ("champasak-2023", "2027", "in-force"),
        ("yokohama-2022", "2025", "expired"),
        ("jeju-2023", None, "in-force"),
    ],
)
def test_expiry_and_status_follow_from_what_is_printed(
    agreement: str, expires: str | None, status: str, catalogue: Catalogue
):
    item = catalogue.agreements[agreement]
    assert (None if item.expires is None else str(item.expires)) == expires
    assert item.status == status


@pytest.mark.parametrize(
    ("name", "partner"),
    [
        ("Masan", "changwon"),
        ("Khonkaen", "khon-kaen"),
        ("Atapu", "attapeu"),
        ("Boras", "boras"),
        ("Kosice", "kosice"),
        ("Salavane", "salavan"),
    ],
)
def test_former_and_variant_names_are_kept(name: str, partner: str, catalogue: Catalogue):
    assert name in {alias.name for alias in catalogue.partners[partner].record.aliases}


@pytest.mark.parametrize(
    ("spelling", "agency"),
    [
        ("Sở KHCHN", "science-technology"),
        ("Sở KH-CN", "science-technology"),
        ("Ban XTHTĐT", "investment-promotion"),
        ("Sở Lao động-TBXH", "labour"),
        ("UBND các quận, huyện", "district-peoples-committees"),
        ("Sở VH TT", "culture-sports"),
    ],
)
def test_every_spelling_of_an_agency_leads_to_one_record(spelling: str, agency: str, catalogue: Catalogue):
    having = [item.id for item in catalogue.agencies.values() if spelling in item.record.aliases]
    assert having == [agency]


def test_where_sources_disagree_a_conflict_says_so(catalogue: Catalogue):
    records = {conflict.record for conflict in catalogue.conflicts}
    assert {
        "agreement/changwon-2016",
        "agreement/salavan-2003",
        "agreement/grodno-2005",
        "agreement/pittsburgh-2009",
        "agreement/oakland-2005",
        "agreement/yokohama-2013",
        "document/scheme-2887",
    } <= records


def test_every_record_has_a_source_with_a_locator(dataset: Dataset):
    for kind in IN_FILES:
        if kind in {"documents", "conflicts", "updates", "tallies", "places"}:
            continue
        for entry in dataset.entries[kind]:
            assert entry.record.sources, entry.record.id
            assert all(source.locator for source in entry.record.sources)


def test_every_place_names_the_gazetteer_that_has_it(dataset: Dataset):
    for entry in dataset.of("places", Place):
        place = entry.record
        assert place.gazetteer_id or (place.gazetteer != "geonames" and place.note), place.id


def test_all_partners_but_one_have_coordinates(catalogue: Catalogue):
    assert set(catalogue.partners) - {place.id for place in catalogue.places} == {"yeongyang"}


def test_a_province_says_which_town_stands_for_it(catalogue: Catalogue):
    for place in catalogue.places:
        whole = place.name is None and catalogue.partners[place.id].record.kind in {"province", "state", "region"}
        assert not whole or place.note is not None, place.id


def test_the_project_reads_nothing_from_outside():
    for path in [*Path(PROJECT / "macros").rglob("*.py"), *Path(PROJECT / "scripts").glob("*.py")]:
        assert "../shared" not in path.read_text(encoding="utf-8"), path
