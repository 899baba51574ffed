"""What readers type into the search box, and the page that they mean: the first result in a real Chromium."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

# In both languages: a name is a name, whichever language it is in.
NAMES = {
    # Countries: with, without and with half the accents; d for đ; capitals; the other language; other names.
    "Nhật Bản": "countries/jp/",
    "nhat ban": "countries/jp/",
    "nhật ban": "countries/jp/",
    "NHẬT BẢN": "countries/jp/",
    "Nhật": "countries/jp/",
    "Japan": "countries/jp/",
    "hàn quốc": "countries/kr/",
    "han quoc": "countries/kr/",
    "South Korea": "countries/kr/",
    "Republic of Korea": "countries/kr/",
    "Đức": "countries/de/",
    "duc": "countries/de/",
    "germany": "countries/de/",
    "CHLB Đức": "countries/de/",
    "đan mạch": "countries/dk/",
    "dan mach": "countries/dk/",
    "đan mach": "countries/dk/",
    "Ấn Độ": "countries/in/",
    "an do": "countries/in/",
    "Hoa Kỳ": "countries/us/",
    "Mỹ": "countries/us/",
    "USA": "countries/us/",
    "Lào": "countries/la/",
    "lao": "countries/la/",
    "Thụy Điển": "countries/se/",
    "Thuỵ Điển": "countries/se/",
    "thuy dien": "countries/se/",
    "Thuỵ Sĩ": "countries/ch/",
    "Liên bang Nga": "countries/ru/",
    "Hongkong": "countries/hk/",
    "hồng kông": "countries/hk/",
    # Agencies, with their abbreviations and the spellings of the documents.
    "Sở Ngoại vụ": "agencies/foreign-affairs/",
    "so ngoai vu": "agencies/foreign-affairs/",
    "sở ngoai vu": "agencies/foreign-affairs/",
    "SỞ NGOẠI VỤ": "agencies/foreign-affairs/",
    "ngoại vụ": "agencies/foreign-affairs/",
    "SNV": "agencies/foreign-affairs/",
    "snv": "agencies/foreign-affairs/",
    "Sở Kế hoạch và Đầu tư": "agencies/planning-investment/",
    "so ke hoach dau tu": "agencies/planning-investment/",
    "KHĐT": "agencies/planning-investment/",
    "khdt": "agencies/planning-investment/",
    "Sở KHĐT": "agencies/planning-investment/",
    "Văn hoá và Thể thao": "agencies/culture-sports/",
    "Văn hóa và Thể thao": "agencies/culture-sports/",
    "so van hoa the thao": "agencies/culture-sports/",
    "VHTT": "agencies/culture-sports/",
    "TNMT": "agencies/natural-resources-environment/",
    "Sở KH-CN": "agencies/science-technology/",
    "UBND": "agencies/peoples-committee/",
    "Công an thành phố": "agencies/city-police/",
    "So Y te": "agencies/health/",
    # Partners, with former names and other spellings.
    "Kawasaki": "partners/kawasaki/",
    "YOKOHAMA": "partners/yokohama/",
    "Masan": "partners/changwon/",
    "Khonkaen": "partners/khon-kaen/",
    "Khon Kaen": "partners/khon-kaen/",
    "Boras": "partners/boras/",
    "Borås": "partners/boras/",
    "timisoara": "partners/timisoara/",
    "Kosice": "partners/kosice/",
    "Nord Pas de Calais": "partners/nord-pas-de-calais/",
    "reunion": "partners/reunion/",
    "Sơn Đông": "partners/shandong/",
    "son dong": "partners/shandong/",
    "Nam Úc": "partners/south-australia/",
    "Viêng Chăn": "partners/vientiane/",
    "Salavane": "partners/salavan/",
    # Organisations by name and by abbreviation.
    "JICA": "organisations/jica/",
    "koica": "organisations/koica/",
    "Ngân hàng Thế giới": "organisations/world-bank/",
    "ngan hang the gioi": "organisations/world-bank/",
    "CITYNET": "organisations/citynet/",
    "Liên Hợp Quốc": "organisations/united-nations/",
    "tổng lãnh sự quán nga": "organisations/consulate-russia/",
    "PEMSEA": "organisations/pemsea-local-governments/",
    # Documents, sectors, trade agreements, tasks.
    "2887/QĐ-UBND": "documents/decision-2887/",
    "Quyết định 2887": "documents/decision-2887/",
    "Đề án 2887": "documents/scheme-2887/",
    "de an 2887": "documents/scheme-2887/",
    "59-NQ/TW": "documents/resolution-59-nq-tw/",
    "136/2024/QH15": "documents/resolution-136-2024-qh15/",
    "Du lịch": "sectors/tourism/",
    "du lich": "sectors/tourism/",
    "năng lượng": "sectors/energy/",
    "giao duc dao tao": "sectors/education/",
    "EVFTA": "trade-agreements/",
    "CPTPP": "trade-agreements/",
    "CMCN": "glossary/",
    "II.D.34": "tasks/scheme-ii-d-34/",
    # Misspelt, run together, or mixed.
    "Kawazaki": "partners/kawasaki/",
    "Yokohma": "partners/yokohama/",
    "hanquoc": "countries/kr/",
    "quangnam": "agencies/quang-nam-da-nang/",
    "swot": "background/swot/",
    "glossary": "glossary/",
    "sở ngọai vụ": "agencies/foreign-affairs/",
    "so ngoia vu": "agencies/foreign-affairs/",
    "JICA Nhật Bản": "organisations/jica/",
    '"Sở Ngoại vụ"': "agencies/foreign-affairs/",
    "sở ngoại vụ: +-*?!": "agencies/foreign-affairs/",
}
OWN = {
    "": {
        "Thỏa thuận": "agreements/",
        "thoả thuận": "agreements/",
        "thoa thuan kawasaki": "agreements/kawasaki-2007/",
        "quốc gia": "countries/",
        "nhiệm vụ": "tasks/",
        "hợp tác với Nhật Bản": "countries/jp/",
        "trung tâm tài chính và khu thương mại tự do": "background/financial-centre/",
    },
    "en/": {
        "Department of Foreign Affairs": "agencies/foreign-affairs/",
        "foreign affairs": "agencies/foreign-affairs/",
        "agreements": "agreements/",
        "cooperation with Japan": "countries/jp/",
        "Tourism": "sectors/tourism/",
        "Vientiane": "partners/vientiane/",
        "World Bank": "organisations/world-bank/",
        "wrold bank": "organisations/world-bank/",
        "Scheme 2887": "documents/scheme-2887/",
        "Agreement with Kawasaki": "agreements/kawasaki-2007/",
        "People's Committee": "agencies/peoples-committee/",
    },
}
# Words that also come with their accents decomposed, as macOS and some keyboards write them.
DECOMPOSED = ["Sở Ngoại vụ", "Đức", "Thụy Điển", "Văn hoá và Thể thao", "Borås", "hàn quốc", "Nhật ban"]
# What the box says when nothing was found, in either language.
NOTHING = re.compile("Không|No ")
FIRST = ".md-search-result__item:first-child .md-search-result__link"


@pytest.fixture(scope="module", params=["", "en/"])
def box(request, browser: Browser, address: str) -> Iterator[tuple[str, str, Page]]:
    """A page of either language with its search open and ready."""
    page = browser.new_page()
    page.goto(address + request.param)
    page.keyboard.press("/")
    ask(page, "Kawasaki")
    yield request.param, address + request.param, page
    page.close()


def empty(page: Page) -> None:
    """Clear the box and the list."""
    page.locator(".md-search__input").fill("")
    page.locator(".md-search__input").press("End")
    page.locator(".md-search-result__item").first.wait_for(state="detached")


def ask(page: Page, query: str, patience: float = 15000) -> str | None:
    """Put a query into the box; the address of the first result, or nothing."""
    empty(page)
    page.locator(".md-search__input").fill(query)
    page.locator(".md-search__input").press("End")
    nothing = page.locator(".md-search-result__meta", has_text=NOTHING)
    page.locator(".md-search-result__item").or_(nothing).first.wait_for(state="attached", timeout=patience)
    found = page.locator(FIRST).first
    return found.get_attribute("href") if found.count() else None


def is_path(found: str | None, root: str, expected: str) -> bool:
    path = (found or "").split("?")[0].split("#")[0]
    return path == root + expected


def missed(root: str, page: Page, queries: dict[str, str]) -> list[str]:
    results = {query: ask(page, query) for query in queries}
    return [
        f"{query!r}: {results[query]} instead of {expected}"
        for query, expected in queries.items()
        if not is_path(results[query], root, expected)
    ]


def test_what_is_named_comes_first(box):
    language, root, page = box
    queries = NAMES | OWN[language]
    assert len(queries) >= 60
    assert missed(root, page, queries) == []


def test_decomposed_accents_find_the_same(box):
    _, root, page = box
    queries = {unicodedata.normalize("NFD", query): NAMES.get(query, "countries/jp/") for query in DECOMPOSED}
    assert not set(queries) & set(NAMES)
    assert missed(root, page, queries) == []


def test_registers_come_after_the_records_that_they_list(box):
    _, root, page = box
    ask(page, "Kawasaki")
    links = page.locator(".md-search-result__item > .md-search-result__link").evaluate_all(
        "all => all.map(a => a.href)"
    )
    paths = [link.split("?")[0].removeprefix(root) for link in links]
    assert paths[0] == "partners/kawasaki/"
    assert "organisations/port-of-kawasaki/" in paths[:5]
    assert not {"partners/", "agreements/", "activities/", "glossary/", "conflicts/"} & set(paths[:5])


def test_what_was_searched_is_marked_whatever_its_accents(box):
    language, _, page = box
    ask(page, "so ngoai vu")
    marked = page.locator(f"{FIRST} mark").all_inner_texts()
    assert {"Sở", "Ngoại", "vụ"} <= set(marked) if language == "" else "Sở" in marked


def test_nonsense_finds_nothing_and_says_so(box):
    language, _, page = box
    assert ask(page, "xqzwvkjh") is None
    meta = page.locator(".md-search-result__meta").inner_text()
    assert ("Không" if language == "" else "No") in meta


def test_search_is_used_by_keyboard_alone_without_a_warning(browser: Browser, address: str):
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("so ngoai vu", delay=20)
    page.locator(FIRST).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/agencies/foreign-affairs/**")
    assert said == []
    page.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_index_stays_small_and_repeats_no_sources(site: Path, language: str):
    path = site / language / "search" / "entries.json"
    assert path.stat().st_size < 1_300_000
    documents = json.loads(path.read_text(encoding="utf-8"))
    assert not [
        entry for entry in documents if entry["location"].endswith("#sources") and "documents/" in entry["location"]
    ]
    assert len({entry["location"] for entry in documents}) == len(documents)
