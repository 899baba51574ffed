"""Words typed into the search box, and the page that they mean: the first result in a real Chromium."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.base.folding import fold
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from tests.built.conftest import PATIENCE

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
    "Đại Hàn": "countries/kr/",
    "dai han": "countries/kr/",
    "đai han": "countries/kr/",
    "Đức": "countries/de/",
    "duc": "countries/de/",
    "germany": "countries/de/",
    "CHLB Đức": "countries/de/",
    "chlb duc": "countries/de/",
    "Hoa Kỳ": "countries/us/",
    "Mỹ": "countries/us/",
    "USA": "countries/us/",
    "Lào": "countries/la/",
    "lao": "countries/la/",
    "Ma Cao": "countries/mo/",
    "macao": "countries/mo/",
    "Trung Quốc": "countries/cn/",
    # Agencies, with their abbreviations and former names.
    "Sở Đối ngoại": "agencies/foreign-affairs/",
    "so doi ngoai": "agencies/foreign-affairs/",
    "sở đối ngoai": "agencies/foreign-affairs/",
    "SỞ ĐỐI NGOẠI": "agencies/foreign-affairs/",
    "đối ngoại": "agencies/foreign-affairs/",
    "SĐN": "agencies/foreign-affairs/",
    "sdn": "agencies/foreign-affairs/",
    "Sở Quan hệ quốc tế": "agencies/foreign-affairs/",
    "so quan he quoc te": "agencies/foreign-affairs/",
    "Sở Lữ hành": "agencies/visitors-office/",
    "so lu hanh": "agencies/visitors-office/",
    "SLH": "agencies/visitors-office/",
    "Ban Quản lý bến cảng": "agencies/harbour-board/",
    "ban quan ly ben cang": "agencies/harbour-board/",
    "bqlbc": "agencies/harbour-board/",
    "hội đồng thành phố": "agencies/council/",
    "hdtp": "agencies/council/",
    "So Hoc vu": "agencies/school-board/",
    "xuc tien thuong mai": "agencies/trade-promotion/",
    # Partners, with former names, other spellings and other scripts.
    "Aoba": "partners/aoba/",
    "MINORI": "partners/minori/",
    "Aoba-machi": "partners/aoba/",
    "aoba machi": "partners/aoba/",
    "青葉市": "partners/aoba/",
    "Dalbit": "partners/hanbit/",
    "Nậm Say": "partners/nam-say/",
    "nam say": "partners/nam-say/",
    "Phu Viêng": "partners/phu-vieng/",
    "phu vieng": "partners/phu-vieng/",
    "Thanh Đàm": "partners/qingtan/",
    "thanh dam": "partners/qingtan/",
    "Qingtan": "partners/qingtan/",
    "neustein an der mohr": "partners/neustein/",
    "Möhr": "partners/neustein/",
    "Port de Vérité": "partners/port-verity/",
    "port-de-verite": "partners/port-verity/",
    # Organisations by name and by abbreviation.
    "KTH": "organisations/trade-house-kr/",
    "kth": "organisations/trade-house-kr/",
    "Nhà thương mại Hàn Quốc": "organisations/trade-house-kr/",
    "Quỹ Xanh": "organisations/green-fund/",
    "quy xanh": "organisations/green-fund/",
    "lãnh sự quán lào": "organisations/consulate-la/",
    "mạng lưới thành phố ven sông": "organisations/river-network/",
    # Documents, sectors, trade agreements, tasks, abbreviations.
    "41/QĐ-HĐ": "documents/outlook/",
    "41/qd-hd": "documents/outlook/",
    "nien giam 2025": "documents/yearbook-2025/",
    "165-TB/HU": "documents/old-notice/",
    "165 TB HU": "documents/old-notice/",
    "Du lịch": "sectors/tourism/",
    "du lich": "sectors/tourism/",
    "Văn hóa": "sectors/culture/",
    "Văn hoá": "sectors/culture/",
    "giao duc": "sectors/education/",
    "Hiệp định Biển": "trade-agreements/",
    "sea pact": "trade-agreements/",
    "ODA": "glossary/",
    "B.3": "tasks/outlook-b-3/",
    # Begun, misspelt, run together, or mixed.
    "Neust": "partners/neustein/",
    "Qing": "partners/qingtan/",
    "Nuestein": "partners/neustein/",
    "Hanbti": "partners/hanbit/",
    "hanquoc": "countries/kr/",
    "namsay": "partners/nam-say/",
    "swot": "background/swot/",
    "glossary": "glossary/",
    "sở đối ngọai": "agencies/foreign-affairs/",
    "so doi ngoia": "agencies/foreign-affairs/",
    "KTH Hàn Quốc": "organisations/trade-house-kr/",
    '"Sở Đối ngoại"': "agencies/foreign-affairs/",
    "sở đối ngoại: +-*?!": "agencies/foreign-affairs/",
}
OWN = {
    "": {
        "Thỏa thuận": "agreements/",
        "thoả thuận": "agreements/",
        "thoa thuan minori": "agreements/minori-2018/",
        "quốc gia": "countries/",
        "nhiệm vụ": "tasks/",
        "hợp tác với Nhật Bản": "countries/jp/",
        "trung tâm tài chính và khu thương mại tự do": "background/financial-centre/",
        "Đề án": "documents/outlook/",
    },
    "en/": {
        "Department of External Relations": "agencies/foreign-affairs/",
        "external relations": "agencies/foreign-affairs/",
        "agreements": "agreements/",
        "cooperation with Japan": "countries/jp/",
        "Tourism": "sectors/tourism/",
        "Harbour Board": "agencies/harbour-board/",
        "Green Fund": "organisations/green-fund/",
        "geren fund": "organisations/green-fund/",
        "Korea Trade House": "organisations/trade-house-kr/",
        "outlook to 2030": "plans/outlook/",
        "Agreement with Qingtan": "agreements/qingtan-2006/",
        "City Council": "agencies/council/",
    },
}
# Everyday words and commands, each in the language of the page and of the other, with the place that they mean.
SHORTCUTS = {
    "quá hạn": "tasks/?status=overdue",
    "qua han": "tasks/?status=overdue",
    "overdue": "tasks/?status=overdue",
    "deadline": "tasks/",
    "thời hạn": "tasks/",
    "tải Excel": "open-data/#all",
    "tai excel": "open-data/#all",
    "download Excel": "open-data/#all",
    "trích dẫn": "open-data/#licence",
    "cite": "open-data/#licence",
    "API": "open-data/#api",
    "ưu đãi": "invest/",
    "uu dai": "invest/",
    "incentives": "invest/",
    "theo dõi": "follow/",
    "đăng ký nhận tin": "follow/",
    "nhận thông báo": "follow/",
    "follow": "follow/",
    "subscribe": "follow/",
    "RSS": "follow/",
    "lịch": "follow/",
    "calendar": "follow/",
    "báo cáo tiến độ": "contribute/progress/",
    "report progress": "contribute/progress/",
}
# As keyboards, phones, clipboards and PDFs write what stands above.
WRITTEN_OTHERWISE = {
    "Ðại Hàn": "countries/kr/",
    "Ɖức": "countries/de/",
    "Nhật\u00a0Bản": "countries/jp/",
    "Nhật\u2009Bản": "countries/jp/",
    "Nhậ\u00adt Bản": "countries/jp/",
    "ＪＡＰＡＮ": "countries/jp/",
    "“Nhật Bản”": "countries/jp/",
    "Ｈàn Quốc": "countries/kr/",
    "Аoba": "partners/aoba/",  # the first letter is Cyrillic
    "Aoba‑machi": "partners/aoba/",
    "41/QĐ–HĐ": "documents/outlook/",
    "Quỹ\u200b Xanh": "organisations/green-fund/",
}
# Words that also come with their accents decomposed, as macOS and some keyboards write them.
DECOMPOSED = ["Sở Đối ngoại", "Đức", "Nậm Say", "Văn hoá", "Möhr", "hàn quốc", "nhật ban"]
# What the box says when nothing was found, in either language.
NOTHING = re.compile("Không|No ")
FIRST = ".md-search-result__item:first-child .md-search-result__link"


@pytest.fixture(scope="module", params=["", "en/"])
def box(request, browser: Browser, address: str) -> Iterator[tuple[str, str, Page]]:
    """A page of either language with its search open and ready."""
    page = browser.new_page()
    open_search(page, address + request.param)
    yield request.param, address + request.param, page
    page.close()


def open_search(page: Page, address: str) -> None:
    """Open the search of a page and ask once: before that, the box may say for a moment that nothing was found."""
    page.goto(address)
    page.keyboard.press("/")
    ask(page, "Aoba")


def empty(page: Page) -> None:
    """Clear the box and the list."""
    page.locator(".md-search__input").fill("")
    page.locator(".md-search__input").press("End")
    page.locator(".md-search-result__item").first.wait_for(state="detached")


def ask(page: Page, query: str, patience: float = PATIENCE) -> str | None:
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
    assert missed(root, page, queries) == []


def test_decomposed_accents_find_the_same(box):
    _, root, page = box
    queries = {unicodedata.normalize("NFD", query): NAMES[query] for query in DECOMPOSED}
    assert not set(queries) & set(NAMES)
    assert missed(root, page, queries) == []


def test_everyday_words_and_commands_lead_to_what_they_mean(box):
    _, root, page = box
    found = {query: without_words(ask(page, query)) for query in SHORTCUTS}
    assert found == {query: root + place for query, place in SHORTCUTS.items()}


def without_words(found: str | None) -> str:
    """An address without the words to highlight that the theme adds."""
    return re.sub(r"[?&]h=[^#]*", "", found or "")


def test_a_phrase_finds_the_same_however_it_was_written(box):
    _, root, page = box
    assert missed(root, page, WRITTEN_OTHERWISE) == []


def test_accents_that_were_typed_come_first(box):
    """Hạn, a time limit, is not Hàn, a country; without accents both are meant."""
    _, root, page = box
    ask(page, "hạn")
    titles = page.locator(".md-search-result__item h1").all_inner_texts()
    accented = ["hạn" in title.lower() for title in titles if "hàn" in title.lower() or "hạn" in title.lower()]
    assert accented == sorted(accented, reverse=True)
    assert is_path(ask(page, "hàn"), root, "countries/kr/")
    assert is_path(ask(page, "han"), root, "countries/kr/") or "han" in (ask(page, "han") or "")


def test_each_hit_says_its_kind_and_agreements_and_tasks_their_status(box):
    language, _, page = box
    words = texts("en" if language else "vi")
    ask(page, "thoa thuan minori" if language == "" else "Agreement with Minori")
    tags = page.locator(".md-search-result__item").first.locator(".md-tag").all_inner_texts()
    assert tags[0] == words["search"]["kinds"]["agreement"]
    assert tags[1] in words["agreement_status"].values()
    ask(page, "Aoba")
    assert page.locator(".md-search-result__item").first.locator(".md-tag").all_inner_texts() == [
        words["search"]["kinds"]["partner"]
    ]


def test_five_hits_are_seen_on_a_desktop(browser: Browser, address: str):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    open_search(page, address)
    ask(page, "du lịch")
    frame = page.locator(".md-search__scrollwrap").bounding_box()
    assert frame is not None
    ends = page.locator(".md-search-result__item").evaluate_all("all => all.map(e => e.getBoundingClientRect().bottom)")
    assert sum(end <= frame["y"] + frame["height"] for end in ends) >= 5
    page.close()


@pytest.fixture(scope="module")
def real_names(real_catalogue: Catalogue) -> dict[str, dict[str, set[str]]]:
    """Of each kind, the names without accents, each with the pages of all records of that name, whatever their kind."""
    pages: dict[str, set[str]] = {}
    names: dict[str, dict[str, set[str]]] = {}
    for kind in ("countries", "agencies", "partners", "organisations", "sectors"):
        for item, record in getattr(real_catalogue, kind).items():
            name = fold(record.record.name.vi)
            pages.setdefault(name, set()).add(f"{kind}/{item}/")
            names.setdefault(kind, {})[name] = pages[name]
    return names


@pytest.mark.parametrize("kind", ["countries", "agencies", "partners", "organisations"])
def test_each_real_record_comes_first_when_its_name_is_typed_without_accents(
    kind: str, browser: Browser, real_address: str, real_names: dict[str, dict[str, set[str]]]
):
    page = browser.new_page()
    open_search(page, real_address)
    found = {name: ask(page, name) for name in real_names[kind]}
    page.close()
    wrong = {
        name: address
        for name, address in found.items()
        if not any(is_path(address, real_address, path) for path in real_names[kind][name])
    }
    assert wrong == {}


def test_registers_come_after_the_records_that_they_list(box):
    _, root, page = box
    ask(page, "Lào")
    links = page.locator(".md-search-result__item > .md-search-result__link").evaluate_all(
        "all => all.map(a => a.href)"
    )
    paths = [link.split("?")[0].removeprefix(root) for link in links]
    assert paths[0] == "countries/la/"
    assert "organisations/consulate-la/" in paths[:5]
    assert not {"countries/", "partners/", "agreements/", "activities/", "glossary/", "conflicts/"} & set(paths[:5])


def test_what_was_searched_is_marked_whatever_its_accents(box):
    language, _, page = box
    ask(page, "so doi ngoai")
    marked = page.locator(f"{FIRST} mark").all_inner_texts()
    assert {"Sở", "Đối", "ngoại"} <= set(marked) if language == "" else "Sở" in marked


def test_nonsense_finds_nothing_and_says_so(box):
    language, _, page = box
    assert ask(page, "xqzwvkjh") is None
    meta = page.locator(".md-search-result__meta").inner_text()
    assert ("Không" if language == "" else "No") in meta


def test_the_query_is_cleared_by_the_mouse(box):
    _, _, page = box
    ask(page, "Aoba")
    page.locator(".md-search__form button[type=reset]").click()
    expect(page.locator(".md-search__input")).to_have_value("")


def test_search_is_used_by_keyboard_alone_without_a_warning(browser: Browser, address: str):
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("so doi ngoai", delay=20)
    page.locator(FIRST).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/agencies/foreign-affairs/**")
    assert said == []
    page.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_index_names_each_place_once_and_repeats_no_sources(site: Path, language: str):
    documents = json.loads((site / language / "search" / "entries.json").read_text(encoding="utf-8"))
    assert not [
        entry for entry in documents if entry["location"].endswith("#sources") and "documents/" in entry["location"]
    ]
    assert len({entry["location"] for entry in documents}) == len(documents)


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_index_is_smaller_than_the_pages_that_it_finds(real_site: Path, language: str):
    root = real_site / language
    entries = root / "search" / "entries.json"
    pages = {re.split("[?#]", entry["location"])[0] for entry in json.loads(entries.read_text(encoding="utf-8"))}
    fifth = sum((root / page / "index.html").stat().st_size for page in pages) / 5
    assert entries.stat().st_size < fifth
