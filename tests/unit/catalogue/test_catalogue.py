from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.status import agreement_status, expiry, task_status
from macros.records.check.rules import check
from macros.records.model import Agreement, Task, Update

SOURCES = [{"document": "scheme", "locator": "dòng 1"}]


def agreement(term: dict[str, str], signed: str | None = "2020", renewed: tuple[str, ...] = ()) -> Agreement:
    values: dict[str, Any] = {
        "id": "x",
        "instrument": "agreement",
        "signatory": "a",
        "term": term,
        "sources": SOURCES,
        "renewed": [{"date": date, "kind": "further"} for date in renewed],
    }
    if signed is not None:
        values["signed"] = signed
    return Agreement.model_validate(values)


def update(event: str, date: str, **values: str) -> Update:
    about = "task/x" if event == "progress" else "agreement/x"
    fields = {"id": "u", "record": about, "event": event, "date": date, "note": {"vi": "n"}, **values}
    return Update.model_validate(fields)


def on(day: str) -> dt.date:
    return dt.date.fromisoformat(day)


def test_an_indefinite_agreement_is_in_force():
    assert agreement_status(agreement({"kind": "indefinite"}), on("2026-11-21")) == "in-force"


def test_an_agreement_without_a_stated_term_is_unclear():
    assert agreement_status(agreement({"kind": "unstated"}), on("2026-11-21")) == "unknown"


def test_an_agreement_is_in_force_on_its_last_day_and_expired_the_day_after():
    until = agreement({"kind": "until", "until": "2023-08-03"})
    assert agreement_status(until, on("2023-08-03")) == "in-force"
    assert agreement_status(until, on("2023-08-04")) == "expired"


def test_within_a_year_printed_as_the_end_nothing_is_concluded():
    until = agreement({"kind": "until", "until": "2025"})
    assert agreement_status(until, on("2024-12-31")) == "in-force"
    assert agreement_status(until, on("2025-06-30")) == "unknown"
    assert agreement_status(until, on("2026-01-01")) == "expired"


def test_a_term_in_years_counts_from_the_last_signing():
    four = agreement({"kind": "years", "years": "4"}, signed="1993-09", renewed=("2003",))
    assert str(expiry(four)) == "2007"


def test_a_term_in_years_without_a_signing_date_has_no_known_end():
    assert expiry(agreement({"kind": "years", "years": "4"}, signed=None)) is None


def test_an_extension_replaces_the_printed_end():
    until = agreement({"kind": "until", "until": "2022"})
    extended = update("extended", "2022-05-01", until="2027-05-01")
    assert agreement_status(until, on("2026-01-01"), [extended]) == "in-force"


def test_an_extension_does_not_count_before_it_happened():
    until = agreement({"kind": "until", "until": "2022"})
    extended = update("extended", "2025-05-01", until="2027-05-01")
    assert agreement_status(until, on("2024-01-01"), [extended]) == "expired"


def test_an_agreement_that_was_ended_is_expired():
    ended = update("ended", "2024-03-01")
    assert agreement_status(agreement({"kind": "indefinite"}), on("2024-03-02"), [ended]) == "expired"


def test_an_agreement_is_not_in_force_before_it_was_signed():
    assert agreement_status(agreement({"kind": "indefinite"}, signed="2020"), on("2019-01-01")) == "unknown"


def task(due: str | None = None) -> Task:
    values: dict[str, Any] = {
        "id": "x",
        "plan": "p",
        "group": "g",
        "number": "I.1",
        "title": {"vi": "a", "en": "a"},
        "summary": {"vi": "a", "en": "a"},
        "sources": SOURCES,
    }
    return Task.model_validate(values | ({"due": due} if due else {}))


def test_a_task_without_a_report_is_not_reported():
    assert task_status(task(), on("2026-11-21")) == "not-reported"


def test_a_tasks_last_report_counts():
    reports = [update("progress", "2026-02", status="done"), update("progress", "2026-01", status="in-progress")]
    assert task_status(task(), on("2026-11-21"), reports) == "done"
    assert task_status(task(), on("2026-01-15"), reports) == "in-progress"


@pytest.mark.parametrize(("status", "expected"), [("in-progress", "overdue"), ("done", "done")])
def test_a_task_past_due_is_overdue_unless_done(status: str, expected: str):
    reports = [update("progress", "2025-06-01", status=status)]
    assert task_status(task(due="2025-06-10"), on("2025-06-11"), reports) == expected
    assert task_status(task(due="2025-06-10"), on("2025-06-10"), reports) == status


def test_records_are_joined_both_ways(small_root: Path):
    catalogue = Catalogue(check(small_root)[0], on("2026-11-21"))
    japan = catalogue.countries["jp"]
    assert [partner.id for partner in japan.partners] == ["sakai"]
    assert [item.id for item in japan.tasks] == ["scheme-i-1"]
    assert [item.id for item in catalogue.agencies["foreign-affairs"].leads] == ["scheme-i-1"]
    assert [item.id for item in catalogue.agencies["peoples-committee"].signed] == ["sakai-2009"]
    assert [agency.id for agency in catalogue.sectors["tourism"].lead_agencies] == ["foreign-affairs"]
    assert [conflict.id for conflict in catalogue.agreements["sakai-2009"].conflicts] == ["sakai-signing"]
    assert str(catalogue.partners["sakai"].since) == "2009"
