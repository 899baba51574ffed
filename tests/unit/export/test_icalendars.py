"""The calendars, read by two public libraries and held against the records."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar
import pytest

from macros.base.dates import PartialDate
from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds import icalendars
from macros.export.feeds.due_dates import Due, Reminder
from macros.export.feeds.subscriptions import Followed
from macros.records.history.changes import Change, History
from macros.views import addresses
from tests.conftest import ENVIRONMENT
from tests.unit.export.feed_checks import events, valid_calendar

SITE = ENVIRONMENT["SITE_URL"]
PAGES_BY_PRECISION = ("agreements/solbat-2026", "tasks/quay-1-2", "agreements/minori-2018")


@pytest.fixture(scope="module")
def written(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("calendars")
    icalendars.write(catalogue, target)
    return target


def test_there_is_a_calendar_of_all_and_of_each_country_agency_partner_and_task(catalogue: Catalogue, written: Path):
    expected = {
        addresses.calendar(kind, name, lang)
        for lang in LANGS
        for kind in ("country", "agency", "partner", "task", "")
        for name in (catalogue.of_kind(kind) or [""])
        for name in (name, *catalogue.former_of(kind, name))
    }
    assert {path.relative_to(written).as_posix() for path in written.rglob("*.ics")} == expected


def test_every_calendar_is_valid_for_two_libraries(written: Path):
    numbers = [len(valid_calendar(path)) for path in written.rglob("*.ics")]
    assert 0 in numbers
    assert max(numbers) > 1


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_read_back_is_what_the_records_say(lang, catalogue: Catalogue, written: Path):
    found = [
        (str(event["url"]), event["dtstart"].dt)
        for event in events(written / (addresses.calendar("", "", lang) or "")).values()
    ]
    root = f"{SITE}{addresses.root(lang)}"
    agreements = {
        f"{root}agreements/{item.id}/": item.expires.last_day
        for item in catalogue.agreements.values()
        if item.expires is not None and item.status != "announced"
    }
    tasks = {
        f"{root}tasks/{item.id}/": item.due.last_day
        for item in catalogue.tasks.values()
        if item.due is not None and item.status != "dropped"
    }
    signings = [
        (f"{root}agreements/{item.id}/", (item.record.signed or item.record.announced).last_day)
        for item in catalogue.agreements.values()
        if item.record.announced is not None
    ]
    assert signings
    assert sorted(found) == sorted([*agreements.items(), *tasks.items(), *signings])
    assert agreements
    assert tasks
    # All-day events: dates, not moments.
    assert {type(day) for _, day in found} == {dt.date}


def test_a_date_stands_on_the_last_day_that_it_can_mean_and_says_so(written: Path):
    words = texts("en")["calendars"]
    by_url = {str(event["url"]): event for event in events(written / "en/calendars/all.ics").values()}
    year, month, day = (by_url[f"{SITE}en/{page}/"] for page in PAGES_BY_PRECISION)
    for event, last, within in (
        (year, dt.date(2026, 12, 31), words["year"].format(date="2026")),
        (month, dt.date(2026, 3, 31), words["month"].format(date="March 2026")),
    ):
        assert event["dtstart"].dt == last
        assert str(event["summary"]).endswith(words["within"].format(what="", date=within).strip())
        assert words["imprecise"].format(date=within) in event["description"]
    assert day["dtstart"].dt == dt.date(2023, 11, 22)
    assert day["summary"] == words["expiry"].format(name="Agreement with Minori (22 November 2018)")
    assert words["imprecise"].partition("{date}")[0] not in day["description"]


def test_an_event_says_by_whom_after_which_source_and_whether_its_date_is_reckoned(written: Path):
    words = texts("en")["calendars"]
    said = {str(e["url"]): str(e["description"]) for e in events(written / "en/calendars/all.ics").values()}
    day, reckoned, task = (
        said[f"{SITE}en/{page}/"] for page in ("agreements/hanbit-2021", "agreements/nam-say-2012", "tasks/quay-1-2")
    )
    assert words["partner"].format(name="Hanbit", country="South Korea") in day
    assert words["source"].format(source="Outlook, Annex A, row 4") in day
    assert words["reckoned"] not in day
    assert words["reckoned"] in reckoned
    assert words["plan"].format(plan="Quay programme", number="1.2") in task
    assert words["lead"].format(names="Harbour Board") in task
    assert words["coordinating"].format(names="Trade Promotion Board") in task


def test_what_concerns_a_country_or_agency_is_in_its_calendar(catalogue: Catalogue, written: Path):
    for lang in LANGS:
        everything = events(written / (addresses.calendar("", "", lang) or ""))
        for country in catalogue.countries.values():
            expected = {item.id for item in country.agreements if item.expires or item.record.announced}
            expected |= {item.id for item in country.tasks if item.due}
            assert shown(written, "country", country.id, lang, everything) == expected
        for agency in catalogue.agencies.values():
            expected = {item.id for item in agency.signed if item.expires or item.record.announced}
            inherited = (*agency.inherited_leads, *agency.inherited_coordinates)
            expected |= {item.id for item in (*agency.leads, *agency.coordinates, *inherited) if item.due}
            assert shown(written, "agency", agency.id, lang, everything) == expected
        for partner in catalogue.partners.values():
            expected = {item.id for item in partner.agreements if item.expires or item.record.announced}
            assert shown(written, "partner", partner.id, lang, everything) == expected
        for task in catalogue.tasks.values():
            expected = {task.id} if task.due and task.status != "dropped" else set()
            assert shown(written, "task", task.id, lang, everything) == expected


def test_what_is_to_come_reminds_in_time_and_what_is_past_or_done_does_not(catalogue: Catalogue, written: Path):
    ahead = {
        f"{SITE}agreements/{name}/": (item.expires, (12, 6, 3, 1), "months")
        for name, item in catalogue.agreements.items()
        if item.expires and item.status != "announced" and item.expires.last_day >= catalogue.as_of
    } | {
        f"{SITE}tasks/{name}/": (item.due, (30, 7), "days")
        for name, item in catalogue.tasks.items()
        if item.due and item.status not in {"dropped", "done"} and item.due.last_day >= catalogue.as_of
    }
    words = texts("vi")["calendars"]["reminders"]
    reminded = {}
    for event in events(written / "calendars/all.ics").values():
        alarms = event.walk("VALARM")
        if alarms:
            reminded[str(event["url"])] = event, alarms
    assert set(reminded) == set(ahead)
    assert {unit for _, _, unit in ahead.values()} == {"months", "days"}
    for url, (event, alarms) in reminded.items():
        date, numbers, unit = ahead[url]
        assert [str(alarm["description"]) for alarm in alarms] == [words[unit][number] for number in numbers]
        assert {str(alarm["action"]) for alarm in alarms} == {"DISPLAY"}
        # As a program reckons them: before the first minute of the event's day.
        start = dt.datetime.combine(event["dtstart"].dt, dt.time())
        mornings = [start + alarm["trigger"].dt for alarm in alarms]
        assert {moment.time() for moment in mornings} == {dt.time(9)}
        last = date.last_day
        if unit == "days":
            assert [last - moment.date() for moment in mornings] == [dt.timedelta(number) for number in numbers]
        else:
            months = [(last.year - day.year) * 12 + last.month - day.month for day in mornings]
            assert months == list(numbers)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [("2027-05-31", 3, "2027-02-28"), ("2028-01-15", 12, "2027-01-15"), ("2026-03-31", 1, "2026-02-28")],
)
def test_months_before_a_day_end_in_months_that_may_be_shorter(day: str, months: int, expected: str):
    date = dt.date.fromisoformat(day)
    before = Reminder("months", months).days_before(date)
    assert date - dt.timedelta(before) == dt.date.fromisoformat(expected)


def test_a_deadline_is_in_the_calendars_of_all_agencies_that_work_on_it(written: Path):
    for agency in ("harbour-board", "trade-promotion"):
        urls = {str(event["url"]) for event in events(written / "calendars" / "agencies" / f"{agency}.ics").values()}
        assert f"{SITE}tasks/quay-1-2/" in urls


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


def test_a_calendar_of_a_past_day_is_stamped_with_nothing_after_it(catalogue: Catalogue, tmp_path: Path):
    day = dt.date(2026, 10, 1)
    icalendars.write(Catalogue(catalogue._dataset, day), tmp_path)
    stamps = {e["dtstamp"].dt for e in events(tmp_path / "calendars/all.ics").values()}
    assert stamps == {dt.datetime(2026, 10, 1, 16, 59, 59, tzinfo=dt.UTC)}


def test_programs_are_told_how_often_to_ask_and_whose_data_it_is(written: Path):
    calendar: Any = icalendar.Calendar.from_ical((written / "calendars/countries/jp.ics").read_bytes())
    words = texts("vi")["calendars"]
    assert calendar["x-wr-calname"] == words["title_of"].format(site=texts("vi")["site"]["name"], name="Nhật Bản")
    assert calendar["refresh-interval"].to_ical() == b"P1D"
    assert calendar["refresh-interval"].params["VALUE"] == "DURATION"
    assert calendar["description"].startswith(words["description"].format(date="21/11/2026"))
    assert "creativecommons.org/licenses/by/4.0" in calendar["description"]


@pytest.mark.parametrize("text", ["a; b, c\\n d\\", "X\r\nBEGIN:VEVENT", "Dài " * 100, 'q"q'])
def test_hostile_text_stays_within_its_event(text: str, catalogue: Catalogue, tmp_path: Path):
    due = Due(
        kind="task", id="quay-1-2", date=PartialDate(2027), title=text, details=(text,), concerns=(("country", "jp"),)
    )
    event = icalendars.event_of(due, catalogue, "vi")
    calendar = icalendars.calendar_of([event.to_ical()], Followed("country", "jp", text, "jp"), catalogue.as_of, "vi")
    (tmp_path / "x.ics").write_bytes(calendar)
    (read_back,) = events(tmp_path / "x.ics").values()
    assert " ".join(str(read_back["summary"]).split()).startswith(" ".join(text.split()))


def test_an_announcement_becomes_the_signing_in_the_calendars_that_have_it(catalogue: Catalogue, tmp_path: Path):
    def shown(day: dt.date) -> dict[str, str]:
        folder = tmp_path / day.isoformat()
        icalendars.write(catalogue.on(day), folder)
        found = events(folder / "en/calendars/all.ics").items()
        return {uid: str(event["summary"]) for uid, event in found if "phu-vieng-2026" in str(event["url"])}

    before, after = shown(dt.date(2026, 6, 17)), shown(catalogue.as_of)
    ((uid, announced),) = before.items()
    words = texts("en")["calendars"]
    assert announced.startswith(words["announced"].partition("{")[0])
    assert after[uid].startswith(words["signed"].partition("{")[0])
    # The end of its term is another entry.
    assert len(after) == 2
