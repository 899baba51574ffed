"""Numbers that follow from joined records."""

from __future__ import annotations

from pathlib import Path

from tests.unit.catalogue.examples import KOBE, append, today

PROGRESS = "- {{id: u-{date}, record: task/scheme-i-1, event: progress, date: {date}, status: done, note: {{vi: n}}}}\n"
REPORT = "- {{id: r-{number}, kind: news, title: {{vi: t, en: u}}, read: {day}}}\n"


def test_agreements_are_counted_by_status_and_by_year(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    catalogue = today(small_root)
    assert catalogue.agreement_counts == {"in-force": 5, "expired": 1, "announced": 0, "unknown": 1}
    assert [(row.year, row.signed, row.in_force) for row in catalogue.agreements_by_year] == [
        (2001, 1, 1),
        (2005, 1, 0),
        (2009, 1, 1),
        (2012, 1, 1),
        (2013, 1, 0),
        (None, 2, 2),
    ]


def test_a_task_counts_as_reported_from_the_day_of_the_report(small_root: Path):
    append(small_root, "updates.yaml", PROGRESS.format(date="2026-11-22"))
    assert (today(small_root).tasks_reported, today(small_root).task_counts["done"]) == (0, 0)
    append(small_root, "updates.yaml", PROGRESS.format(date="2026-11-21"))
    assert (today(small_root).tasks_reported, today(small_root).task_counts["done"]) == (1, 1)


def test_updates_without_english_are_counted(small_root: Path):
    append(small_root, "updates.yaml", PROGRESS.format(date="2026-11-21"))
    assert today(small_root).english_pending == 1


def test_records_and_their_citations_are_tallied_by_kind(small_root: Path):
    rows = {row.kind: (row.records, row.sources) for row in today(small_root).tally}
    # A partner's citations are its own and those of its agreement.
    assert rows["partners"] == (1, 2)
    # A place cites its gazetteer.
    assert rows["places"] == (2, 2)
    assert not {"agreements", "updates", "tallies"} & rows.keys()


def test_partners_are_counted_by_region(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    by_region = today(small_root).partners_by_region
    assert by_region["east-asia"] == 2
    assert sum(by_region.values()) == 2


def test_areas_of_cooperation_are_counted_by_country_and_sector(small_root: Path):
    ((country, row),) = today(small_root).matrix
    assert (country.id, [(sector.id, number) for sector, number in row]) == ("jp", [("tourism", 1)])


def test_reports_count_as_read_until_the_latest_day_on_which_one_was(small_root: Path):
    assert today(small_root).reports_read is None
    for number, day in enumerate(("2026-10-05", "2026-11-02", "2026-11-01")):
        append(small_root, "documents.yaml", REPORT.format(number=number, day=day))
    assert str(today(small_root).reports_read) == "2026-11-02"


def test_agencies_that_only_sign_do_not_lead(small_root: Path):
    assert today(small_root).leading_agencies == 1
