"""The page on which readers choose what to follow: lists of links, and files that are made in the browser."""

from __future__ import annotations

from pathlib import Path

import icalendar
import listparser
import lxml.html
import pytest
from playwright.sync_api import Page

PAGES = ["follow/", "en/follow/"]


def lines(site: Path, path: str) -> list[lxml.html.HtmlElement]:
    opened = lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))
    return list(opened.xpath("//ul[@class='follow-list']/li"))


@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_every_feed_and_calendar_is_a_link(path: str, site: Path):
    links = [link for line in lines(site, path) for link in line.xpath("./a[position()>1]/@href")]
    linked = {(site / path / link).resolve() for link in links}
    root = site / path.removesuffix("follow/")
    moved = {"feeds": set(root.glob("feeds/**/*.xml")), "calendars": set(root.glob("calendars/**/*.ics"))}
    # Files at former ids are for those who follow them already.
    assert linked <= set.union(*moved.values())
    assert all(file.is_file() for file in linked)
    for folder in ("partners", "tasks", "countries", "agencies"):
        pages = {
            page.parent.name for page in root.glob(f"{folder}/*/index.html") if b"refresh" not in page.read_bytes()
        }
        named = {file.stem for file in linked if file.parent.name == folder}
        assert named
        assert named <= pages


def choose(page: Page, address: str, path: str, *records: str) -> None:
    page.goto(address + path)
    for record in records:
        page.evaluate("for (const list of document.querySelectorAll('details:has(.follow-list)')) list.open = true")
        page.locator(f".follow-list li:has(a[href$='{record}/']) input").check()


@pytest.mark.parametrize("path", PAGES)
def test_chosen_calendars_become_one_with_each_event_once(
    path: str, site: Path, watched: tuple[Page, list[str]], address: str
):
    page, wrong = watched
    choose(page, address, path, "partners/hanbit", "countries/kr")
    with page.expect_download() as download:
        page.locator("[data-action=ics]").click()
    assert wrong == []
    made = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes())
    folder = site / path.replace("follow/", "calendars")
    uids = [
        {str(event["uid"]) for event in icalendar.Calendar.from_ical((folder / name).read_bytes()).walk("VEVENT")}
        for name in ("partners/hanbit.ics", "countries/kr.ics")
    ]
    found = [str(event["uid"]) for event in made.walk("VEVENT")]
    assert uids[0]
    assert sorted(found) == sorted(uids[0] | uids[1])
    # It is a copy, which programs must not ask for again.
    assert not {"SOURCE", "REFRESH-INTERVAL", "UID"} & set(made)
    assert made["version"] == "2.0"


def test_chosen_feeds_become_an_outline_that_readers_import(watched: tuple[Page, list[str]], address: str):
    page, wrong = watched
    choose(page, address, "follow/", "sectors/tourism", "tasks/quay-1-2")
    with page.expect_download() as download:
        page.locator("[data-action=opml]").click()
    assert wrong == []
    outline = listparser.parse(Path(download.value.path()).read_text(encoding="utf-8"))
    assert not outline.bozo
    assert [feed.url.removeprefix(address) for feed in outline.feeds] == [
        "feeds/sectors/tourism.xml",
        "feeds/tasks/quay-1-2.xml",
    ]
    assert all(feed.title for feed in outline.feeds)


def test_words_narrow_the_lists_and_the_choice_is_kept(watched: tuple[Page, list[str]], address: str):
    page, _ = watched
    choose(page, address, "follow/", "partners/hanbit")
    page.locator("#follow-text").fill("HANBIT")
    shown = page.locator(".follow-list li:visible")
    assert shown.count() < page.locator(".follow-list li").count()
    assert "Hanbit" in (shown.first.text_content() or "")
    page.reload()
    assert page.locator(".follow-list input:checked").count() == 1
