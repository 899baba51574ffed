from __future__ import annotations

from typing import Any

import pytest

from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.records.kinds import KINDS
from macros.views import addresses
from macros.views.page_list import pages


def records(small: Catalogue) -> list[tuple[str, Any]]:
    """Every record that the API lists, with its kind."""
    return [(kind.singular, item) for kind in KINDS if kind.published for item in small.of_kind(kind.singular).values()]


def test_every_record_is_seen_on_a_page_that_there_is(small: Catalogue):
    there = {page.url for page in pages(small, "en")}
    seen = {kind: addresses.record(kind, item) for kind, item in records(small)}
    assert seen.keys() == {kind.singular for kind in KINDS if kind.published}
    assert {address.partition("#")[0] for address in seen.values()} <= there


@pytest.mark.parametrize(
    ("kind", "name", "address"),
    [
        ("country", "jp", "countries/jp/"),
        ("agreement", "sakai-2009", "agreements/sakai-2009/"),
        ("task-group", "scheme-i", "task-groups/scheme-i/"),
        ("activity", "sakai-1", "activities/#sakai-1"),
        ("trade-agreement", "cptpp", "trade-agreements/#cptpp"),
        ("conflict", "sakai-signing", "conflicts/#sakai-signing"),
        ("glossary", "oda", "glossary/"),
        ("place", "sakai", "partners/"),
        ("cooperation", "jp-priority-1", "countries/jp/#jp-priority-1"),
    ],
)
def test_a_record_is_seen_on_its_page_in_a_list_or_with_another(kind: str, name: str, address: str, small: Catalogue):
    assert addresses.record(kind, small.of_kind(kind)[name]) == address


def test_pages_about_no_record_have_addresses_too():
    assert addresses.page("report", "2026-q4") == "reports/2026-q4/"
    assert addresses.page("changes-year", "2026") == "changes/2026/"
    assert addresses.page("record-form", "event") == "contribute/record/event/"
    assert addresses.index("data") == "open-data/"
    assert addresses.index("method") == "method/"


def test_every_kind_whose_changes_are_told_has_a_list_to_lead_to(small: Catalogue):
    there = {page.url for page in pages(small, "en") if not page.record}
    assert {addresses.index(kind.singular) for kind in KINDS if kind.remembered} <= there
    assert addresses.index("plan") == addresses.index("task")


@pytest.mark.parametrize(("path", "other"), [("", "en/"), ("tasks/", "en/tasks/"), ("enterprise/", "en/enterprise/")])
def test_a_page_has_the_same_path_in_both_languages(path: str, other: str):
    assert addresses.in_languages(path) == {"vi": path, "en": other}
    assert [addresses.language(path), addresses.language(other)] == list(LANGS)
    assert [addresses.other_language(path), addresses.other_language(other)] == [other, path]


def test_absolute_addresses_begin_where_the_site_is_published(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/danang")
    assert addresses.absolute("data/tasks.csv") == "https://example.org/danang/data/tasks.csv"
    assert addresses.absolute("tasks/", "vi") == "https://example.org/danang/tasks/"
    assert addresses.absolute("tasks/", "en") == "https://example.org/danang/en/tasks/"


def test_relative_links_lead_up_and_never_are_empty():
    assert addresses.up(2) == "../../"
    assert addresses.up(0) == "./"


def test_feeds_and_calendars_lie_below_the_root_of_their_language():
    assert addresses.feed("", "", "vi") == "feeds/all.xml"
    assert addresses.feed("sector", "tourism", "en") == "en/feeds/sectors/tourism.xml"
    assert addresses.calendar("", "", "en") == "en/calendars/all.ics"
    assert addresses.calendar("agency", "foreign-affairs", "vi") == "calendars/agencies/foreign-affairs.ics"


def test_what_is_not_published_has_no_address():
    assert addresses.feed("document", "scheme-2887", "vi") is None
    assert addresses.calendar("sector", "tourism", "vi") is None
    assert addresses.record_json("task-group", "scheme-i") is None
    assert addresses.table("timeline", "vi") is None


def test_records_and_tables_are_named_after_their_list():
    assert addresses.record_json("agreement", "sakai-2009") == "api/v1/agreements/sakai-2009.json"
    assert addresses.record_json("country", "jp") == "api/v1/countries/JP.json"
    assert addresses.list_json("cooperation") == "api/v1/cooperation.json"
    assert addresses.table("task", "vi") == "data/tasks.csv"
    assert addresses.table("task", "en") == "en/data/tasks.csv"


@pytest.mark.parametrize("lang", LANGS)
def test_files_of_the_whole_data_set_lie_beside_its_tables(lang: Any):
    folder = addresses.data_folder(lang)
    assert folder == addresses.in_language("data/", lang)
    files = [addresses.workbook(lang), addresses.data_package(lang), addresses.table_group(lang)]
    files += [addresses.archive(lang), addresses.archive_checksum(lang)]
    assert len(set(files)) == len(files)
    assert all(file.startswith(folder) and "/" not in file.removeprefix(folder) for file in files)


def test_ids_for_programs_do_not_follow_the_address_of_the_site(monkeypatch: pytest.MonkeyPatch):
    before = addresses.lasting_id("task/scheme-i-1/due")
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    assert addresses.lasting_id("task/scheme-i-1/due") == before
    assert addresses.lasting_id("task/scheme-i-2/due") != before
