"""The report as LibreOffice lays it out."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.docx.report_document import report_document
from macros.views.reports.counts import report
from macros.views.reports.periods import Period
from tests.built.pdf_text import lines_with
from tests.built.test_libreoffice import converted

# In points.
A4 = (595, 842)


@pytest.fixture(scope="module")
def laid_out(real_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[Lang, Path]:
    """The report of the year of the real data in each language, as PDF."""
    folder = tmp_path_factory.mktemp("report")
    made = report(Period(real_catalogue.as_of.year), real_catalogue)
    for lang in LANGS:
        (folder / f"{lang}.docx").write_bytes(report_document(made, lang))
    return dict(zip(LANGS, converted("pdf", folder, *(folder / f"{lang}.docx" for lang in LANGS)), strict=True))


@pytest.mark.parametrize("lang", LANGS)
def test_libreoffice_lays_it_out_on_a4(lang: Lang, laid_out: dict[Lang, Path]):
    pages = PdfReader(laid_out[lang]).pages
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages} == {A4}
    first, second, *_, last = [page.extract_text() for page in pages]
    assert not first.lstrip().startswith("1")
    assert second.lstrip().startswith("2")
    words = texts(lang)["report"]
    if lang == "en":
        covers = words["covers"].partition("{")[0].strip()
        assert first.index("DRAFT") < first.index(covers) < first.index("I. SUMMARY")
        assert "not signed" in last
    else:
        motto, unsigned = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "(Dự thảo, chưa ký)"
        order = lines_with(pages[0], motto, "BÁO CÁO", words["covers"].partition("{")[0], "I. TỔNG HỢP")
        assert order == sorted(order)
        assert lines_with(pages[-1], unsigned)
