"""Counts and lists of a report, and the records that it leaves out."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from macros.base.dates import PartialDate
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.task_status import STANDINGS
from macros.records.check.rules import check
from macros.views.reports.counts import report
from macros.views.reports.periods import Period, periods
from macros.views.reports.report import Report
from macros.views.reports.sentences import period_text, summary
from tests.edits import edit
from tests.unit.catalogue.examples import KOBE, append, past, today

UPDATES = "data/updates.yaml"
PROGRESS = """
- id: {name}
  record: task/scheme-i-1
  event: progress
  date: {date}
  status: {status}
  note:
    vi: Ghi chú {name}.
"""
EVENT = """
- id: {name}
  record: agreement/sakai-2009
  event: {name}
  date: {date}
  {more}
  note:
    vi: Ghi chú {name}.
"""


def progress(root: Path, date: str, status: str = "in-progress") -> None:
    with (root / UPDATES).open("a", encoding="utf-8") as file:
        file.write(PROGRESS.format(name=f"on-{date}", date=date, status=status))


def event(root: Path, name: str, date: str, more: str = "url: https://example.org/") -> None:
    with (root / UPDATES).open("a", encoding="utf-8") as file:
        file.write(EVENT.format(name=name, date=date, more=more))


def on(root: Path, day: str) -> Catalogue:
    dataset, problems = check(root)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return Catalogue(dataset, dt.date.fromisoformat(day))


def of(root: Path, period: str, day: str = "2026-11-21") -> Report:
    return report(Period.parse(period), on(root, day))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-q1", "2026-01-01", "2026-03-31"),
        ("2026-q2", "2026-04-01", "2026-06-30"),
        ("2026-q4", "2026-10-01", "2026-12-31"),
    ],
)
def test_a_period_has_its_days(period: str, first: str, last: str):
    found = Period.parse(period)
    assert (found.first_day.isoformat(), found.last_day.isoformat(), found.id) == (first, last, period)


@pytest.mark.parametrize("text", ["26", "2026-q5", "2026-q0", "2026q4", "2026-4", "năm 2026", "٢٠٢٦"])
def test_other_periods_are_refused(text: str):
    with pytest.raises(ValueError, match=re.escape(text)):
        Period.parse(text)


def test_a_date_that_is_not_precise_enough_is_not_held_but_touches():
    quarter, year = Period(2026, 4), Period(2026)
    vague = PartialDate(2026)
    assert (quarter.holds(vague), quarter.touches(vague)) == (False, True)
    assert year.holds(vague)
    assert quarter.holds(PartialDate(2026, 11))
    assert not quarter.touches(PartialDate(2026, 9))


def test_periods_are_named_in_words():
    assert period_text(Period(2026), "vi") == "năm 2026"
    assert period_text(Period(2026, 4), "vi") == "quý IV năm 2026"
    assert period_text(Period(2026, 1), "en") == "the first quarter of 2026"


def test_progress_counts_in_its_quarter_and_in_its_year(small_root: Path):
    progress(small_root, "2026-05-03")
    assert [len(of(small_root, period).progress) for period in ("2026", "2026-q1", "2026-q2", "2026-q3")] == [
        1,
        0,
        1,
        0,
    ]


def test_progress_of_a_year_is_listed_apart_in_its_quarters(small_root: Path):
    progress(small_root, "2026", "done")
    quarter = of(small_root, "2026-q4")
    assert quarter.progress == ()
    assert [entry.task.id for entry in quarter.imprecise_progress] == ["scheme-i-1"]
    assert quarter.silent_tasks == 0
    assert len(of(small_root, "2026").progress) == 1


def test_a_task_is_silent_until_somebody_reports_in_the_period_or_it_is_done(small_root: Path):
    assert of(small_root, "2026").silent_tasks == 1
    progress(small_root, "2025-05-03")
    assert of(small_root, "2026").silent_tasks == 1
    progress(small_root, "2026-05-03")
    assert of(small_root, "2026").silent_tasks == 0
    assert of(small_root, "2026-q4").silent_tasks == 1
    progress(small_root, "2026-06-03", "done")
    assert of(small_root, "2026-q4").silent_tasks == 0


def test_a_report_on_a_task_that_is_counted_is_not_listed_apart_too(small_root: Path):
    progress(small_root, "2026-05-03")
    assert of(small_root, "2026-q2").imprecise_progress == ()


def test_what_is_reported_after_the_last_day_is_not_told(small_root: Path):
    progress(small_root, "2026-05-03")
    progress(small_root, "2026-10-03")
    (told,) = of(small_root, "2026", "2026-06-30").progress
    assert [str(update.date) for update in told.updates] == ["2026-05-03"]


def test_the_agencies_with_the_most_tasks_come_first(catalogue: Catalogue):
    rows = report(Period(2026), catalogue).by_agency
    numbers = [len(row.tasks) for row in rows if row.agency is not None]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) > 1
    assert [row.agency is None for row in rows] == sorted(row.agency is None for row in rows)


def test_a_report_on_a_past_year_is_judged_by_its_last_day(small_root: Path):
    progress(small_root, "2026-05-03")
    progress(small_root, "2027-02-01", "done")
    past = of(small_root, "2026", "2027-06-01")
    assert past.until == dt.date(2026, 12, 31)
    assert {row.standing: row.total for row in past.standings if row.total} == {"no-deadline": 1}
    assert [len(entry.updates) for entry in past.progress] == [1]


def test_what_was_signed_later_and_tasks_of_later_plans_are_not_counted(small_root: Path):
    partners, documents = small_root / "data" / "partners.yaml", small_root / "data" / "documents.yaml"
    edit(partners, "signed: 2009", "signed: 2027-02")
    edit(partners, "date: 2019", "date: 2027-03")
    edit(documents, "date: 2023-12-26", "date: 2027-01-05")
    past, now = of(small_root, "2026", "2027-06-01"), of(small_root, "2027", "2027-06-01")
    assert (past.agreements_known, past.tasks_known, past.silent_tasks) == (0, 0, 0)
    assert (now.agreements_known, now.tasks_known, now.silent_tasks) == (1, 1, 1)
    assert [event.kind for event in now.signed] == ["signed"]
    assert [event.kind for event in now.renewed] == ["renewed"]


@pytest.mark.parametrize(
    ("period", "last_day"), [("2012", "2012-12-31"), ("2012-q1", "2012-03-31"), ("2025", "2025-12-31")]
)
def test_a_report_counts_agreements_as_the_site_of_its_last_day_does(small_root: Path, period: str, last_day: str):
    append(small_root, "partners.yaml", KOBE)
    then = past(small_root, last_day)
    made = report(Period.parse(period), today(small_root))
    assert dict(made.agreements) == then.agreement_counts
    assert made.agreements_known == len(then.agreements)
    # Never signed on a day that a source gives, so in force today and unclear on any day before.
    assert then.agreements["kobe-undated"].status == "unknown"


def test_events_of_agreements_stand_under_their_kind(small_root: Path):
    event(small_root, "extended", "2026-02-01", "until: 2026-12-01")
    event(small_root, "reviewed", "2026-03-01", "result: amend")
    found = of(small_root, "2026")
    assert [e.kind for e in found.renewed] == ["extended"]
    assert [e.update.result for e in found.reviewed if e.update] == ["amend"]
    assert [(e.kind, str(e.date)) for e in found.ended] == [("expires", "2026-12-01")]
    assert [(e.kind, str(e.date)) for e in of(small_root, "2026", "2027-01-05").ended] == [("expired", "2026-12-01")]
    assert [e.kind for e in of(small_root, "2026-q1").renewed] == ["extended"]
    assert of(small_root, "2026-q2").renewed == ()


def test_an_agreement_that_was_ended_is_listed_once(small_root: Path):
    event(small_root, "ended", "2026-02-01")
    assert [e.kind for e in of(small_root, "2026").ended] == ["ended"]


def test_a_signing_known_by_year_may_belong_to_a_quarter(small_root: Path):
    partners = small_root / "data" / "partners.yaml"
    edit(partners, "signed: 2009", "signed: 2026")
    edit(partners, "date: 2019", "date: 2026")
    assert [e.kind for e in of(small_root, "2026-q3").imprecise] == ["signed", "renewed"]
    assert of(small_root, "2026-q3").signed == ()
    assert of(small_root, "2026").imprecise == ()


def test_a_period_that_has_not_begun_has_no_report(small_root: Path):
    with pytest.raises(ValueError, match="2027"):
        of(small_root, "2027")


def test_there_is_a_report_on_every_year_since_the_data_began_and_on_quarters_with_anything(small_root: Path):
    progress(small_root, "2026-05-03")
    progress(small_root, "2027")
    found = periods(on(small_root, "2028-02-01"))
    assert [period.id for period in found] == ["2028", "2027", "2026", "2026-q2"]
    assert [period.id for period in periods(on(small_root, "2025-02-01"))] == ["2025"]


def test_the_numbers_are_those_of_the_data(catalogue: Catalogue):
    found = report(Period(2026), catalogue)
    assert dict(found.agreements) == catalogue.agreement_counts
    assert sum(row.total for row in found.standings) == len(catalogue.tasks)
    assert sum(len(row.tasks) for row in found.by_plan) == len(catalogue.tasks)
    for row in (*found.by_plan, *found.by_agency):
        assert sum(row.standing(standing).total for standing in STANDINGS) == len(row.tasks)
    for row in found.by_agency:
        if row.agency is not None:
            agency = catalogue.agencies[row.agency.id]
            assert len(row.tasks) == len(agency.leads_today or agency.leads)
    without = [task for task in catalogue.tasks.values() if not task.lead]
    assert sum(len(row.tasks) for row in found.by_agency if row.agency is None) == len(without)
    assert {task.id for row in found.silent for task in row.tasks} == {
        t.id for t in catalogue.tasks.values() if not t.updates
    }


def test_a_report_on_a_past_quarter_has_the_deadlines_and_the_leads_of_its_last_day(catalogue: Catalogue):
    found = report(Period.parse("2025-q4"), catalogue)
    names = {row.agency.id: {task.id for task in row.tasks} for row in found.by_agency if row.agency is not None}
    assert "shore-1-4" in names["culture-bureau"]
    assert "shore-1-1" in names["harbour-board"]
    (light,) = [task for task in found.tasks if task.id == "shore-1-6"]
    assert str(light.due) == "2026-03-31"
    # Nobody has to report on what was dropped.
    today_ = report(Period(2026), catalogue)
    assert "shore-1-4" not in {task.id for row in today_.silent for task in row.tasks}


def test_the_summary_says_them(catalogue: Catalogue):
    sentences = summary(report(Period(2026), catalogue), "vi")
    counts = catalogue.agreement_counts
    assert f"Có {len(catalogue.agreements)} thỏa thuận" in sentences[0]
    assert (
        f"{counts['in-force']} đang hiệu lực, {counts['expired']} hết hiệu lực, "
        f"{counts['announced']} đã loan báo nhưng chưa ký, {counts['unknown']} chưa rõ" in sentences[0]
    )
    assert f"{catalogue.task_counts['overdue']} quá hạn" in sentences[2]


def test_announcements_amendments_and_replacements_are_told(catalogue: Catalogue):
    def told(year: int, part: str) -> set[str]:
        events = getattr(report(Period(year), catalogue), part)
        return {event.agreement.id for event in events if event.agreement is not None}

    assert told(2026, "announced") == {"minori-2026", "phu-vieng-2026"}
    assert "phu-vieng-2026" in told(2026, "signed")
    assert "minori-2026" not in told(2026, "signed")
    assert told(2018, "renewed") == {"neustein-2015"}
    assert "hanbit-2011" in told(2021, "ended")


def test_before_its_signing_an_agreement_counts_as_announced(catalogue: Catalogue):
    first = dict(report(Period.parse("2026-q1"), catalogue).agreements)
    assert first["announced"] == 1


def test_what_may_lie_in_a_period_is_listed_only_where_there_is_any(catalogue: Catalogue):
    quarter, precise = (report(Period.parse(period), catalogue) for period in ("2020-q1", "2022"))
    assert quarter.imprecise
    assert [part.key for part in quarter.happened][-1] == "imprecise"
    assert not precise.imprecise
    assert [part.key for part in precise.happened] == ["signed", "renewed", "reviewed", "ended"]
    assert [event.agreement.id for event in precise.happened[0].events if event.agreement] == ["nam-say-2022"]
