"""Pages about countries and partners answer on their first screen, fold what is long, and print on a sheet or two."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from unicodedata import normalize

import docx
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from macros.base.languages import Lang
from macros.base.words import texts
from scripts.browser import served
from tests.built.conftest import Quiet
from tests.built.rich_country import COUNTRY, PLAIN, add
from tests.built.test_timeline import tree
from tests.conftest import TOWN, built, copy_project

DESKTOP: Final = {"width": 1280, "height": 900}
PHONE: Final = {"width": 390, "height": 780}
# The folders of the languages.
FOLDERS: Final = ["", "en/"]
# The languages with them.
LANGUAGES: Final[list[tuple[Lang, str]]] = [("vi", ""), ("en", "en/")]
# The most words of a text that nothing folds.
WORDS: Final = 60
# The words of the elements that hold text and no other such element, where they can be seen.
_UNFOLDED: Final = """words => [...document.querySelectorAll('article :is(p, li, td, th, dd, summary, figcaption)')]
  .filter(e => !e.querySelector('p, li, td, dd') && e.checkVisibility({contentVisibilityAuto: true}))
  .map(e => e.innerText.trim()).filter(text => text.split(/\\s+/).length > words)"""


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented city with a country of many partners."""
    root = copy_project(tmp_path_factory.mktemp("rich") / "project", TOWN / "data")
    add(root)
    return built(root, root.parent / "site")


@pytest.fixture(scope="module")
def rich_address(rich: Path) -> Iterator[str]:
    with served(rich, Quiet) as found:
        yield found


def opened(browser: Browser, address: str, size: Any) -> Page:
    """A page at a size on the day of the tests' build, all of it laid out."""
    page = browser.new_context(viewport=size, bypass_csp=True).new_page()
    page.clock.set_fixed_time("2026-11-21T05:00:00Z")
    page.goto(address)
    page.add_style_tag(content="* { content-visibility: visible !important }")
    page.add_style_tag(content="details:not([open])::details-content { content-visibility: hidden !important }")
    return page


def lowest_status(page: Page) -> float:
    """The lower edge of the last status of an agreement, from the top of the page."""
    return float(
        page.evaluate("""() => Math.max(...[...document.querySelectorAll('.relations .status')]
          .map(status => status.getBoundingClientRect().bottom + scrollY))""")
    )


def height(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollHeight"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_country_with_all_there_is_stays_short_and_folds_long_texts(folder: str, browser: Browser, rich_address: str):
    page = opened(browser, f"{rich_address}{folder}countries/{COUNTRY}/", PHONE)
    assert height(page) <= 10 * PHONE["height"]
    assert page.evaluate(_UNFOLDED, WORDS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.context.close()


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_status_of_a_country_is_seen_at_once(folder: str, browser: Browser, address: str):
    for size, most in ((DESKTOP, DESKTOP["height"]), (PHONE, 2 * PHONE["height"])):
        page = opened(browser, f"{address}{folder}countries/jp/", size)
        assert lowest_status(page) <= most
        page.context.close()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_first_screen_has_the_lead_the_drawing_the_numbers_and_the_files(size: Any, browser: Browser, address: str):
    page = opened(browser, f"{address}en/countries/la/", size)
    for part in (".lead", ".agreement-strip svg:visible", ".tiles .tile", ".actions a[href$='.docx']"):
        found = page.locator(part).first.bounding_box()
        assert found is not None, part
        assert found["y"] + found["height"] <= size["height"], part
    page.context.close()


@pytest.mark.parametrize("folder", FOLDERS)
def test_one_drawing_shows_at_a_time_and_has_a_name(folder: str, browser: Browser, address: str):
    for size in (DESKTOP, PHONE):
        page = opened(browser, f"{address}{folder}countries/jp/", size)
        seen = page.locator(".agreement-strip svg:visible")
        assert seen.count() == 1
        assert seen.get_attribute("aria-label")
        page.context.close()


@pytest.mark.parametrize(("path", "most"), [(f"partners/{PLAIN}", 1), (f"countries/{COUNTRY}", 2)])
@pytest.mark.parametrize(("lang", "folder"), LANGUAGES)
def test_a_page_prints_as_its_brief(
    path: str, most: int, lang: Lang, folder: str, browser: Browser, rich_address: str, rich: Path
):
    page = opened(browser, f"{rich_address}{folder}{path}/", DESKTOP)
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    # Ligatures of the typeface are letters again.
    printed = normalize("NFKC", "".join("".join(sheet.extract_text() for sheet in sheets).split()))
    page.context.close()
    assert len(sheets) <= most
    # What the Word file says, in its order, and nothing that only screens need.
    document = docx.Document(str(rich / f"{folder}briefs/{path}.docx"))
    said = [paragraph.text.removeprefix("–").strip() for paragraph in document.paragraphs]
    place = 0
    for text in ("".join(text.split()) for text in said if text and "■" not in text):
        place = printed.find(normalize("NFKC", text), place)
        assert place >= 0, text
    rows = [row.cells[:2] for table in document.tables for row in table.rows]
    assert rows
    for cell in (cell for row in rows for cell in row):
        assert normalize("NFKC", "".join(cell.text.split())) in printed
    assert "".join(texts(lang)["page_foot"]["cite"].split()) not in printed


@pytest.mark.parametrize(("lang", "folder"), LANGUAGES)
def test_on_a_screen_the_brief_is_neither_seen_nor_read_aloud(
    lang: Lang, folder: str, browser: Browser, rich_address: str
):
    page = opened(browser, f"{rich_address}{folder}partners/{PLAIN}/", DESKTOP)
    assert page.locator(".paper-brief").count() == 1
    assert not page.locator(".paper-brief").is_visible()
    assert texts(lang)["brief"]["headings"]["checks"] not in page.locator("main").aria_snapshot()
    page.context.close()


def test_a_partner_tells_each_event_once(site: Path):
    page = tree(site, "en/partners/aoba/")
    ids = page.xpath("//article//*[starts-with(@id, 'aoba-')]/@id")
    assert len(ids) == len(set(ids))
    assert len(page.xpath("//ol[@class='history']/li[@id='aoba-1']")) == 1
    signed = page.xpath("//ol[@class='history']//a[contains(@href, 'agreements/aoba-2003/')]")
    assert len(signed) == 1


def test_a_country_without_anything_says_so_in_one_sentence(site: Path):
    page = tree(site, "en/countries/us/")
    assert len(page.xpath("//article//p[@class='empty']")) <= 1


def test_the_folds_of_aims_hold_the_whole_text(site: Path):
    page = tree(site, "en/countries/jp/")
    (aim,) = page.xpath("//details[@id='jp-priority-1']")
    assert aim.xpath("string(summary)").strip() == "Attract investment in the quay"
    assert "Attract ODA and investment in the quay." in aim.text_content()


def test_vietnamese_names_are_marked_for_readers_of_english(site: Path):
    page = tree(site, "en/countries/jp/")
    assert page.xpath("//p[contains(@class, 'names')]//span[@lang='vi']/text()") == ["Nhật"]
    vietnamese = tree(site, "countries/jp/")
    assert not vietnamese.xpath("//p[contains(@class, 'names')]//span[@lang='vi']")
