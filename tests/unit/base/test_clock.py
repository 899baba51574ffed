from __future__ import annotations

import datetime as dt
import os

import pytest

from macros.base.clock import HO_CHI_MINH, as_of, build_day, built_at, hold_clock, told_at


def test_as_of_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AS_OF", "2024-01-01")
    assert as_of() == dt.date(2024, 1, 1)


def test_as_of_refuses_what_is_no_date(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AS_OF", "yesterday")
    with pytest.raises(ValueError, match="yesterday"):
        as_of()


def test_today_is_ho_chi_minhs_today(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("AS_OF", raising=False)
    assert as_of() == (dt.datetime.now(dt.UTC) + dt.timedelta(hours=7)).date()


def test_the_time_of_the_build_can_be_fixed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert built_at() == dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def test_the_day_of_the_build_is_vietnams(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(dt.datetime(2026, 5, 1, 17, 30, tzinfo=dt.UTC).timestamp())))
    assert build_day() == dt.date(2026, 5, 2)


def test_a_command_and_all_that_it_starts_have_one_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AS_OF", "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    day = hold_clock()
    assert os.environ["AS_OF"] == day.isoformat()
    assert abs(int(os.environ["SOURCE_DATE_EPOCH"]) - dt.datetime.now(dt.UTC).timestamp()) < 60
    monkeypatch.setenv("AS_OF", "2024-01-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert hold_clock() == dt.date(2024, 1, 1)
    assert (os.environ["AS_OF"], os.environ["SOURCE_DATE_EPOCH"]) == ("2024-01-01", "0")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AS_OF", "yesterday"),
        ("AS_OF", "2026-W48-1"),
        ("AS_OF", "20261121"),
        ("AS_OF", "٢٠٢٦-11-21"),
        ("AS_OF", " 2026-11-21"),
        ("AS_OF", "2026-02-30"),
        ("SOURCE_DATE_EPOCH", "now"),
        ("SOURCE_DATE_EPOCH", "-1"),
        ("SOURCE_DATE_EPOCH", "1_000"),
        ("SOURCE_DATE_EPOCH", "1.5"),
        ("SOURCE_DATE_EPOCH", "9" * 12),
    ],
)
def test_a_command_says_which_variable_is_wrong(name: str, value: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AS_OF", "2024-01-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv(name, value)
    with pytest.raises(ValueError, match=f"{name}='{value}'"):
        hold_clock()


def test_what_is_told_of_a_day_is_told_by_its_end_and_never_after_the_build(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    today = build_day()
    assert told_at(today) == built_at()
    assert told_at(today + dt.timedelta(days=9)) == built_at()
    past = told_at(today - dt.timedelta(days=9))
    assert past.astimezone(HO_CHI_MINH).date() == today - dt.timedelta(days=9)
    assert (past + dt.timedelta(seconds=1)).astimezone(HO_CHI_MINH).date() == today - dt.timedelta(days=8)
