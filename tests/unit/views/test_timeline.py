from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.views.grouping import Year
from macros.views.timeline import RECENT, Stretch, by_stretch, by_year, events, expiring, horizon
from tests.edits import edit

PARTNERS = "data/partners.yaml"
UPDATES = """
- id: first
  record: agreement/sakai-2009
  event: {event}
  date: {date}
{until}  note:
    vi: Ghi chú.
    en: Note.
"""


def on(root: Path, day: str) -> Catalogue:
    dataset, problems = check(root)
    assert problems == []
    return Catalogue(dataset, dt.date.fromisoformat(day))


def with_term(root: Path, term: str, signed: str = "2009") -> None:
    path = root / PARTNERS
    edit(path, "kind: indefinite", term.replace("\n", "\n        "))
    edit(path, "signed: 2009", f"signed: {signed}")


def with_update(root: Path, event: str, date: str, until: str = "") -> None:
    line = f"  until: {until}\n" if until else ""
    (root / "data" / "updates.yaml").write_text(UPDATES.format(event=event, date=date, until=line))


def told(catalogue: Catalogue) -> list[tuple[str, str]]:
    found = events(catalogue.agreements.values(), catalogue.activities.values(), catalogue.as_of)
    return [(event.kind, str(event.date)) for event in found]


def years_of(catalogue: Catalogue) -> list[Year]:
    return by_year(catalogue.agreements.values(), catalogue.activities.values(), catalogue.as_of)


def soon(catalogue: Catalogue) -> list[str]:
    return [item.id for item in expiring(catalogue.agreements.values(), catalogue.as_of)]


def test_signings_renewals_and_activities_stand_in_the_order_of_time(small_root: Path):
    assert told(on(small_root, "2026-11-21")) == [("signed", "2009"), ("activity", "2015-08"), ("renewed", "2019")]


def test_an_end_to_come_and_an_end_that_came_are_told_apart(small_root: Path):
    with_term(small_root, "kind: until\nuntil: 2027-03-01")
    assert ("expires", "2027-03-01") in told(on(small_root, "2026-11-21"))
    assert ("expired", "2027-03-01") in told(on(small_root, "2027-03-02"))


def test_an_agreement_that_was_ended_does_not_also_expire(small_root: Path):
    with_term(small_root, "kind: until\nuntil: 2027-03-01")
    with_update(small_root, "ended", "2026-05-01")
    kinds = [kind for kind, _ in told(on(small_root, "2026-11-21"))]
    assert "ended" in kinds
    assert not {"expires", "expired"} & set(kinds)


def test_what_happens_later_than_the_day_is_not_told(small_root: Path):
    with_update(small_root, "extended", "2026-05-01", until="2031-05-01")
    assert ("extended", "2026-05-01") not in told(on(small_root, "2026-01-01"))
    assert ("extended", "2026-05-01") in told(on(small_root, "2026-11-21"))
    assert ("expires", "2031-05-01") in told(on(small_root, "2026-11-21"))


def test_a_further_signing_of_a_later_day_is_not_told(small_root: Path):
    assert ("renewed", "2019") not in told(on(small_root, "2018-12-31"))
    assert ("signed", "2009") in told(on(small_root, "2018-12-31"))


def test_an_event_that_no_source_dates_comes_last(catalogue: Catalogue):
    found = events(catalogue.agreements.values(), catalogue.activities.values(), catalogue.as_of)
    dated = [event.date is not None for event in found]
    assert dated == sorted(dated, reverse=True)
    assert not dated[-1]


def test_years_come_newest_first_and_undated_things_last(small_root: Path):
    path = small_root / "data" / "activities.yaml"
    edit(path, "  date: 2015-08\n  also: [2016]\n", "")
    catalogue = on(small_root, "2026-11-21")
    assert [year.year for year in years_of(catalogue)] == [2019, 2009, None]


def test_within_a_year_the_newest_comes_first_and_what_has_the_year_alone_last(catalogue: Catalogue):
    years = [year for year in years_of(catalogue) if year.year is not None]
    days = [[event.date.first_day for event in year.items] for year in years]
    assert max(len(set(found)) for found in days) > 2
    assert days == [sorted(found, reverse=True) for found in days]


def test_an_end_that_is_listed_as_coming_soon_is_not_told_again(small_root: Path):
    with_term(small_root, "kind: until\nuntil: 2027-03-01")
    near, far = on(small_root, "2026-11-21"), on(small_root, "2025-11-21")
    assert soon(near) == ["sakai-2009"]
    assert 2027 not in [year.year for year in years_of(near)]
    assert soon(far) == []
    assert 2027 in [year.year for year in years_of(far)]


