"""Calendars (RFC 5545) of what comes due: deadlines of tasks and expiries of agreements, in each language.

There is one of all, and one for each country, agency, partner and task. An event keeps its UID wherever it is listed
and whatever its date and its record's id become, so that a calendar that is subscribed to twice holds it once. Events
to come carry reminders.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration, vText

from macros.base.clock import told_at
from macros.base.formats import date_text, day_text
from macros.base.languages import LANGS, Lang
from macros.base.system import cache_table, code
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export.feeds.due_dates import Due, due_dates
from macros.export.feeds.subscriptions import Followed, followed
from macros.export.licence import LICENCE_NAME, LICENCE_URL
from macros.views import addresses

# How often programs ask again.
REFRESH: Final = dt.timedelta(days=1)

# Reminders come on the morning of their day, not at its first minute.
MORNING: Final = dt.timedelta(hours=9)

_END: Final = b"END:VCALENDAR\r\n"
_END_OF_EVENT: Final = b"END:VEVENT\r\n"
# Rooms whose code and words an event is made by.
_ROOMS: Final = ("base", "views", "export")


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the calendars below ``target`` (the site's root)."""
    known = code.digest(*_ROOMS), *code.versions("icalendar"), addresses.site_url()
    with cache_table.opened("calendars", *known) as kept:
        for lang in LANGS:
            listed: dict[tuple[str, str], list[bytes]] = defaultdict(list)
            for due in due_dates(catalogue, lang):
                # The same lines stand in several calendars, and making them is slow.
                event = _event(due, catalogue, lang, kept)
                for scope in dict.fromkeys([("", ""), *due.concerns]):
                    listed[scope].append(event)
            for one in followed(catalogue, lang, lambda kind: kind.calendar):
                calendar = calendar_of(listed[one.kind, one.id], one, catalogue.as_of, lang, kept)
                # A program that is subscribed to a former address goes on to be told.
                for name in (one.id, *one.former):
                    path = target / _address(one, lang, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(calendar)


def _address(one: Followed, lang: Lang, name: str) -> str:
    address = addresses.calendar(one.kind, name, lang)
    assert address is not None
    return address


def _event(due: Due, catalogue: Catalogue, lang: Lang, kept: cache_table.Table) -> bytes:
    """Return the lines of an event with its reminders."""
    values = due, _first_id(due, catalogue), _stamp(due, catalogue), lang

    def made() -> str:
        return _with_reminders(event_of(due, catalogue, lang).to_ical(), due, lang).decode()

    return kept.text(made, repr(values).encode()).encode()


def _first_id(due: Due, catalogue: Catalogue) -> str:
    return str(catalogue.of_kind(due.kind)[due.id].record.first_id)


def _stamp(due: Due, catalogue: Catalogue) -> dt.datetime:
    """Return the time of the last change of the record that a date follows from."""
    changed = catalogue.history.of(due.kind, due.id)
    return changed[0].time if changed else told_at(catalogue.as_of)


def event_of(due: Due, catalogue: Catalogue, lang: Lang) -> Event:
    """Return the event of a date, stamped with the last change of its record."""
    words = texts(lang)["calendars"]
    within = "" if due.date.precision == "day" else words[due.date.precision].format(date=date_text(due.date, lang))
    # The last day that the date can mean, for programs know nothing less precise than a day.
    said = [*due.details, *([words["imprecise"].format(date=within)] if within else [])]
    page = addresses.absolute(addresses.page(due.kind, due.id), lang)
    stamp = _stamp(due, catalogue)
    event = Event()
    event.add("uid", str(addresses.lasting_id(f"{due.kind}/{_first_id(due, catalogue)}/{due.what}")))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", due.date.last_day)
    event.add("summary", words["within"].format(what=due.title, date=within) if within else due.title)
    event.add("description", "\n".join([*said, page]))
    event.add("url", page)
    event.add("transp", "TRANSPARENT")
    return event


def _with_reminders(event: bytes, due: Due, lang: Lang) -> bytes:
    """Return the lines of an event with an alarm for each reminder.

    The words of an alarm are ours and short, so that its lines need neither folding nor escaping.
    """
    words = texts(lang)["calendars"]["reminders"]
    alarms = []
    for reminder in due.reminders:
        before = dt.timedelta(days=reminder.days_before(due.date.last_day)) - MORNING
        said = words[reminder.unit][reminder.number]
        trigger = _duration(before)
        lines = ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{said}", f"TRIGGER:{trigger}", "END:VALARM")
        alarms.append("".join(f"{line}\r\n" for line in lines))
    return event.removesuffix(_END_OF_EVENT) + "".join(alarms).encode() + _END_OF_EVENT if alarms else event


def _duration(before: dt.timedelta) -> str:
    """Return a time before an event as the format writes it: ``-P29DT15H``."""
    return f"-P{before.days}DT{before.seconds // 3600}H"


def calendar_of(
    events: Sequence[bytes],
    followed: Followed,
    day: dt.date,
    lang: Lang,
    kept: cache_table.Table = cache_table.NONE,
) -> bytes:
    """Return a calendar as a file.

    Args:
        events: its events as lines of the format.
        followed: the country or agency that it is for, or the whole site.
        day: the day that the facts are as of.
        lang: its language.
        kept: what earlier builds made.
    """
    # A calendar has at least one component. An empty one may fill later, so it can be subscribed to.
    zone = not events
    inputs = repr((followed, day, lang, zone)).encode()
    whole = kept.text(lambda: _without_events(followed, day, lang, zone=zone).to_ical().decode(), inputs).encode()
    return whole.removesuffix(_END) + b"".join(events) + _END


def _without_events(followed: Followed, day: dt.date, lang: Lang, *, zone: bool) -> Calendar:
    words, site = texts(lang)["calendars"], texts(lang)["site"]["name"]
    title = words["title_of" if followed.name else "title"].format(site=site, name=followed.name)
    as_of = day_text(day, lang)
    description = f"{words['description'].format(date=as_of)} {LICENCE_NAME} ({LICENCE_URL})"
    calendar = Calendar()
    calendar.add("prodid", f"-//{site}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("uid", str(addresses.lasting_id(_address(followed, lang, followed.first))))
    # Those that do not know the standard's names know these; the library escapes only what is marked as text.
    for name, text in (("name", title), ("x-wr-calname", title), ("description", description)):
        calendar.add(name, vText(text))
    calendar.add("x-wr-caldesc", vText(description))
    source = addresses.absolute(_address(followed, lang, followed.id))
    calendar.add("source", source, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    if zone:
        calendar.add_component(_vietnam())
    return calendar


def _vietnam() -> Timezone:
    """Return Vietnam's time, which is UTC+7 all year round since 1975."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Asia/Ho_Chi_Minh")
    standard.add("dtstart", dt.datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", dt.timedelta(hours=8))
    standard.add("tzoffsetto", dt.timedelta(hours=7))
    zone.add_component(standard)
    return zone
