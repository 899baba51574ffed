"""Briefs as LibreOffice lays them out: one page for a partner and two for a country, however much is on record."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.export.docx.brief_document import brief_document
from macros.views.briefs.compose import country_brief, partner_brief
from macros.views.briefs.wording import Wording
from tests.built.pdf_text import lines_with
from tests.built.test_libreoffice import converted as laid_out

MOST = {"partner": 1, "country": 2}


@pytest.fixture(scope="module")
def converted(real_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The longest and the shortest briefs of the real data in both languages, as PDF."""
    folder = tmp_path_factory.mktemp("briefs")
    for lang in LANGS:
        wording = Wording(real_catalogue, lang)
        partners = {name: partner_brief(wording, item) for name, item in real_catalogue.partners.items()}
        countries = {name: country_brief(wording, item) for name, item in real_catalogue.countries.items()}
        for kind, briefs in (("partner", partners), ("country", countries)):
            made = {name: brief_document(brief, wording) for name, brief in briefs.items()}
            by_size = sorted(made, key=lambda name: len(made[name]))
            for name in (*by_size[:1], *by_size[-5:]):
                (folder / f"{kind}-{name}-{lang}.docx").write_bytes(made[name])
    laid_out("pdf", folder, *sorted(folder.glob("*.docx")))
    return folder


def test_they_fit_their_pages(converted: Path):
    found = {path.stem: len(PdfReader(path).pages) for path in converted.glob("*.pdf")}
    assert len(found) == len(list(converted.glob("*.docx"))) > 0
    assert {name: pages for name, pages in found.items() if pages > MOST[name.partition("-")[0]]} == {}


def test_name_and_notes_can_be_read(converted: Path, real_catalogue: Catalogue):
    for path in converted.glob("partner-*-en.pdf"):
        text = PdfReader(path).pages[0].extract_text()
        name = path.stem.removeprefix("partner-").removesuffix("-en")
        assert text.index(real_catalogue.partners[name].record.name.en.split()[0]) < text.index("[1]")
        assert "{{" not in text
        assert "{%" not in text


def test_vietnamese_comes_out_whole(converted: Path):
    for path in converted.glob("partner-*-vi.pdf"):
        headings = ("Là ai", "Quan hệ nhìn nhanh", "Đã làm gì cùng nhau", "Cần kiểm tra trước cuộc gặp")
        order = lines_with(PdfReader(path).pages[0], *headings)
        assert order == sorted(set(order)), path.stem
