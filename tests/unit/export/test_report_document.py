"""The report as a document: laid out as the decree says, with the report's numbers and nothing else."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import Length, Pt

from macros.base.formats import date_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.task_status import SUPPORTS
from macros.export.docx.report_document import report_document
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from macros.views.reports.report import Report
from tests.conftest import SMALL
from tests.edits import edit
from tests.unit.contribute.workbook.conftest import TASK
from tests.unit.export.docx_reader import opened, rows, table_with, words

HOSTILE = "<w:b/> & {{ 7*7 }} ]]>"
UPDATES = f"""
- id: plan-made
  record: task/scheme-i-1
  event: progress
  date: 2026-08-03
  status: done
  note:
    vi: Đã ban hành kế hoạch.
- id: plan-begun
  record: task/scheme-i-1
  event: progress
  date: 2026
  status: in-progress
  note:
    vi: Đang làm.
    en: Under way.
  url: https://example.org/plan
- id: sakai-reviewed
  record: agreement/sakai-2009
  event: reviewed
  date: 2026-05
  result: continue
  next: 2027
  note:
    vi: "{HOSTILE}"
    en: "{HOSTILE}"
- id: sakai-extended
  record: agreement/sakai-2009
  event: extended
  date: 2026-10-01
  until: 2027-05-01
  note:
    vi: Gia hạn.
    en: Extended.
"""


@pytest.fixture(scope="module")
def annual(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A year in which one of four tasks was done and one overdue, and an agreement was reviewed and extended."""
    root = tmp_path_factory.mktemp("report")
    shutil.copytree(SMALL / "data", root / "data")
    with (root / "data" / "tasks.yaml").open("a", encoding="utf-8") as file:
        file.write(TASK.format(n=2, role="lead", agency="foreign-affairs") + "  due: 2026-05\n")
        file.write(TASK.format(n=3, role="coordinating", agency="foreign-affairs"))
        file.write(TASK.format(n=4, role="lead", agency="peoples-committee"))
    (root / "data" / "updates").mkdir()
    (root / "data" / "updates" / "2026.yaml").write_text(UPDATES, encoding="utf-8")
    dataset, problems = check(root)
    assert errors(problems) == []
    return report(Period(2026), Catalogue(dataset, dt.date(2026, 11, 21)))


@pytest.fixture(scope="module", params=LANGS)
def document(request: pytest.FixtureRequest, annual: Report) -> tuple[Lang, Document]:
    return request.param, opened(report_document(annual, request.param))


@pytest.fixture(scope="module")
def vietnamese(annual: Report) -> Document:
    return opened(report_document(annual, "vi"))


def millimetres(length: Length | None) -> int:
    assert length is not None
    return round(float(length.mm))


def test_paper_and_type_are_those_of_the_decree(vietnamese: Document):
    (section,) = vietnamese.sections
    assert (millimetres(section.page_width), millimetres(section.page_height)) == (210, 297)
    assert 20 <= millimetres(section.top_margin) == millimetres(section.bottom_margin) <= 25
    assert 30 <= millimetres(section.left_margin) <= 35
    assert 15 <= millimetres(section.right_margin) <= 20
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        assert vietnamese.styles[name].font.name == "Times New Roman"
    assert vietnamese.styles["Normal"].font.size == Pt(14)
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml


