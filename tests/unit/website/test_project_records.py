"""Reading the project's data: faults are printed as by `make check`, errors stop everything, warnings nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.check.rules import check
from macros.records.dataset import Kept
from macros.website.project_records import BrokenData, read
from tests.edits import edit


def test_good_data_are_joined_as_of_the_stated_day(small_root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AS_OF", "2020-05-04")
    assert read(small_root).as_of.isoformat() == "2020-05-04"


def test_errors_are_printed_and_counted(small_root: Path, capsys: pytest.CaptureFixture[str]):
    edit(small_root / "data" / "partners.yaml", "country: jp", "country: xx")
    edit(small_root / "data" / "tasks.yaml", "lead: [foreign-affairs]", "lead: [nobody]")
    with pytest.raises(BrokenData, match=r"2 lỗi.* / The data has 2 errors"):
        read(small_root)
    printed = capsys.readouterr().err
    assert printed == "".join(f"{problem.text()}\n" for problem in check(small_root)[1])
    assert "data/partners.yaml:3:12: [unknown-reference]" in printed


def test_warnings_are_printed_and_stop_nothing(small_root: Path, capsys: pytest.CaptureFixture[str]):
    edit(
        small_root / "data" / "sectors.yaml",
        "Visitor markets and tourism products.",
        "Thị trường khách và sản phẩm du lịch.",
    )
    assert "tourism" in read(small_root).sectors
    assert "CẢNH BÁO: " in capsys.readouterr().err


def test_files_that_did_not_change_are_not_read_again(small_root: Path):
    kept: Kept = {}
    first, second = (read(small_root, kept).countries["jp"].record for _ in range(2))
    assert first is second
    edit(small_root / "data" / "partners.yaml", "en: Sakai", "en: Sakai City")
    assert read(small_root, kept).partners["sakai"].record.name.en == "Sakai City"
