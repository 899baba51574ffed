"""Columns of the tables in papers: as wide as the template says, together as wide as the page, none too narrow."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS

from macros.base.languages import LANGS, Lang
from macros.catalogue.catalogue import Catalogue
from macros.export.docx.brief_document import brief_document
from macros.export.docx.properties import Properties
from macros.export.docx.report_document import report_document, report_template
from macros.export.docx.template import FOLDER
from macros.views.briefs.compose import country_brief, partner_brief
from macros.views.briefs.wording import Wording
from macros.views.reports.counts import report
from macros.views.reports.draft import Overdue, Row, Silent
from macros.views.reports.draft_values import draft
from macros.views.reports.periods import Period
from tests.unit.export.docx_reader import opened

TWIPS_A_POINT: Final = 20
EMU_A_TWIP: Final = 635
# Word's own space at both sides of a cell, in twips, where a table has none of its own.
PADDING: Final = 108
# Columns are whole twips.
ROUNDED: Final = 10
# The columns of agreements that end soon.
ENDING: Final = 3
# A number as long as any in the plans, and a long word of each language.
NUMBER: Final = "III.2.đ.12"
WORDS: Final[dict[Lang, str]] = {"vi": "nghiêng", "en": "Internationalisation"}


@pytest.fixture(scope="module", params=LANGS)
def papers(request: pytest.FixtureRequest, catalogue: Catalogue) -> dict[str, Document]:
    """The year's report of the invented city, one with long words, and all briefs, in a language."""
    lang: Lang = request.param
    made = report(Period(catalogue.as_of.year), catalogue)
    word = WORDS[lang]
    long = replace(
        draft(made, lang),
        overdue=(Overdue(NUMBER, word, word, "30/09/2026" if lang == "vi" else "30 September 2026"),),
        silent=(Silent(word, (Row((NUMBER, word)),)),),
    )
    filled = report_template(lang).filled(long, Properties("A", "B", catalogue.as_of, lang))
    found = {f"report.{lang}": opened(report_document(made, lang)), f"report.{lang} long": opened(filled)}
    wording = Wording(catalogue, lang)
    for name, partner in catalogue.partners.items():
        found[f"brief.{lang} {name}"] = opened(brief_document(partner_brief(wording, partner), wording))
    for name, country in catalogue.countries.items():
        found[f"brief.{lang} {name}"] = opened(brief_document(country_brief(wording, country), wording))
    return found


def columns(table: Any) -> list[int]:
    return [int(column.get(qn("w:w"))) for column in table.tblGrid]


def page(document: Document) -> int:
    """The width of a page's text."""
    (section,) = document.sections
    assert section.page_width is not None
    return int(section.page_width - (section.left_margin or 0) - (section.right_margin or 0)) // EMU_A_TWIP


def test_columns_add_up_to_the_width_of_the_page(papers: dict[str, Document]):
    for name, document in papers.items():
        widths = [sum(columns(table._tbl)) for table in document.tables]
        assert [width for width in widths if not page(document) - ROUNDED <= width <= page(document)] == [], name


def test_columns_are_those_of_the_template(papers: dict[str, Document]):
    for name, document in papers.items():
        template = name.partition(" ")[0]
        parts = [template] if template.startswith("brief") else [template, template.replace("report", "letterhead")]
        tables = [table for part in parts for table in opened((FOLDER / f"{part}.docx").read_bytes()).tables]
        intended = [columns(table._tbl) for table in tables]
        made = [columns(table._tbl) for table in document.tables]
        # The list of agreements that end soon has a column less than those of what happened.
        assert [grid for grid in made if grid not in intended and len(grid) != ENDING] == [], name
        assert [len(grid) for grid in made] == [span(table) for table in document.tables], name


def span(table: Table) -> int:
    """The columns that the longest row stands over."""
    return max(sum(int(cell.grid_span) for cell in row._tr.tc_lst) for row in table.rows)


def test_no_column_breaks_a_word(papers: dict[str, Document]):
    for name, document in papers.items():
        assert list(broken(document)) == [], name


def broken(document: Document) -> Iterator[str]:
    """The words that are wider than their cell."""
    for table in document.tables:
        grid, padding = columns(table._tbl), 2 * margin(table)
        for row in table.rows:
            start = 0
            for cell in row._tr.tc_lst:
                room = sum(grid[start : start + cell.grid_span]) - padding
                start += cell.grid_span
                for paragraph in cell.p_lst:
                    yield from (
                        word for word, width in words(Paragraph(paragraph, document._body)) if width > room + ROUNDED
                    )


def margin(table: Table) -> int:
    found = table._tbl.tblPr.find(f"{qn('w:tblCellMar')}/{qn('w:left')}")
    return PADDING if found is None else int(found.get(qn("w:w")))


def words(paragraph: Paragraph) -> Iterator[tuple[str, float]]:
    """The words of a paragraph that do not break, with their widths in twips in Times."""
    for run in paragraph.runs:
        assert paragraph.style is not None
        size = run.font.size or paragraph.style.font.size
        assert size is not None, run.text
        widths = CORE_FONT_METRICS["Times-Bold" if run.font.bold else "Times-Roman"].character_widths
        for word in re.findall(r"[^ -]+-?", run.text):
            thousandths = sum(widths.get(letter, widths["default"]) for letter in plain(word))
            yield word, thousandths / 1000 * size.pt * TWIPS_A_POINT


def plain(word: str) -> str:
    """The letters of a word without marks, which are as wide as with them."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
