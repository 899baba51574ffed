"""The report as a document: laid out as the decree says, with the report's numbers and nothing else."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.shared import Length, Pt
from docx.table import Table
from pypdf import PdfReader

from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.export.docx.report_document import report_document
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from macros.views.reports.report import Report
from tests.built.test_libreoffice import converted
from tests.conftest import PROJECT
from tests.unit.contribute.workbook.conftest import GOOD, Office, joined


@pytest.fixture(scope="module")
def annual(catalogue: Catalogue) -> Report:
    return report(Period(2026), catalogue)


def opened(content: bytes) -> Opened:
    return Document(io.BytesIO(content))


def words(document: Opened) -> str:
    """All text in its order, cells included."""
    return "\n".join(text.text or "" for text in document.element.body.iter() if text.tag.endswith("}t"))


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def millimetres(length: Length | None) -> int:
    assert length is not None
    return round(float(length.mm))


def table_with(document: Opened, head: str) -> list[list[str]]:
    return next(found for table in document.tables if (found := rows(table))[0][0] == head)


def test_paper_and_type_are_those_of_the_decree(annual: Report):
    document = opened(report_document(annual, "vi"))
    (section,) = document.sections
    assert (millimetres(section.page_width), millimetres(section.page_height)) == (210, 297)
    assert 20 <= millimetres(section.top_margin) == millimetres(section.bottom_margin) <= 25
    assert 30 <= millimetres(section.left_margin) <= 35
    assert 15 <= millimetres(section.right_margin) <= 20
    for name in ("Normal", "Heading 1", "Heading 2", "Title"):
        assert document.styles[name].font.name == "Times New Roman"
    assert document.styles["Normal"].font.size == Pt(14)
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml


def test_the_head_names_the_bodies_and_leaves_number_place_and_date_blank(annual: Report):
    left, right = rows(opened(report_document(annual, "vi")).tables[0])[0]
    assert left.split("\n") == ["ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", "SỞ NGOẠI VỤ", "", "Số:          /BC-………"]
    assert right.split("\n")[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert right.split("\n")[3] == "Đà Nẵng, ngày …… tháng …… năm ………"


def test_the_foot_leaves_recipients_and_signature_blank(annual: Report):
    left, right = rows(opened(report_document(annual, "vi")).tables[-1])[0]
    assert left.startswith("Nơi nhận:")
    assert not any(char.isdigit() for char in left + right)


def test_the_english_one_says_that_it_is_a_translation(annual: Report):
    assert "Working translation; the Vietnamese text prevails." in words(opened(report_document(annual, "en")))


@pytest.mark.parametrize("lang", LANGS)
def test_the_tables_hold_the_numbers_of_the_report(lang: Lang, annual: Report):
    document = opened(report_document(annual, lang))
    plans = table_with(document, "Kế hoạch" if lang == "vi" else "Plan")[1:]
    assert [(row[0], int(row[1]), int(row[2])) for row in plans] == [
        (row.plan.name[lang], len(row.tasks), row.reported) for row in annual.by_plan if row.plan
    ]
    assert [[int(cell) for cell in row[3:]] for row in plans] == [
        [row.number(status) for status in annual.statuses] for row in annual.by_plan
    ]
    agencies = table_with(document, "Chủ trì" if lang == "vi" else "Lead")[1:]
    assert [int(row[1]) for row in agencies] == [len(row.tasks) for row in annual.by_agency]
    silent = table_with(document, "Số" if lang == "vi" else "No.")
    text = words(document)
    assert silent
    for row in annual.silent:
        assert all(task.record.title[lang] in text for task in row.tasks)


def test_bars_are_as_long_as_their_share(annual: Report):
    bars = next(
        table for table in opened(report_document(annual, "vi")).tables if table.cell(0, 0).text == "Chưa có báo cáo"
    )
    assert [(row.cells[0].text, row.cells[2].text) for row in bars.rows] == [
        ("Chưa có báo cáo", "151"),
        ("Chưa bắt đầu", "0"),
        ("Đang thực hiện", "0"),
        ("Hoàn thành", "0"),
        ("Quá hạn, chưa báo xong", "7"),
    ]
    shaded = ["w:shd" in row.cells[1].paragraphs[0]._p.xml for row in bars.rows]
    assert shaded == [True, False, False, False, True]
    assert bars.rows[0].cells[1].paragraphs[0].paragraph_format.right_indent == 0


def test_the_same_data_make_the_same_bytes(annual: Report):
    assert report_document(annual, "vi") == report_document(annual, "vi")


def test_an_import_and_a_report_make_the_annual_report_of_what_was_done(office: Office):
    """From the form to the document: what an agency typed stands in it, and the task is silent no more."""
    before = words(opened(report_document(report(Period(2026), joined(office.root)), "vi")))
    assert "3 nhiệm vụ" not in before
    office.enter(office.filled(GOOD))
    run = [sys.executable, str(PROJECT / "scripts" / "report.py"), "2026", "--root", str(office.root)]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "reports/bao-cao-2026.docx, reports/bao-cao-2026-en.docx, tính đến ngày 21/11/2026" in result.stdout
    text = words(opened((office.root / "reports" / "bao-cao-2026.docx").read_bytes()))
    assert "- 03/08/2026, Hoàn thành: Đã ban hành kế hoạch." in text
    plan = table_with(opened((office.root / "reports" / "bao-cao-2026.docx").read_bytes()), "Kế hoạch")[1]
    assert plan == ["Đề án hội nhập", "4", "1", "3", "1"]
    english = words(opened((office.root / "reports" / "bao-cao-2026-en.docx").read_bytes()))
    assert "- 3 August 2026, Done: Đã ban hành kế hoạch. [English pending]" in english


def test_a_quarter_has_a_document_of_its_own(office: Office):
    run = [sys.executable, str(PROJECT / "scripts" / "report.py"), "2026", "4", "--root", str(office.root)]
    assert subprocess.run(run, capture_output=True, check=False).returncode == 0
    text = words(opened((office.root / "reports" / "bao-cao-2026-q4.docx").read_bytes()))
    assert "quý IV năm 2026" in text
    assert "01/10/2026 đến 31/12/2026" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["2027"], "chưa bắt đầu"), (["2026", "5"], "không phải kỳ báo cáo"), (["26"], "“26” is no period")],
)
def test_other_periods_are_refused_in_words(arguments: list[str], said: str, office: Office):
    run = [sys.executable, str(PROJECT / "scripts" / "report.py"), *arguments, "--root", str(office.root)]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert not (office.root / "reports").exists()


@pytest.mark.parametrize("lang", LANGS)
def test_libreoffice_lays_it_out_on_a4(lang: Lang, annual: Report, tmp_path: Path):
    path = tmp_path / "report.docx"
    path.write_bytes(report_document(annual, lang))
    pages = PdfReader(converted(path, "pdf", tmp_path)).pages
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages} == {(595, 842)}
    assert 8 < len(pages) < 20
    first, second, last = pages[0].extract_text(), pages[1].extract_text(), pages[-1].extract_text()
    assert not first.lstrip().startswith("1")
    assert second.lstrip().startswith("2")
    if lang == "en":  # the accents of the other come in another order where a font does not know them
        assert first.index("SOCIALIST REPUBLIC OF VIET NAM") < first.index("REPORT") < first.index("I. SUMMARY")
        assert "Figures and lists come from the data" in last
        assert "Recipients:" in last


def test_what_is_typed_cannot_become_more_than_text(office: Office):
    office.enter(office.filled({**GOOD, "K5": "<w:b/> & {{ 7*7 }} ]]>"}))
    made = report(Period(2026), joined(office.root))
    assert made.until == dt.date(2026, 11, 21)
    assert "<w:b/> & {{ 7*7 }} ]]>" in words(opened(report_document(made, "vi")))
