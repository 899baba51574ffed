"""On paper, registers and records are documents: what they say, as of when, from which sources, and where found."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

# The addresses that the tests' site is built for.
PUBLISHED = "https://example.org/danang/"


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-21T05:00:00Z")  # the day of the tests' build
    yield page
    context.close()


# The sheets of the register have more statuses than this, those of the charts after it fewer.
FEW = 8


def printed(page: Page, address: str) -> list[str]:
    """The text on each sheet of paper."""
    page.goto(address)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=False)))
    return [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in reader.pages]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("en/agreements/minori-2018/", ["Minori", "Expired", "Sources", "Phụ lục A"]),
        ("en/countries/jp/", ["Japan", "Minori", "Sources"]),
        ("en/tasks/outlook-b-3/", ["Lead", "Sources"]),
        ("agreements/", ["Minori", "Đang hiệu lực", "Chưa rõ"]),
    ],
)
def test_a_page_prints_its_facts_its_date_and_its_address(path: str, words: list[str], address: str, paper: Page):
    sheets = printed(paper, address + path)
    text = " ".join(sheets)
    for word in words:
        assert word in text, word
    assert PUBLISHED + path in text.replace(" ", "")
    assert ("as of 21 November 2026" if path.startswith("en/") else "tính đến ngày 21/11/2026") in text
    assert len(sheets) < 12


def test_a_long_register_prints_every_row_and_its_head_on_every_sheet(real_address: str, paper: Page):
    paper.goto(f"{real_address}en/agreements/")
    rows = paper.locator("table.register tbody tr").count()
    statuses = [
        len(re.findall(r"\b(?:In force|Expired|Unclear)\b", sheet))
        for sheet in printed(paper, f"{real_address}en/agreements/")
    ]
    assert len(statuses) > 1
    assert sum(statuses) >= rows
    for sheet, number in zip(printed(paper, f"{real_address}en/agreements/"), statuses, strict=True):
        if number > FEW:
            assert "Instrument" in sheet


def test_paper_has_no_menus_and_is_black_on_white(address: str, paper: Page):
    paper.goto(f"{address}en/agreements/minori-2018/")
    paper.emulate_media(media="print")
    for gone in (".md-header", ".contents", ".site-map", ".md-search", ".edit-link"):
        assert paper.locator(gone).count(), gone
        assert not any(part.is_visible() for part in paper.locator(gone).all()), gone
    colours = paper.evaluate("""() => [...document.querySelectorAll("body, article h1, article p, article td")]
      .map((e) => getComputedStyle(e)).map((s) => [s.color, s.backgroundColor].join(" on "))""")
    assert set(colours) <= {"rgb(0, 0, 0) on rgb(255, 255, 255)", "rgb(0, 0, 0) on rgba(0, 0, 0, 0)",
                            "rgb(51, 51, 51) on rgba(0, 0, 0, 0)"}  # fmt: skip
    paper.emulate_media(media="screen")
