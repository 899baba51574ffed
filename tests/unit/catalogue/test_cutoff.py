"""Records without what came after a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.catalogue.cutoff import until
from tests.edits import replaced
from tests.unit.catalogue.examples import KOBE, TODAY, append, past, sound, today

UPDATES = """- {id: u, record: agreement/kobe-2012, event: extended, date: 2013-01-01, note: {vi: n, en: n}}
- {id: v, record: task/scheme-i-1, event: progress, date: 2026-05, status: done, note: {vi: n, en: n}}
"""


def test_agreements_signed_later_are_left_out(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    now, then, before = today(small_root), past(small_root, "2012-04-30"), past(small_root, "2000-01-01")
    assert {"kobe-2012", "kobe-2001", "sakai-2009"} <= set(now.agreements)
    assert {"kobe-2001", "sakai-2009"} <= set(then.agreements)
    assert "kobe-2012" not in then.agreements
    assert not {"kobe-2001", "sakai-2009"} & set(before.agreements)


def test_agreements_that_stay_keep_their_places(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    now, then = today(small_root), past(small_root, "2012-04-30")
    assert then.agreements["kobe-2001"].place == now.agreements["kobe-2001"].place
    assert then.agreements["kobe-2001"].place.line > then.partners["kobe"].place.line


def test_a_signing_dated_to_the_month_stays_for_any_day_of_it(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    assert "kobe-2012" in past(small_root, "2012-05-01").agreements


def test_updates_and_activities_of_later_days_are_left_out(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    append(small_root, "updates.yaml", UPDATES)
    assert {entry.record.id for entry in today(small_root).updates} == {"u", "v"}
    assert {entry.record.id for entry in past(small_root, "2026-04-30").updates} == {"u"}
    assert {entry.record.id for entry in past(small_root, "2012-12-31").updates} == set()
    assert set(past(small_root, "2015-08-01").activities) == {"sakai-1"}
    assert set(past(small_root, "2015-07-31").activities) == set()


def test_an_update_on_a_task_goes_with_the_task(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    append(small_root, "updates.yaml", replaced(UPDATES, "2026-05", "2023-11"))
    assert {entry.record.id for entry in past(small_root, "2023-12-25").updates} == {"u"}


def test_a_plan_and_its_tasks_come_with_the_document_that_issues_it(small_root: Path):
    issued = today(small_root).documents["scheme"].record.date
    assert issued is not None
    of_the_day = past(small_root, issued.first_day.isoformat())
    day_before = past(small_root, (issued.first_day - dt.timedelta(1)).isoformat())
    assert set(of_the_day.tasks) == {"scheme-i-1"}
    assert [task.id for task in of_the_day.trade_agreements["cptpp"].tasks] == ["scheme-i-1"]
    assert (day_before.tasks, day_before.plans) == ({}, {})
    assert day_before.trade_agreements["cptpp"].tasks == ()


def test_conflicts_about_what_is_left_out_go_with_it(small_root: Path):
    assert [conflict.id for conflict in past(small_root, "2009-01-01").conflicts] == ["sakai-signing"]
    assert past(small_root, "2008-12-31").conflicts == ()


def test_on_the_day_itself_nothing_is_left_out(small_root: Path):
    append(small_root, "partners.yaml", KOBE)
    append(small_root, "updates.yaml", UPDATES)
    dataset = sound(small_root)
    assert until(dataset, TODAY).entries == dataset.entries


def test_agreements_that_are_only_known_to_exist_come_with_their_year(small_root: Path):
    assert set(past(small_root, "2020-01-01").reported_agreements) == {"japan-2020"}
    assert set(past(small_root, "2019-12-31").reported_agreements) == set()
