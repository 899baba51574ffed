"""A report in sentences."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.base.formats import count_text, day_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from macros.views.reports.report import Report
from macros.views.reports.sentences import covered, summary

UPDATES = """
- id: a
  record: task/scheme-i-1
  event: progress
  date: 2026-05-03
  status: in-progress
  note: {vi: A.}
- id: b
  record: agreement/sakai-2009
  event: reviewed
  date: 2026-03-01
  result: continue
  note: {vi: B.}
"""


@pytest.fixture
def made(small_root: Path) -> Report:
    (small_root / "data" / "updates.yaml").write_text(UPDATES, "utf-8")
    return report(Period(2026), Catalogue(check(small_root)[0], dt.date(2026, 11, 21)))


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_which_days_it_covers(lang: Lang, made: Report):
    days = {"first": dt.date(2026, 1, 1), "last": dt.date(2026, 12, 31), "until": dt.date(2026, 11, 21)}
    words = texts(lang)["report"]["covers"]
    assert covered(made, lang) == words.format(**{name: day_text(day, lang) for name, day in days.items()})


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_what_there_was_and_what_happened(lang: Lang, made: Report):
    words = texts(lang)["report"]
    agreements, tasks = (count_text(kind, 1, lang) for kind in ("agreements", "tasks"))
    assert summary(made, lang) == [
        words["summary_agreements"].format(n=agreements, in_force=1, expired=0, announced=0, unknown=0),
        words["summary_events"].format(signed=0, renewed=0, reviewed=1, ended=0),
        words["summary_tasks"].format(n=tasks, reported=1, silent=0, overdue=0),
    ]