def test_the_letterhead_names_the_bodies_and_leaves_number_place_and_date_blank(vietnamese: Document):
    left, right = rows(vietnamese.tables[0])[0]
    # Broken between its words of sense, not where the cell ends.
    assert left.split("\n")[:2] == ["ỦY\u00a0BAN\u00a0NHÂN DÂN\u00a0THÀNH\u00a0PHỐ", "SỞ\u00a0NGOẠI\u00a0VỤ"]
    # The decree's motto, in its spelling and type.
    assert right.split("\n")[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    blanks = left.split("\n")[-1] + right.split("\n")[-1]
    assert "…" in blanks
    assert not any(char.isdigit() for char in blanks)


def test_every_page_says_that_it_is_a_draft_and_the_end_that_nobody_signed(document: tuple[Lang, Document]):
    lang, opened = document
    mark = {"vi": "DỰ THẢO", "en": "DRAFT"}[lang]
    (section,) = opened.sections
    for header in (section.first_page_header, section.header):
        assert mark in "".join(paragraph.text for paragraph in header.paragraphs)
    end = opened.tables[-1]
    assert {"vi": "chưa ký", "en": "not signed"}[lang] in end.cell(0, 1).text
    assert "w:cantSplit" in end.rows[0]._tr.xml
    assert not any(char.isdigit() for char in end.cell(0, 0).text + end.cell(0, 1).text)


def test_only_the_english_one_says_that_it_is_a_translation(annual: Report, vietnamese: Document):
    mark = "ranslation"
    assert mark in words(opened(report_document(annual, "en")))
    assert mark not in words(vietnamese)


def test_the_basis_names_documents_with_number_and_date(document: tuple[Lang, Document], annual: Report):
    lang, opened = document
    scheme = annual.records.documents["scheme"].record
    assert scheme.date is not None
    named = f"- {scheme.title[lang]}, {scheme.number}, {date_text(scheme.date, lang)}."
    assert named in words(opened).split("\n")


@pytest.mark.parametrize("lang", LANGS)
def test_an_article_is_no_basis_of_a_report(small_root: Path, lang: Lang):
    mark = {"vi": "do chưa có văn bản để dẫn:", "en": "as the documents themselves are not at hand:"}[lang]
    begin = {"vi": "Căn cứ", "en": "Legal basis"}[lang]
    file = small_root / "data" / "documents.yaml"
    told = []
    for number in (True, False):
        if not number:
            edit(file, "  number: 2887/QĐ-UBND\n", "")
        dataset, problems = check(small_root)
        assert errors(problems) == []
        made = report(Period(2026), Catalogue(dataset, dt.date(2026, 11, 21)))
        told.append(words(opened(report_document(made, lang))))
    issued, unissued = told
    assert begin in issued
    assert mark not in issued
    assert begin not in unissued
    assert mark in unissued


def test_the_tables_hold_the_numbers_of_the_report(document: tuple[Lang, Document], annual: Report):
    lang, opened = document
    fields, standings = texts(lang)["fields"], texts(lang)["standings"]
    head, *plans = table_with(opened, fields["plan"])
    assert head[3] == texts(lang)["standing"]["column"]
    (plan,) = [row for row in annual.by_plan if row.plan]
    counted = [plan.standing(row.standing) for row in annual.counted]
    between = "\u00a0/\u00a0"
    stood = [
        f"{standings[row.standing]}: {between.join(map(str, row.numbers.values()))}" for row in counted if row.total
    ]
    assert plan.plan is not None
    assert plans == [[plan.plan.name[lang], "4", "1", "; ".join(stood)]]
    assert len(stood) > 1
    agencies = table_with(opened, fields["lead"])[1:]
    assert [int(row[1]) for row in agencies] == [len(row.tasks) for row in annual.by_agency]


def test_overdue_tasks_and_tasks_without_a_report_are_listed(document: tuple[Lang, Document]):
    lang, opened = document
    titles = {"vi": "Nhiệm vụ số {n}", "en": "Task number {n}"}[lang]
    overdue, silent = (table for table in opened.tables if table.cell(0, 0).text == texts(lang)["fields"]["number"])
    assert [row[:2] for row in rows(overdue)[1:]] == [["I.2", titles.format(n=2)]]
    listed = {row[1] for row in rows(silent)[1:]}
    assert {titles.format(n=n) for n in (2, 3, 4)} < listed
    assert "w:tblHeader" in silent.rows[0]._tr.xml


def test_reviews_and_extensions_are_told_with_result_and_note(document: tuple[Lang, Document]):
    lang, opened = document
    text, words_of = words(opened), texts(lang)["reviews"]
    result = f"{words_of['results']['continue']}; {words_of['next'].format(date='2027')}"
    assert f"{texts(lang)['timeline']['kinds']['reviewed']}; {result}; {HOSTILE}" in text


def test_progress_is_told_in_the_words_of_the_report(document: tuple[Lang, Document]):
    lang, opened = document
    # A page that shows it comes with the second of them only, which is no report that it is done.
    status = {"done": texts(lang)["done_unproven"]}
    told = words(opened).split("\n")
    if lang == "vi":
        assert f"- 03/08/2026, {status['done']}: Đã ban hành kế hoạch." in told
    else:
        pending = texts("en")["report"]["note_pending"]
        line = f"- 3 August 2026, {status['done']}: Đã ban hành kế hoạch. [{pending}]"
        (paragraph,) = [found for found in opened.paragraphs if found.text == line]
        assert 'w:lang w:val="vi-VN"' in paragraph._p.xml
    assert any(line.endswith("https://example.org/plan") for line in told)


def test_the_count_against_deadlines_keeps_what_was_shown_from_what_was_said(
    document: tuple[Lang, Document], annual: Report
):
    lang, opened = document
    t = texts(lang)
    head, *counted = table_with(opened, t["standing"]["column"])
    assert head[1:] == [t["supports"][support] for support in SUPPORTS]
    assert counted == [
        [t["standings"][row.standing], *(str(row.numbers.get(support, "–")) for support in SUPPORTS)]
        for row in annual.standings
    ]
    assert t["standing"]["note"] in words(opened)


def test_the_same_data_make_the_same_bytes(annual: Report):
    assert report_document(annual, "vi") == report_document(annual, "vi")
