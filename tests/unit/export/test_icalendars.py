"""The calendars, read by two public libraries and held against the records."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from macros.base.dates import PartialDate
from macros.base.languages import LANGS
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds import icalendars
from macros.export.feeds.due_dates import Due
from macros.records.check.rules import check
from macros.records.history.changes import Change, History
from macros.views import addresses
from tests.edits import edit

SITE = "https://example.org/danang/"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SITE_URL", SITE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")


@pytest.fixture(scope="module")
def written(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("calendars")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE)
        patch.setenv("SOURCE_DATE_EPOCH", "1795219200")
        icalendars.write(catalogue, target)
    return target


def events(path: Path) -> dict[str, Any]:
    """The events of a calendar by their UID."""
    found = list(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    by_uid = {str(event["uid"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def test_there_is_a_calendar_of_all_and_of_each_country_and_agency(catalogue: Catalogue, written: Path):
    expected = {
        addresses.calendar(kind, name, lang)
        for lang in LANGS
        for kind, items in (("country", catalogue.countries), ("agency", catalogue.agencies), ("", [""]))
        for name in items
    }
    assert {path.relative_to(written).as_posix() for path in written.rglob("*.ics")} == expected


def test_every_calendar_is_valid_for_two_libraries(written: Path):
    for path in written.rglob("*.ics"):
        content = path.read_bytes()
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert b"\n" not in content.replace(b"\r\n", b"")
        calendar: Any = icalendar.Calendar.from_ical(content)
        assert calendar.errors == []
        assert calendar["version"] == "2.0"
        assert calendar["prodid"]
        assert calendar["x-wr-calname"]
        assert calendar.subcomponents
        for event in calendar.walk("VEVENT"):
            assert event.errors == []
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "URL"} <= set(event)
        parsed = vobject.readOne(content.decode())
        assert parsed.validate(raiseException=True)
        assert {event.uid.value for event in parsed.contents.get("vevent", ())} == set(events(path))


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_read_back_is_what_the_records_say(lang, catalogue: Catalogue, written: Path):
    found = {
        str(event["url"]): event["dtstart"].dt
        for event in events(written / (addresses.calendar("", "", lang) or "")).values()
    }
    root = f"{SITE}{addresses.root(lang)}"
    agreements = {
        f"{root}agreements/{item.id}/": item.expires.last_day
        for item in catalogue.agreements.values()
        if item.expires is not None
    }
    tasks = {
        f"{root}tasks/{item.id}/": item.record.due.last_day
        for item in catalogue.tasks.values()
        if item.record.due is not None
    }
    assert found == agreements | tasks
    assert agreements
    assert tasks
    # All-day events: dates, not moments.
    assert {type(day) for day in found.values()} == {dt.date}


def test_a_year_stands_on_its_last_day_and_says_so(written: Path):
    by_url = {str(event["url"]): event for event in events(written / "en/calendars/all.ics").values()}
    year = by_url[f"{SITE}en/agreements/solbat-2026/"]
    assert year["dtstart"].dt == dt.date(2026, 12, 31)
    assert "(during 2026)" in year["summary"]
    assert "the last day that this can mean" in year["description"]
    day = by_url[f"{SITE}en/agreements/minori-2018/"]
    assert day["summary"] == "Expiry: Agreement with Minori (22 November 2018)"
    assert "the last day" not in day["description"]
    assert "Source: Outlook, Phụ lục A, dòng 3." in day["description"]
    reckoned = by_url[f"{SITE}en/agreements/neustein-2009/"]
    assert reckoned["dtstart"].dt == dt.date(2017, 6, 20)
    assert "Reckoned from the last signing" in reckoned["description"]


def test_what_concerns_a_country_or_agency_is_in_its_calendar(catalogue: Catalogue, written: Path):
    for lang in LANGS:
        everything = events(written / (addresses.calendar("", "", lang) or ""))
        for country in catalogue.countries.values():
            expected = {item.id for item in country.agreements if item.expires}
            expected |= {item.id for item in country.tasks if item.record.due}
            assert shown(written, "country", country.id, lang, everything) == expected
        for agency in catalogue.agencies.values():
            expected = {item.id for item in agency.signed if item.expires}
            expected |= {item.id for item in (*agency.leads, *agency.coordinates) if item.record.due}
            assert shown(written, "agency", agency.id, lang, everything) == expected


def test_a_deadline_is_in_the_calendars_of_all_agencies_that_work_on_it(small_root: Path, tmp_path: Path):
    tasks = small_root / "data" / "tasks.yaml"
    coordinated = "coordinating: [peoples-committee]\n  due: 2027-06"
    edit(tasks, "coordinating_all_relevant: true", coordinated)
    icalendars.write(Catalogue(check(small_root)[0], dt.date(2026, 11, 21)), tmp_path / "out")
    for agency in ("foreign-affairs", "peoples-committee"):
        (event,) = events(tmp_path / "out" / "calendars" / "agencies" / f"{agency}.ics").values()
        assert event["dtstart"].dt == dt.date(2027, 6, 30)


def shown(written: Path, kind: str, name: str, lang: Any, everything: dict[str, Any]) -> set[str]:
    """The ids of records in a calendar, whose events are those of the calendar of all."""
    found = events(written / (addresses.calendar(kind, name, lang) or ""))
    assert all(everything[uid].to_ical() == event.to_ical() for uid, event in found.items())
    return {str(event["url"]).rstrip("/").split("/")[-1] for event in found.values()}


def test_subscribing_twice_duplicates_nothing(catalogue: Catalogue, written: Path, tmp_path: Path):
    everything = events(written / "calendars/all.ics")
    merged = dict(everything)
    for path in sorted(written.rglob("*.ics")):
        merged |= events(path)
    assert merged.keys() == everything.keys()
    # Again on a later day, from another address.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://elsewhere.example/")
        icalendars.write(Catalogue(catalogue._dataset, dt.date(2027, 5, 1)), tmp_path)
    assert events(tmp_path / "calendars/all.ics").keys() == everything.keys()


def test_an_empty_calendar_can_be_subscribed_to(written: Path):
    (path,) = [written / "calendars/countries/il.ics"]
    assert events(path) == {}
    assert [part.name for part in icalendar.Calendar.from_ical(path.read_bytes()).subcomponents] == ["VTIMEZONE"]


def test_an_event_is_stamped_with_the_last_change_of_its_record(catalogue: Catalogue, tmp_path: Path):
    moment = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
    change = Change(
        commit="c",
        moment=int(moment.timestamp()),
        kind="agreement",
        id="minori-2018",
        action="changed",
        about="agreement/minori-2018",
    )
    icalendars.write(Catalogue(catalogue._dataset, catalogue.as_of, History((change,))), tmp_path)
    stamps = {str(e["url"]): e["dtstamp"].dt for e in events(tmp_path / "calendars/all.ics").values()}
    assert stamps.pop(f"{SITE}agreements/minori-2018/") == moment
    # What the history does not tell of takes the time of the build, which can be set.
    assert set(stamps.values()) == {dt.datetime(2026, 11, 21, tzinfo=dt.UTC)}


def test_programs_are_told_how_often_to_ask_and_whose_data_it_is(written: Path):
    calendar: Any = icalendar.Calendar.from_ical((written / "calendars/countries/jp.ics").read_bytes())
    assert calendar["x-wr-calname"] == "Đà Nẵng với thế giới: thời hạn và ngày hết hạn – Nhật Bản"
    assert calendar["refresh-interval"].to_ical() == b"P1D"
    assert calendar["refresh-interval"].params["VALUE"] == "DURATION"
    assert "21/11/2026" in calendar["description"]
    assert "creativecommons.org/licenses/by/4.0" in calendar["description"]


@pytest.mark.parametrize("text", ["a; b, c\\n d\\", "X\r\nBEGIN:VEVENT", "Dài " * 100, 'q"q'])
def test_hostile_text_stays_within_its_event(text: str, catalogue: Catalogue, tmp_path: Path):
    due = Due(
        kind="task", id="scheme-i-1", date=PartialDate(2027), title=text, details=(text,), concerns=(("country", "jp"),)
    )
    event = icalendars.event_of(due, catalogue, "vi")
    calendar = icalendars.calendar_of([event.to_ical()], "calendars/all.ics", text, catalogue.as_of, "vi")
    (tmp_path / "x.ics").write_bytes(calendar)
    (read_back,) = events(tmp_path / "x.ics").values()
    assert " ".join(str(read_back["summary"]).split()).startswith(" ".join(text.split()))
