"""What the register holds of stated totals, on the day of each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views.register_gaps import Gap, RegisterGaps, register_gaps
from tests.edits import edit

SOURCES = "  sources: [{document: scheme, locator: Phần III}]\n"
FORMER_PROVINCE = f"""
- id: old-province
  kind: former
  name: {{vi: Tỉnh cũ, en: Former province}}
  successors: [{{agency: foreign-affairs, date: 2012-07-01, document: scheme}}]
{SOURCES}"""
CONFLICT = """
- id: scheme-totals
  record: document/scheme
  field: figures
  values:
    - value: {vi: "7 thỏa thuận", en: "7 agreements"}
      sources: [{document: scheme, locator: Phần III}]
    - value: "8"
      sources: [{document: scheme, locator: Phụ lục I}]
  note: {vi: Hai chỗ khác nhau., en: Two places differ.}
"""


def add(root: Path, kind: str, text: str) -> None:
    path = root / "data" / f"{kind}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def state(root: Path, total: str, value: int, as_of: str) -> None:
    """State a total for a day in the small data set."""
    words = "{vi: Tổng số, en: Total}"
    add(
        root,
        "indicators",
        f"\n- {{id: {total}-{as_of}, label: {words}, value: {value}, unit: {words}, period: {words}, as_of: {as_of}, "
        f"scope: unstated, series: {total}, total_of: {total},\n"
        "   sources: [{document: scheme, locator: Phần III}]}\n",
    )


def found(root: Path, day: str = "2026-11-21") -> RegisterGaps:
    dataset, problems = check(root)
    assert errors(problems) == []
    return register_gaps(Catalogue(dataset, dt.date.fromisoformat(day)))


def only(root: Path) -> Gap:
    (gap,) = [gap for total in found(root).totals for gap in total.gaps]
    return gap


@pytest.mark.parametrize(
    ("as_of", "number", "further", "known"),
    [("2008-12-31", 0, 0, 0), ("2018-06-30", 1, 0, 0), ("2019-06-30", 1, 1, 0), ("2020-06-30", 1, 1, 1)],
)
def test_agreements_count_with_what_had_happened_by_the_day(
    as_of: str, number: int, further: int, known: int, small_root: Path
):
    state(small_root, "agreements", 7, as_of)
    gap = only(small_root)
    assert (gap.held.number, gap.held.further, gap.held.known) == (number, further, known)
    assert (gap.stated, gap.missing, gap.more) == (7, 7 - number, 0)


def test_an_agreement_that_is_only_announced_is_not_held(small_root: Path):
    state(small_root, "agreements", 7, "2026-01-31")
    partners = small_root / "data" / "partners.yaml"
    edit(
        partners,
        "      signed: 2009\n      renewed:\n        - date: 2019\n          kind: strengthened\n",
        "      announced: 2009\n",
    )
    assert only(small_root).held.number == 0


@pytest.mark.parametrize(("as_of", "held"), [("2008-12-31", 0), ("2009-12-31", 1)])
def test_a_locality_and_its_country_count_from_the_first_agreement_on(as_of: str, held: int, small_root: Path):
    for total in ("localities", "countries", "countries-and-territories"):
        state(small_root, total, 3, as_of)
    assert {total.kind: gap.held.number for total in found(small_root).totals for gap in total.gaps} == {
        "localities": held,
        "countries": held,
        "countries-and-territories": held,
    }


@pytest.mark.parametrize(("established", "held"), [("2004", 1), ("2010", 0)])
def test_a_locality_counts_from_the_beginning_of_relations_where_a_source_gives_it(
    established: str, held: int, small_root: Path
):
    state(small_root, "localities", 3, "2008-12-31")
    beginning = f"established: {{date: {established}, sources: [{{document: scheme, locator: x}}]}}"
    edit(small_root / "data" / "partners.yaml", "  sectors: [tourism]\n", f"  {beginning}\n  sectors: [tourism]\n")
    assert only(small_root).held.number == held


@pytest.mark.parametrize(("as_of", "held"), [("2012-06-30", 0), ("2012-07-01", 1)])
def test_what_a_former_province_had_counts_since_the_city_took_it_over(as_of: str, held: int, small_root: Path):
    state(small_root, "agreements", 7, as_of)
    add(small_root, "agencies", FORMER_PROVINCE)
    edit(
        small_root / "data" / "partners.yaml",
        "  sectors: [tourism]\n",
        "  through: old-province\n  sectors: [tourism]\n",
    )
    assert only(small_root).held.number == held


@pytest.mark.parametrize(("merged", "held"), [("2015-01-01", 1), ("2016-01-01", 2)])
def test_a_locality_that_was_merged_into_another_counts_until_then(merged: str, held: int, small_root: Path):
    state(small_root, "localities", 3, "2015-06-30")
    name = "{vi: Mihara, en: Mihara}"
    merger = f"{{partner: sakai, date: {merged}, sources: [{{document: scheme, locator: x}}]}}"
    add(
        small_root,
        "partners",
        f"\n- id: mihara\n  kind: city\n  country: jp\n  name: {name}\n  merged_into: {merger}\n{SOURCES}",
    )
    assert only(small_root).held.number == held


def test_a_retired_record_counts_nowhere(small_root: Path):
    state(small_root, "agreements", 7, "2021-12-31")
    state(small_root, "localities", 7, "2021-12-31")
    # A conflict of the small data set is about the agreement.
    (small_root / "data" / "conflicts.yaml").write_text(CONFLICT, encoding="utf-8")
    retired = "retired: {date: 2026-01-05, reason: {vi: Ghi nhầm., en: Recorded by mistake.}}"
    edit(small_root / "data" / "partners.yaml", "      signed: 2009\n", f"      {retired}\n      signed: 2009\n")
    edit(small_root / "data" / "reported-agreements.yaml", "  country: jp\n", f"  {retired}\n  country: jp\n")
    name = "{vi: Mihara, en: Mihara}"
    add(small_root, "partners", f"\n- id: mihara\n  {retired}\n  kind: city\n  country: jp\n  name: {name}\n{SOURCES}")
    gaps = [gap for total in found(small_root).totals for gap in total.gaps]
    # Sakai stays, without a date for its beginning.
    assert [(gap.held.number, gap.held.known) for gap in gaps] == [(0, 0), (1, 0)]


def test_a_territory_counts_beside_its_country_where_both_are_stated(catalogue: Catalogue):
    gaps = {gap.figure.id: gap for total in register_gaps(catalogue).totals for gap in total.gaps}
    partners = catalogue.partners.values()
    own = {item.record.country for item in partners} | {item.record.territory for item in partners} - {None}
    assert gaps["town-countries-2024"].held.number == len(own)


def test_a_country_or_locality_that_is_only_reported_is_known_but_not_held(catalogue: Catalogue):
    gaps = {gap.figure.id: gap for total in register_gaps(catalogue).totals for gap in total.gaps}
    assert gaps["town-countries-2024"].held.known == len({"il"})
    assert gaps["town-localities-2019"].held.known == len({"linden-port"})


def test_a_country_of_the_register_is_not_known_besides(small_root: Path):
    state(small_root, "countries", 3, "2021-12-31")
    assert (only(small_root).held.number, only(small_root).held.known) == (1, 0)


def test_a_register_that_holds_more_than_is_stated_lacks_nothing(small_root: Path):
    state(small_root, "agreements", 0, "2021-12-31")
    assert (only(small_root).missing, only(small_root).more) == (0, 1)


@pytest.mark.parametrize(("year", "number", "further", "known"), [(2009, 1, 0, 0), (2019, 0, 1, 0), (2020, 0, 0, 1)])
def test_a_year_counts_what_was_signed_within_it(year: int, number: int, further: int, known: int, small_root: Path):
    state(small_root, "agreements-of-year", 4, str(year))
    held = only(small_root).held
    assert (held.number, held.further, held.known) == (number, further, known)


def test_the_newest_day_comes_first_and_a_day_ahead_not_at_all(small_root: Path):
    for day in ("2015-06-30", "2021-12-31", "2023-12-31"):
        state(small_root, "agreements", 7, day)
    gaps = found(small_root, "2022-06-30")
    assert [str(gap.figure.record.as_of) for gap in gaps.totals[0].gaps] == ["2021-12-31", "2015-06-30"]
    assert gaps.newest == gaps.totals[0].gaps[0]


@pytest.mark.parametrize(("stated", "named"), [(7, ["scheme-totals"]), (9, [])])
def test_the_conflicts_are_those_that_name_a_stated_total(stated: int, named: list[str], small_root: Path):
    state(small_root, "agreements", stated, "2021-12-31")
    add(small_root, "conflicts", CONFLICT)
    assert [conflict.id for conflict in found(small_root).conflicts] == named


def test_without_a_stated_total_there_is_nothing_to_compare(small_root: Path):
    assert found(small_root) == RegisterGaps(totals=(), conflicts=())
