"""Reports and the register of reviews, as built."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.standings import StandingRow
from macros.views import addresses
from macros.views.reports.counts import report
from macros.views.reports.periods import Period

UPDATES = """- id: report
  record: task/scheme-i-1
  event: progress
  date: 2026-10-05
  status: in-progress
  note:
    vi: Đã trình kế hoạch.
  url: https://example.org/ke-hoach

- id: review
  record: agreement/sakai-2009
  event: reviewed
  date: 2026-05
  result: amend
  next: 2026-11
  note:
    vi: Cần bổ sung lĩnh vực.
    en: A field has to be added.
"""


def tree(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def words(element: lxml.html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def cells(page: lxml.html.HtmlElement, caption: str) -> list[list[str]]:
    (table,) = [table for table in page.xpath("//table") if words(table.find("caption")) == caption]
    return [[words(cell) for cell in row] for row in table.xpath("./tbody/tr")]


def apart(row: StandingRow, lang: Lang) -> str:
    """The numbers of a standing as a cell prints them: each with the grounds for it, or alone where there are none."""
    if len(row.numbers) == 1:
        return str(row.total)
    supports = texts(lang)["supports"]
    return " · ".join(f"{n} {supports[support].lower()}" for support, n in row.numbers.items() if n) or "0"


@pytest.mark.parametrize(("root", "caption"), [("", "Nhiệm vụ theo kế hoạch"), ("en/", "Tasks by plan")])
def test_the_page_prints_the_numbers_of_the_report(root: str, caption: str, site: Path, catalogue: Catalogue):
    made = report(Period(2026), catalogue)
    page = tree(site, f"{root}reports/2026")
    lang: Lang = "en" if root else "vi"
    assert cells(page, caption) == [
        [
            row.plan.name[lang],
            str(len(row.tasks)),
            str(row.reported),
            *(apart(row.standing(counted.standing), lang) for counted in made.counted),
        ]
        for row in made.by_plan
        if row.plan is not None
    ]
    silent = {a.get("href") for a in page.xpath("//div[@class='silent']//ul[@class='tasks']/li/a")}
    assert silent == {f"../../tasks/{task.id}/" for row in made.silent for task in row.tasks}


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_begins_with_what_was_done_what_is_late_and_who_leads(lang: Lang, site: Path):
    page = tree(site, addresses.in_language("reports/2026", lang))
    assert page.xpath("//article//h2/@id") == ["done", "late", "agencies", "details"]
    assert page.xpath("//h2[@id='late']/preceding::h3/@id")[-1] == "progress"
    folds = page.xpath("//h2[@id='details']/following-sibling::details")
    assert [fold.get("id") for fold in folds] == ["status", "plans", "silent"]
    assert all(fold.xpath("summary/small") and fold.get("open") is None for fold in folds)


def test_a_report_says_as_of_when_and_that_it_is_not_signed(site: Path):
    lead = words(tree(site, "reports/2026"))
    assert "Kỳ báo cáo từ 01/01/2026 đến 31/12/2026. Số liệu tính đến ngày 21/11/2026." in lead
    assert "không phải báo cáo hành chính đã ký" in lead


def test_reports_and_reviews_are_reached_from_home_and_the_navigation(site: Path):
    for root in ("", "en/"):
        home = tree(site, root)
        assert {"reports/", "review/"} <= {a.get("href").removeprefix("./") for a in home.xpath("//a[@href]")}
        assert "../reports/" in tree(site, f"{root}timeline").xpath("//footer//a/@href")
        assert "../review/" in tree(site, f"{root}agreements").xpath("//nav//a/@href")
    (link,) = tree(site, "reports").xpath("//ul[@class='links']/li/a[@href='2026/' or @href='../reports/2026/']")
    assert words(link) == "Báo cáo năm 2026"


def test_a_report_judges_its_own_day_so_no_script_changes_it(site: Path):
    page = tree(site, "reports/2026")
    article = page.xpath("//article")[0]
    assert not article.xpath(".//*[@data-changes] | .//*[contains(@class, 'status--')]")


def test_every_signed_agreement_stands_in_the_register_of_reviews(site: Path, catalogue: Catalogue):
    page = tree(site, "review")
    assert texts("vi")["review"]["none"] not in words(page)
    (table,) = page.xpath("//h2[@id='register']/following::table[1]")
    listed = [Path(link).name for link in table.xpath("./tbody/tr/*[1]//a[contains(@href, 'agreements/')]/@href")]
    announced = {name for name, item in catalogue.agreements.items() if item.status == "announced"}
    # There is nothing to review before the signing.
    assert announced
    assert sorted(listed) == sorted(catalogue.agreements.keys() - announced)


def test_no_review_reported_is_said_so(small_project: Path):
    for lang, path in (("vi", "review"), ("en", "en/review")):
        assert texts(lang)["review"]["none"] in words(tree(small_project / "site", path))


@pytest.fixture
def reported(project_copy: Path, build: Callable[[Path], subprocess.CompletedProcess[str]]) -> Path:
    (project_copy / "data" / "updates.yaml").write_text(UPDATES, encoding="utf-8")
    result = build(project_copy)
    assert result.returncode == 0, result.stdout + result.stderr
    return project_copy / "site"


def test_what_was_reported_stands_in_the_year_in_its_quarter_and_in_the_register(reported: Path):
    assert sorted(path.name for path in (reported / "reports").iterdir() if path.is_dir()) == [
        "2026",
        "2026-q2",
        "2026-q4",
    ]
    for period in ("2026", "2026-q4"):
        page = tree(reported, f"en/reports/{period}")
        (entry,) = page.xpath("//div[@class='progress']")
        assert "5 October 2026 – Progress report: In progress" in words(entry)
        assert entry.xpath(".//span[@lang='vi']/text()") == ["Đã trình kế hoạch."]
        assert entry.xpath(".//a[@rel='nofollow']/@href") == ["https://example.org/ke-hoach"]
        assert not page.xpath("//div[@class='silent']")
    second = words(tree(reported, "en/reports/2026-q2"))
    assert "Reviewed: Agreement with Sakai (2009), Japan to be amended (next review: November 2026). A field" in second
    assert tree(reported, "reports/2026-q2").xpath("//div[@class='silent']")

    page = tree(reported, "en/review")
    assert words(page.xpath("//ul[@class='due']/li")[0]).startswith("November 2026: Agreement with Sakai (2009)")
    assert cells(page, "What to review first") == [
        [
            "Agreement with Sakai (2009)Japan",
            "Due for review",
            "May 2026",
            "to be amendedA field has to be added.",
            "November 2026",
        ]
    ]
    assert "1 agreement with a reported review." in words(page)
