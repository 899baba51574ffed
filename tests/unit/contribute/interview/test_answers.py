"""Answers are read as Vietnamese writes them and judged by the model of the record."""

from __future__ import annotations

import pytest

from macros.contribute.interview.answers import date, mistakes


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("21/11/2026", "2026-11-21"),
        ("3.8.2026", "2026-08-03"),
        ("8/2026", "2026-08"),
        ("2026", "2026"),
        ("2026-11-21", "2026-11-21"),
        ("30/2/2026", "2026-02-30"),
        ("tháng 8", "tháng 8"),
    ],
)
def test_days_come_before_months_and_anything_else_stays_as_typed(typed: str, read: str):
    assert date(typed) == read


@pytest.mark.parametrize(
    ("kind", "path", "value", "rules"),
    [
        ("agreements", "signed", "2026-02-30", ["date"]),
        ("agreements", "term.years", "two", ["whole-number"]),
        ("partners", "id", "Sakai City", ["id-format"]),
        ("updates", "url", "http://example.org/", ["https-link"]),
        ("tasks", "title.vi", "Đi\u200bqua", ["invisible-character"]),
        ("tasks", "title.vi", "x" * 5000, ["too-long"]),
    ],
)
def test_one_answer_is_judged_by_the_model(kind: str, path: str, value: str, rules: list[str]):
    assert [problem.rule for problem in mistakes(kind, path, value)] == rules


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [("agreements", "signed", "2026-02"), ("tasks", "lead", ["foreign-affairs"]), ("partners", "name.vi", "Đà Lạt")],
)
def test_what_is_still_to_be_asked_for_is_not_missing(kind: str, path: str, value: str | list[str]):
    assert mistakes(kind, path, value) == []