@pytest.mark.parametrize(
    ("until", "day", "listed"),
    [
        ("2027-11-21", "2026-11-21", True),
        ("2027-11-22", "2026-11-21", False),
        ("2026-11-21", "2026-11-21", True),
        ("2026-11-20", "2026-11-21", False),
        ("2027", "2026-11-21", True),
        ("2026", "2026-11-21", True),
        ("2028", "2026-11-21", False),
        ("2027-12", "2026-11-21", False),
    ],
)
def test_what_ends_within_twelve_months_is_listed(until: str, day: str, listed: bool, small_root: Path):
    with_term(small_root, f"kind: until\nuntil: {until}")
    assert soon(on(small_root, day)) == (["sakai-2009"] if listed else [])


def test_an_agreement_that_was_extended_leaves_the_list(small_root: Path):
    with_term(small_root, "kind: until\nuntil: 2027-03-01")
    with_update(small_root, "extended", "2026-05-01", until="2031-05-01")
    assert soon(on(small_root, "2026-11-21")) == []


def test_an_agreement_without_an_end_is_never_listed(small_root: Path):
    assert soon(on(small_root, "2026-11-21")) == []


def test_a_year_from_29_february_ends_on_the_28th():
    assert horizon(dt.date(2028, 2, 29)) == dt.date(2029, 2, 28)


def test_a_long_activity_is_cut_at_a_word(catalogue: Catalogue):
    found = events([], catalogue.activities.values(), catalogue.as_of)
    assert all(len(event.short(lang)) <= 150 for event in found for lang in ("vi", "en"))
    assert any(event.short("vi").endswith(" …") for event in found)


def test_every_signing_and_renewal_of_the_register_is_told_once(catalogue: Catalogue):
    found = events(catalogue.agreements.values(), (), catalogue.as_of)
    kinds = [event.kind for event in found]
    announced = [item for item in catalogue.agreements.values() if item.record.announced is not None]
    coming = [item for item in announced if item.record.signed is None]
    assert coming
    assert kinds.count("announced") == len(announced)
    assert kinds.count("signed") == len(catalogue.agreements) - len(coming)
    assert kinds.count("renewed") == sum(len(item.record.renewed) for item in catalogue.agreements.values())


def test_an_announcement_and_a_signing_are_told_once_each_with_the_words_of_the_update(catalogue: Catalogue):
    item = catalogue.agreements["phu-vieng-2026"]
    found = [event for event in events([item], (), catalogue.as_of) if event.kind != "expires"]
    assert [(event.kind, str(event.date)) for event in found] == [("announced", "2026-02"), ("signed", "2026-06-18")]
    assert [event.update and event.update.id for event in found] == [None, "phu-vieng-2026-signed"]


def test_an_agreement_that_was_replaced_does_not_expire_as_well(catalogue: Catalogue):
    kinds = [event.kind for event in events([catalogue.agreements["hanbit-2011"]], (), catalogue.as_of)]
    assert kinds == ["signed", "replaced"]


def test_what_is_only_announced_does_not_run_out(catalogue: Catalogue):
    item = catalogue.agreements["minori-2026"]
    assert item.expires is not None
    assert [event.kind for event in events([item], (), catalogue.as_of)] == ["announced"]
    assert item not in expiring([item], catalogue.as_of)


def test_the_latest_years_stand_alone_earlier_ones_by_decade_and_undated_ones_last(catalogue: Catalogue):
    years = years_of(catalogue)
    stretches = by_stretch(years, catalogue.as_of)
    assert [year for stretch in stretches for year in stretch.years] == years
    assert sum(stretch.count for stretch in stretches) == sum(len(year.items) for year in years)
    assert stretches[-1].kind == "undated"
    alone = range(catalogue.as_of.year - RECENT + 1, catalogue.as_of.year + 1)
    for stretch in stretches:
        for year in stretch.years:
            if year.year is not None and year.year <= catalogue.as_of.year:
                assert stretch.first <= year.year <= stretch.last
                assert (stretch.first == stretch.last) == (year.year in alone)
                assert stretch.first // 10 == stretch.last // 10


def test_readers_begin_with_the_latest_year_that_has_come(small_root: Path):
    with_term(small_root, "kind: until\nuntil: 2031-03-01")

    def stretches(day: str) -> list[Stretch]:
        catalogue = on(small_root, day)
        return by_stretch(years_of(catalogue), catalogue.as_of)

    found = [(stretch.kind, stretch.first, stretch.last, stretch.newest) for stretch in stretches("2026-11-21")]
    assert found == [("ahead", 2027, 2027, False), ("years", 2010, 2019, True), ("years", 2000, 2009, False)]
    assert stretches("2021-11-21")[1:2] == [stretch for stretch in stretches("2021-11-21") if stretch.newest]
    assert stretches("2021-11-21")[1].first == stretches("2021-11-21")[1].last == 2019
