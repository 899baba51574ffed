"""After an edit, whoever made it is told which records read otherwise, and where to look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.publish.preview.edited import edited
from macros.records.check.rules import check
from tests.edits import edit

REPORT = (
    "- id: first\n  record: task/scheme-i-1\n  event: progress\n  date: 2026-10-01\n  status: done\n"
    "  note:\n    vi: Đã xong.\n    en: It is done.\n"
)


def joined(root: Path) -> Catalogue:
    return Catalogue(check(root)[0], dt.date(2026, 11, 21))


def value(data: Path) -> None:
    edit(data / "partners.yaml", "en: Sakai\n", "en: Sakai City\n")


def report(data: Path) -> None:
    (data / "updates").mkdir()
    (data / "updates" / "first.yaml").write_text(REPORT, encoding="utf-8")


def lines_only(data: Path) -> None:
    edit(data / "partners.yaml", "- id: sakai\n", "# Another line.\n- id: sakai\n")


def removed(data: Path) -> None:
    edit(data / "activities.yaml", "  organisations: [jica]\n", "")
    (data / "organisations.yaml").write_text("[]\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (value, {"partner/sakai": "partners/sakai/"}),
        (report, {"update/first": "tasks/scheme-i-1/"}),
        (lines_only, {}),
        (removed, {"organisation/jica": ""}),
    ],
)
def test_an_edit_is_told_by_its_records_and_their_pages(
    change: Callable[[Path], None], told: dict[str, str], small_root: Path
):
    before = joined(small_root)
    change(small_root / "data")
    found = dict(edited(before, joined(small_root)))
    assert found | told == found
    # Besides, only what the same edit touched: the activity that no longer names the organisation.
    assert {name.partition("/")[0] for name in found.keys() - told.keys()} <= {"activity"}
