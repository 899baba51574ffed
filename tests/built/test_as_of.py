"""Sites built for days in the past: what they say, what they leave out, and that they say which day it is."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import icalendar
import lxml.html
import pytest

from tests.conftest import ENVIRONMENT, built, copy_project
from tests.repository import Repository


def page(root: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((root / "site" / path / "index.html").read_text(encoding="utf-8"))


def words(root: Path, path: str) -> str:
    return " ".join(page(root, path).xpath("string(//article)").split())


def agreements(root: Path) -> dict[str, str]:
    listed = json.loads((root / "site" / "api" / "v1" / "agreements.json").read_text(encoding="utf-8"))
    return {record["id"]: record["status"] for record in listed}


@pytest.mark.parametrize(
    ("day", "expected", "vi", "en"),
    [
        # Before the first signing; the year of the signing, which no source dates further; after it.
        ("2008-12-31", {}, "31/12/2008", "31 December 2008"),
        ("2009-06-30", {"sakai-2009": "unknown"}, "30/06/2009", "30 June 2009"),
        ("2012-01-01", {"sakai-2009": "in-force"}, "01/01/2012", "1 January 2012"),
    ],
)
def test_a_site_for_a_day_in_the_past(
    day: str, expected: dict[str, str], vi: str, en: str, project_copy: Path, build, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("AS_OF", day)
    result = build(project_copy)
    assert result.returncode == 0, result.stdout + result.stderr
    assert agreements(project_copy) == expected
    for name in expected:
        assert (project_copy / "site" / "agreements" / name / "index.html").is_file()
    for lang, date, built_on in (("", vi, "21/11/2026"), ("en/", en, "21 November 2026")):
        for path in ("", "about/", "agreements/", "countries/jp/", "timeline/", "in-force/"):
            (banner,) = page(project_copy, lang + path).xpath("//*[@class='other-day']")
            assert date in banner.text_content()
            assert built_on in banner.text_content()
            # Nothing is judged anew for the reader's day.
            assert not page(project_copy, lang + path).xpath("//*[@data-as-of]")
    later = "2019" in words(project_copy, "en/timeline/")
    assert not later
    # The scheme of December 2023 had assigned nothing yet.
    assert json.loads((project_copy / "site" / "api" / "v1" / "tasks.json").read_text()) == []
    ends = [int(path.name) for path in (project_copy / "site" / "in-force").iterdir() if path.is_dir()]
    assert sorted(ends) == list(range(2009, int(day[:4])))


def test_on_the_day_of_the_build_there_is_no_banner(small_project: Path):
    for path in ("", "en/", "agreements/sakai-2009/"):
        assert page(small_project, path).xpath("//*[@class='other-day']") == []
        assert page(small_project, path).xpath("//*[@data-as-of]")
    assert "In force on 31 December 2012" in words(small_project, "en/in-force/2012/")
    assert page(small_project, "en/in-force/2012/").xpath("//a[contains(@href, 'agreements/sakai-2009/')]")
    # No repository: no log, and a note that says why.
    for path, note in (("changes/", "không có lịch sử"), ("en/changes/", "without the history")):
        assert note in words(small_project, path)
    assert not page(small_project, "agreements/sakai-2009/").xpath("//*[@id='changes']")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in a repository, with one change after the first commit, and its site."""
    root = copy_project(tmp_path_factory.mktemp("changed") / "project")
    repository = Repository(root)
    repository.replace("data/partners.yaml", "kind: indefinite", "kind: until\n        until: 2023-08-03")
    repository.commit()
    built(root, root / "site")
    return root


def test_a_change_is_on_the_pages_in_the_api_in_the_feeds_and_in_the_calendar(changed: Path):
    site = changed / "site"
    for root, text, date in (
        ("", "ngày hết hạn là 03/08/2023", "03/01/2026"),
        ("en/", "expiry set to 3 August 2023", "3 January 2026"),
    ):
        record = page(changed, f"{root}agreements/sakai-2009/")
        (log,) = record.xpath("//*[@id='changes']/following-sibling::ul[1]")
        first, *_ = log.text_content().strip().splitlines()
        assert first == f"{date}: {text}"
        for path in ("changes/", "changes/2026/"):
            assert text in words(changed, root + path)
        assert text in (site / root / "feeds" / "countries" / "jp.xml").read_text(encoding="utf-8")
        # A record that nothing happened to has no such section.
        assert not page(changed, f"{root}countries/jp/").xpath("//*[@id='changes']")
        (link,) = page(changed, f"{root}agreements/").xpath("//link[@type='application/atom+xml']/@href")
        assert (site / root / "agreements" / link).resolve() == (site / root / "feeds" / "all.xml").resolve()
    log = json.loads((site / "api" / "v1" / "changes.json").read_text(encoding="utf-8"))
    assert log["complete"] is True
    assert log["changes"][0]["text"]["en"].endswith("expiry set to 3 August 2023")
    index = json.loads((site / "api" / "v1" / "index.json").read_text(encoding="utf-8"))
    assert index["counts"]["changes"] == len(log["changes"])
    calendar: Any = icalendar.Calendar.from_ical((site / "calendars" / "countries" / "jp.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert str(event["dtstart"].dt) == "2023-08-03"
    assert str(event["dtstamp"].dt) == "2026-01-02 20:00:00+00:00"


def test_a_shallow_clone_says_that_it_knows_no_changes(changed: Path, tmp_path: Path, build):
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", f"file://{changed}", clone], check=True)
    result = build(clone)
    assert result.returncode == 0, result.stdout + result.stderr
    log = json.loads((clone / "site" / "api" / "v1" / "changes.json").read_text(encoding="utf-8"))
    assert (log["complete"], log["missing"], log["changes"]) == (False, "shallow", [])
    for path, note in (("changes/", "bị cắt ngắn"), ("en/changes/", "shortened history")):
        assert note in words(clone, path)
    assert not page(clone, "agreements/sakai-2009/").xpath("//*[@id='changes']")
    assert not (clone / "site" / "changes" / "2026").exists()


def test_two_builds_of_a_commit_are_identical(changed: Path, tmp_path: Path, build):
    assert ENVIRONMENT["SOURCE_DATE_EPOCH"]
    other = tmp_path / "other"
    shutil.copytree(changed, other, ignore=shutil.ignore_patterns("site", ".build"))
    assert build(other).returncode == 0
    files = [
        {p.relative_to(root): p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()}
        for root in (changed, other)
    ]
    assert files[0].keys() == files[1].keys()
    assert [name for name in files[0] if files[0][name] != files[1][name]] == []
