"""``scripts/report.py``: documents for the period that is asked for, or words that say why there are none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from macros.base.words import texts
from macros.views.reports.periods import Period
from macros.views.reports.sentences import period_text
from scripts import report as command
from tests.unit.export.docx_reader import opened, words


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, small_root: Path):
    """The command on the small data set, in this process."""
    monkeypatch.setenv("AS_OF", "2026-11-21")

    def call(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["report.py", *arguments, "--root", str(small_root)])
        return command.main()

    return call


def test_a_year_has_a_document_in_each_language(run, small_root: Path, capsys: pytest.CaptureFixture[str]):
    assert run("2026") == 0
    files = "reports/du-thao-2026.docx, reports/draft-2026.docx"
    assert texts("vi")["report"]["written"].format(files=files, date="21/11/2026") in capsys.readouterr().out
    text = words(opened((small_root / "reports" / "draft-2026.docx").read_bytes()))
    assert period_text(Period(2026), "en") in text


def test_a_quarter_has_a_document_of_its_own(run, small_root: Path):
    assert run("2026", "4") == 0
    text = words(opened((small_root / "reports" / "du-thao-2026-q4.docx").read_bytes()))
    assert period_text(Period(2026, 4), "vi") in text
    assert "01/10/2026 đến 31/12/2026" in text


def test_without_a_year_it_is_the_one_under_way(run, small_root: Path):
    assert run() == 0
    assert (small_root / "reports" / "du-thao-2026.docx").is_file()


@pytest.mark.parametrize(
    ("arguments", "key", "values"),
    [
        (["2027"], "not_begun", {"period": "2027", "date": "2026-11-21"}),
        (["2026", "5"], "wrong_period", {"found": "2026, 5"}),
        (["26"], "wrong_period", {"found": "26"}),
    ],
)
def test_other_periods_are_refused_in_words(
    arguments: list[str],
    key: str,
    values: dict[str, str],
    run,
    small_root: Path,
    capsys: pytest.CaptureFixture[str],
):
    assert run(*arguments) == 1
    printed = capsys.readouterr().err
    assert printed.splitlines() == [texts(lang)["report"][key].format(**values) for lang in ("vi", "en")]
    assert not (small_root / "reports").exists()


def test_data_with_errors_make_no_report(run, small_root: Path, capsys: pytest.CaptureFixture[str]):
    countries = small_root / "data" / "countries.yaml"
    countries.write_text(countries.read_text(encoding="utf-8").replace("east-asia", "the-moon"), encoding="utf-8")
    assert run("2026") == 1
    assert "data/countries.yaml:" in capsys.readouterr().err
    assert not (small_root / "reports").exists()
