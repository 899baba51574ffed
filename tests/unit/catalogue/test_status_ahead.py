from __future__ import annotations

import datetime as dt

from macros.catalogue.status_ahead import agreement_changes, changes, standing_changes, task_changes
from tests.unit.catalogue.examples import TODAY, agreement, on, task, update


def test_nothing_changes_without_an_end():
    assert agreement_changes(agreement({"kind": "indefinite"}), TODAY) == ()
    assert agreement_changes(agreement({"kind": "unstated"}), TODAY) == ()
    assert agreement_changes(agreement({"kind": "until", "until": "2025"}), TODAY) == ()


def test_an_agreement_expires_on_the_day_after_its_last():
    until = agreement({"kind": "until", "until": "2027-08-03"})
    assert agreement_changes(until, TODAY) == ((on("2027-08-04"), "expired"),)


def test_a_year_printed_as_the_end_is_unclear_within_it():
    until = agreement({"kind": "until", "until": "2027"})
    assert agreement_changes(until, TODAY) == ((on("2027-01-02"), "unknown"), (on("2028-01-01"), "expired"))


def test_a_renewal_dated_ahead_moves_the_end():
    until = agreement({"kind": "until", "until": "2027-03-01"})
    renewal = update("renewed", "2027-06-01", until="2030-06-01")
    assert agreement_changes(until, TODAY, (renewal,)) == (
        (on("2027-03-02"), "expired"),
        (on("2027-06-01"), "in-force"),
        (on("2030-06-02"), "expired"),
    )


def test_an_agreement_signed_ahead_comes_into_force():
    ahead = agreement({"kind": "indefinite"}, signed="2027-02-01")
    assert agreement_changes(ahead, TODAY) == ((on("2027-02-01"), "in-force"),)


def test_a_task_is_past_due_on_the_day_after():
    assert task_changes(task(), TODAY) == ()
    assert task_changes(task(due="2026-12"), TODAY) == ((on("2027-01-01"), "overdue"),)


def test_only_days_ahead_that_change_something_count():
    days = [TODAY - dt.timedelta(1), TODAY, TODAY + dt.timedelta(1), TODAY + dt.timedelta(2)]
    assert changes(lambda day: day > TODAY, days, TODAY) == ((TODAY + dt.timedelta(1), True),)


def test_a_deadline_that_moves_later_on_changes_what_comes():
    moved = update("due-changed", "2026-12-15", was="2026-12", due="2027-03")
    assert task_changes(task(due="2026-12"), TODAY, (moved,)) == ((on("2027-04-01"), "overdue"),)


def test_a_paused_task_never_becomes_overdue():
    paused = update("progress", "2026-05-01", status="paused", reason={"vi": "Vì sao."})
    assert task_changes(task(due="2026-12"), TODAY, (paused,)) == ()
    partly = update("progress", "2026-05-01", status="partly-done", reason={"vi": "Vì sao."})
    assert task_changes(task(due="2026-12"), TODAY, (partly,)) == ((on("2027-01-01"), "overdue"),)
    assert standing_changes(task(due="2026-12"), TODAY, (partly,)) == ((on("2027-01-01"), ("overdue", "claim")),)
