"""The foot of every page: edit, report an error, the same facts as files, how to cite, the licence."""

from __future__ import annotations

from itertools import filterfalse
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import lxml.html
import pytest
import yaml
from playwright.sync_api import Browser, Page
from pybtex.database import parse_string

from tests.built.kinds import NOT_FOUND, PAGES, ROOTS, is_bare
from tests.conftest import PROJECT

SITE = "https://example.org/danang/"
REPOSITORY = "https://github.com/example/danang"
FORM = PROJECT / ".github" / "ISSUE_TEMPLATE" / "correction.yml"


def foot(site: Path, path: str) -> lxml.html.HtmlElement:
    tree = lxml.html.document_fromstring((site / path / "index.html").read_text(encoding="utf-8"))
    (found,) = tree.xpath("//article/footer[@class='page-foot']")
    return found


def links(element: lxml.html.HtmlElement) -> dict[str, str]:
    return {a.text_content(): a.get("href") for a in element.xpath(".//nav//a")}


def form_fields() -> dict[str, dict[str, Any]]:
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    return {part["id"]: part for part in form["body"] if "id" in part}


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_offers_a_report_that_names_it(path: str, root: str, site: Path):
    address = links(foot(site, root + path))["Report an error" if root else "Báo lỗi"]
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{REPOSITORY}/issues/new"
    filled = {name: values[0] for name, values in parse_qs(parts.query, strict_parsing=True).items()}
    assert filled.pop("template") == FORM.name
    assert filled.pop("title")
    assert filled["page"] == SITE + root + path
    assert set(filled) <= set(form_fields())


def test_a_report_names_the_record(site: Path):
    address = links(foot(site, "en/agreements/aoba-2010"))["Report an error"]
    assert parse_qs(urlsplit(address).query)["record"] == ["agreement/aoba-2010"]


def test_the_form_asks_in_both_languages_for_what_is_wrong_and_for_a_source():
    form = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    assert set(form) <= {"name", "description", "title", "labels", "body"}
    for part in form["body"]:
        assert part["type"] in {"markdown", "input", "textarea", "dropdown"}
        if part["type"] == "markdown":
            continue
        assert " · " in part["attributes"]["label"], part
        assert len({p["attributes"]["label"] for p in form["body"] if "id" in p}) == len(form_fields())
    required = {name for name, part in form_fields().items() if part.get("validations", {}).get("required")}
    assert required == {"page", "wrong", "source"}


@pytest.mark.parametrize(
    ("path", "words", "file"),
    [
        ("en/partners/aoba/", "Edit this record", "data/partners.yaml"),
        ("en/partners/", "Edit this list", "data/partners.yaml"),
        ("en/issuers/", "Edit this list", "data/documents.yaml"),
        ("about/", "Sửa trang này", "docs/vi/about.md"),
        ("en/background/goals/", "Edit this page", "docs/en/background/goals.md"),
        ("en/", "Edit this page", "docs/en/index.md"),
    ],
)
def test_editing_leads_to_the_file_that_holds_it(path: str, words: str, file: str, site: Path):
    address = links(foot(site, path))[words]
    assert address.partition("#")[0] == f"{REPOSITORY}/edit/main/{file}"
    assert (PROJECT / file).is_file()


def test_pages_that_follow_from_all_records_offer_nothing_to_edit(site: Path):
    for path in ("timeline/", "data-quality/"):
        assert not [name for name in links(foot(site, path)) if name.startswith("Sửa")]


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_how_to_cite_it(path: str, root: str, site: Path):
    box = foot(site, root + path)
    (citation,) = box.xpath(".//details[@class='cite-page']/p[not(@class)]/text()")
    heading = " ".join(box.getroottree().xpath("string(//h1)").split())
    for part in (heading, SITE + root + path, "21 November 2026" if root else "21/11/2026", "CC BY 4.0"):
        assert part in citation
    (entry,) = parse_string(box.xpath("string(.//pre)"), "bibtex").entries.values()
    assert entry.fields["url"] == SITE + root + path
    assert entry.fields["year"] == "2026"


def test_entries_have_keys_of_their_own(site: Path):
    keys = [foot(site, root + path).xpath("string(.//pre)").partition(",")[0] for root in ROOTS for path in PAGES]
    assert len(set(keys)) == len(keys)


def test_every_page_states_the_licence_of_the_data(site: Path):
    for path in filterfalse(is_bare, site.rglob("index.html")):
        found = foot(site, path.parent.relative_to(site).as_posix()).xpath(".//a[@rel='license']")
        assert [(a.text, a.get("href")) for a in found] == [
            ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
        ], path


