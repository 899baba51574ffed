"""The questions that readers come with, walked from the home page by clicks: how many, and where the answer stands.

The questions are those of a reading of the site in November 2026. Places are measured on the whole page, in pixels from
its top (in the window, for a click that leads to a section), so a screen of a desktop is 900 and one of a phone 780.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, ViewportSize

from tests.built.conftest import Tab

ROOTS = ["", "en/"]
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 780}


@dataclass(frozen=True)
class Walk:
    """A question with its way.

    Attributes:
        question: the reader's.
        clicks: the ends of the addresses that are clicked, one after the other.
        answer: what answers it on the last page.
        within: the place, in pixels, before which the answer begins on a desktop.
        phone: the same on a phone; None where the question is not one of phones.
    """

    question: str
    clicks: tuple[str, ...]
    answer: str
    within: int
    phone: int | None = None


WALKS = [
    Walk(
        "Which Japanese partners, still valid?", ("countries/", "countries/jp/"), "article .agreement-strip", 900, 1560
    ),
    Walk("What was signed since 2020?", ("agreements/", "?year=2020-&year=none"), "article tbody tr", 620),
    Walk("Which tasks are overdue?", ("tasks/?status=overdue",), "article tbody tr time", 620, 780),
    Walk("Who answers for those that are overdue?", ("tasks/?status=overdue",), "article td a[href*='agencies/']", 620),
    Walk("What changed this month?", (), "article a[href*='agreements/minori-2026/']", 780, 1560),
    Walk("Where do the city's numbers disagree?", ("conflicts/",), "article h2, article h3", 620, 780),
    Walk("Incentives, financial centre?", ("invest/",), "article a[href*='financial-centre']", 620, 780),
    Walk("Who leads the sector?", ("invest/",), "article a[href*='agencies/harbour-board']", 1800),
    Walk("What does the city want from German investors?", ("invest/", "countries/de/"), "#cooperation", 900, 1560),
    Walk(
        "Which sectors have tasks under way?", ("sectors/",), "article .under-way a[href*='sector=tourism']", 450, 620
    ),
    Walk(
        "And which tasks are these?",
        ("sectors/", "sector=tourism&status=in-progress"),
        "article tbody a[href*='tasks/outlook-b-1/']",
        620,
        780,
    ),
    Walk(
        "How does an agency report?",
        ("agencies/", "agencies/visitors-office/"),
        "a[href*='progress/?agency']",
        450,
        780,
    ),
    Walk(
        "What is overdue for an agency?",
        ("agencies/", "agencies/visitors-office/"),
        "a[href*='status=overdue']",
        450,
        780,
    ),
    Walk("They come tomorrow: one page?", ("partners/aoba/",), "article a[href$='partners/aoba.docx']", 620, 780),
    Walk("All of it in Excel?", ("open-data/",), "article a[href$='.xlsx']", 620, 780),
    Walk("Cite this?", ("open-data/", "#licence"), "#licence", 620),
    Walk("The API?", ("open-data/", "#api"), "#api", 620),
]


def walk(page: Page, home: str, clicks: tuple[str, ...]) -> None:
    """Go from the home page by clicks, each on a link that can be seen."""
    page.goto(home)
    for address in clicks:
        follow = page.locator(f"main a[href$='{address}']:visible, header a[href$='{address}']:visible").or_(
            page.locator(f"footer a[href$='{address}']:visible")
        )
        follow.first.click()
        page.wait_for_url(re.compile(re.escape(address)))
        if page.locator("[data-register]").count():
            page.locator(".browse--ready").wait_for()


def place(answer: Locator, *, in_window: bool) -> float:
    """The place at which an answer begins."""
    answer.wait_for()
    return float(answer.evaluate(f"e => e.getBoundingClientRect().top + {'0' if in_window else 'scrollY'}"))


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("one", WALKS, ids=lambda one: one.question)
def test_a_question_is_answered_within_two_clicks_and_near_the_top(one: Walk, root: str, tab: Tab, address: str):
    assert len(one.clicks) <= 2
    for screen, within in ((DESKTOP, one.within), (PHONE, one.phone)):
        if within is None:
            continue
        with tab.lent() as (page, _):
            page.set_viewport_size(screen)
            walk(page, address + root, one.clicks)
            answer = page.locator(f"{one.answer} >> visible=true").first
            found = place(answer, in_window="#" in "".join(one.clicks[-1:]))
        assert 0 <= found <= within, (screen["width"], one.clicks)
