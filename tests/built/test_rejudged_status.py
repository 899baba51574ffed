"""A page that is read later than it was built says what holds on the reader's day. The clock is faked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.base.words import texts
from scripts.browser import served
from tests.built.conftest import Quiet, forget
from tests.conftest import TOWN, built, copy_project

BUILT = "2026-11-21"
# A partner with an agreement whose last day is known, and one that is said to last until 2027, no more.
PARTNER = """
- id: somewhere
  kind: city
  country: jp
  name:
    vi: Somewhere
    en: Somewhere
  agreements:
    - id: somewhere-2023
      instrument: agreement
      signatory: council
      signed: 2023-02-01
      term:
        kind: until
        until: 2027
      sources:
        - document: outlook
          locator: dòng 1
    - id: somewhere-2024
      instrument: agreement
      signatory: council
      signed: 2024-12-01
      term:
        kind: until
        until: 2026-12-01
      sources:
        - document: outlook
          locator: dòng 1
  sources:
    - document: outlook
      locator: dòng 1
"""
UNTIL_2027 = "agreements/somewhere-2023/"
WORDS = {
    "": {
        "in-force": "Đang hiệu lực",
        "unknown": "Chưa rõ",
        "expired": "Hết hiệu lực",
        "built": texts("vi")["foot"]["rejudged"].format(date="21/11/2026"),
        "old": "hơn 45 ngày",
        "today": "01/01/2028",
    },
    "en/": {
        "in-force": "In force",
        "unknown": "Unclear",
        "expired": "Expired",
        "built": texts("en")["foot"]["rejudged"].format(date="21 November 2026"),
        "old": "more than 45 days",
        "today": "1 January 2028",
    },
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The invented city with the partner."""
    root = copy_project(tmp_path_factory.mktemp("dated") / "project", TOWN / "data")
    with (root / "data" / "partners.yaml").open("a", encoding="utf-8") as file:
        file.write(PARTNER)
    with served(built(root, root / "site"), Quiet) as found:
        yield found


@pytest.fixture(scope="module")
def abroad(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(timezone_id="America/New_York")
    yield context
    context.close()


@pytest.fixture
def read_on(abroad: BrowserContext):
    """Open an address with a browser whose clock stands still at a moment, anywhere in the world."""
    pages = []

    def opened(address: str, moment: str) -> Page:
        page = abroad.new_page()
        pages.append(page)
        page.clock.set_fixed_time(moment)
        page.goto(address, wait_until="load")
        return page

    yield opened
    for page in pages:
        forget(page)


@pytest.mark.parametrize("root", WORDS)
def test_on_the_day_of_the_build_nothing_is_added(root: str, address: str, read_on):
    page = read_on(address + root + UNTIL_2027, f"{BUILT}T05:00:00Z")
    assert page.locator(".lead .status").inner_text() == WORDS[root]["in-force"]
    assert not page.locator(".rejudged").is_visible()


@pytest.mark.parametrize("root", WORDS)
@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("2026-12-01T05:00:00Z", "in-force"),
        ("2027-06-30T05:00:00Z", "unknown"),
        # Still 2027 in New York and London, but not in Da Nang.
        ("2027-12-31T16:59:00Z", "unknown"),
        ("2027-12-31T17:01:00Z", "expired"),
    ],
)
def test_a_status_follows_the_day_in_viet_nam(root: str, moment: str, status: str, address: str, read_on):
    page = read_on(address + root + UNTIL_2027, moment)
    badge = page.locator(".lead .status")
    assert badge.inner_text() == WORDS[root][status]
    assert badge.get_attribute("class") == f"status status--{status}"
    assert WORDS[root]["built"] in page.locator(".rejudged__statuses").inner_text()


@pytest.mark.parametrize("root", WORDS)
def test_registers_and_counts_follow_too(root: str, address: str, read_on):
    page = read_on(f"{address}{root}agreements/", "2027-12-31T17:01:00Z")
    words = WORDS[root]
    statuses = page.locator("table.register .status").all_inner_texts()
    tally = page.locator(".browse-quick li").all_inner_texts()
    for status in ("in-force", "unknown", "expired"):
        assert f"{words[status]} {statuses.count(words[status])}" in tally
    assert page.locator(".rejudged time").inner_text() == words["today"]
    country = read_on(f"{address}{root}countries/jp/", "2027-12-31T17:01:00Z")
    left = country.locator("table.relations .status--in-force").count()
    assert f"{left} {words['in-force'].lower()}" in country.locator("p.lead").inner_text()


@pytest.mark.parametrize("root", WORDS)
def test_an_old_build_says_that_it_is_old(root: str, address: str, read_on):
    for path in ("about/", UNTIL_2027):
        young = read_on(address + root + path, "2027-01-05T05:00:00Z")  # 45 days
        assert not young.locator(".rejudged__old").is_visible()
        old = read_on(address + root + path, "2027-01-06T05:00:00Z")
        assert WORDS[root]["old"] in old.locator(".rejudged__old").inner_text()


def test_a_clock_that_runs_behind_changes_nothing(address: str, read_on):
    page = read_on(address + UNTIL_2027, "2001-01-01T00:00:00Z")
    assert page.locator(".lead .status").inner_text() == "Đang hiệu lực"
    assert not page.locator(".rejudged").is_visible()


def test_the_days_left_are_counted_from_the_readers_day(address: str, read_on):
    for root, words in (
        ("", ["Còn 10 ngày.", "Còn 1 ngày.", "Còn 0 ngày.", None]),
        ("en/", ["10 days left.", "1 day left.", "0 days left.", None]),
    ):
        for day, text in zip(("2026-11-21", "2026-11-30", "2026-12-01", "2026-12-02"), words, strict=True):
            page = read_on(f"{address}{root}agreements/somewhere-2024/", f"{day}T05:00:00Z")
            left = page.locator(".days-left")
            assert left.is_visible() == (text is not None)
            if text is not None:
                assert left.inner_text() == text
            expired = page.locator(".lead .status--expired").count()
            assert expired == (text is None)