def test_files_offered_at_the_foot_are_there(site: Path):
    offered = set()
    for path in filterfalse(is_bare, site.rglob("index.html")):
        page = path.parent.relative_to(site).as_posix()
        for name, address in links(foot(site, page)).items():
            if urlsplit(address).scheme:
                continue
            offered.add(name)
            file = urlsplit(urljoin(f"https://x/{page}/".replace("/./", "/"), address)).path.lstrip("/")
            assert (site / file).is_file(), (page, address)
    names = {name.partition(":")[0] for name in offered}
    assert {"Markdown", "JSON", "CSV", "Feed (Atom)", "Calendar (ICS)", "Luồng tin (Atom)", "Lịch (ICS)"} <= names


@pytest.mark.parametrize(
    ("path", "json_file", "csv_file"),
    [
        ("en/agreements/aoba-2010/", "api/v1/agreements/aoba-2010.json", "en/data/agreements.csv"),
        ("agreements/", "api/v1/agreements.json", "data/agreements.csv"),
        ("issuers/", "api/v1/documents.json", "data/documents.csv"),
    ],
)
def test_a_page_offers_its_record_or_its_list_as_files(path: str, json_file: str, csv_file: str, site: Path):
    found = {name: (site / path / address).resolve() for name, address in links(foot(site, path)).items()}
    assert found["JSON"] == (site / json_file).resolve()
    assert found["CSV"] == (site / csv_file).resolve()


@pytest.mark.parametrize(
    ("path", "feed", "calendar"),
    [
        ("en/countries/jp/", "en/feeds/countries/jp.xml", "en/calendars/countries/jp.ics"),
        ("agencies/visitors-office/", "feeds/agencies/visitors-office.xml", "calendars/agencies/visitors-office.ics"),
        ("partners/aoba/", "feeds/partners/aoba.xml", "calendars/partners/aoba.ics"),
        # What has none of its own offers that of its partner or country, or of everything.
        ("en/agreements/aoba-2010/", "en/feeds/partners/aoba.xml", "en/calendars/partners/aoba.ics"),
        ("sectors/tourism/", "feeds/sectors/tourism.xml", "calendars/all.ics"),
        ("en/tasks/", "en/feeds/all.xml", "en/calendars/all.ics"),
        ("", "feeds/all.xml", "calendars/all.ics"),
    ],
)
def test_a_page_offers_the_nearest_feed_and_calendar(path: str, feed: str, calendar: str, site: Path):
    types = {a.get("type"): a.get("href") for a in foot(site, path).xpath(".//nav//a[@type]")}
    assert (site / path / types["application/atom+xml"]).resolve() == (site / feed).resolve()
    assert (site / path / types["text/calendar"]).resolve() == (site / calendar).resolve()


def test_without_a_repository_nothing_leads_to_one(project_copy: Path, build, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("REPO_URL")
    assert build(project_copy).returncode == 0
    found = foot(project_copy / "site", "en/partners/sakai")
    assert list(links(found)) == ["JSON", "CSV", "Markdown", "Feed (Atom)", "Calendar (ICS)"]
    assert "data/partners.yaml" in found.text_content()


def test_the_page_for_missing_addresses_has_no_foot(site: Path):
    assert "page-foot" not in (site / NOT_FOUND).read_text(encoding="utf-8")


def test_the_foot_works_by_keyboard_and_asks_no_other_host(watched: tuple[Page, list[str]], address: str):
    page, wrong = watched
    page.goto(f"{address}en/partners/aoba/")
    summary = page.locator(".cite-page summary")
    summary.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert not page.locator(".cite-page pre").is_visible()
    page.keyboard.press("Enter")
    page.locator(".cite-page pre").wait_for(state="visible")
    assert wrong == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_foot_is_never_wider_than_the_screen(width: int, address: str, browser: Browser):
    context = browser.new_context(viewport={"width": width, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}tasks/outlook-b-3/")
    page.locator(".cite-page summary").click()
    for part in page.locator(".page-foot *").all():
        box = part.bounding_box()
        assert box is None or box["x"] + box["width"] <= width + 1
    context.close()


def test_paper_has_the_citation_and_the_licence_but_no_links_to_press(address: str, browser: Browser):
    page = browser.new_page()
    page.goto(f"{address}en/partners/aoba/")
    page.emulate_media(media="print")
    assert not page.locator(".page-foot nav").is_visible()
    assert not page.locator(".cite-page pre").is_visible()
    text = page.locator(".page-foot").inner_text()
    for part in (f"{SITE}en/partners/aoba/", "21 November 2026", "CC BY 4.0"):
        assert part in text
    page.close()
