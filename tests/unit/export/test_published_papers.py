"""Forms and draft reports that the site publishes, so that nobody has to install anything."""

from __future__ import annotations

from pathlib import Path

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.read import read
from macros.contribute.workbook.rows import reporting_agencies
from macros.export import forms
from macros.export.docx import report_document
from macros.views import addresses
from macros.views.reports.periods import periods
from tests.unit.export.docx_reader import opened


def test_each_agency_that_answers_for_a_task_has_a_form_that_can_be_entered(catalogue: Catalogue, tmp_path: Path):
    forms.write(catalogue, tmp_path)
    found = {path.name for path in (tmp_path / "forms").iterdir()}
    assert found == {Path(addresses.form(agency.id)).name for agency in reporting_agencies(catalogue)}
    assert found
    for path in (tmp_path / "forms").iterdir():
        back = read(path, catalogue)
        assert (back.agency.id, back.reports, back.faults) == (path.stem, (), ())


def test_each_period_has_a_draft_that_its_name_calls_one(catalogue: Catalogue, tmp_path: Path):
    report_document.write(catalogue, tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx")}
    assert found == {addresses.report_draft(period.id, lang) for period in periods(catalogue) for lang in LANGS}
    for name in found:
        assert "draft" in name or "du-thao" in name
        header = opened((tmp_path / name).read_bytes()).sections[0].first_page_header
        assert any(paragraph.text for paragraph in header.paragraphs)
