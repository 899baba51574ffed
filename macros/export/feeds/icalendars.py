"""Calendars (RFC 5545) of what comes due: deadlines of tasks and expiries of agreements, in each language.

There is one of all, one for each country and one for each agency. An event keeps its UID wherever it is listed and
whatever its date becomes, so that a calendar that is subscribed to twice holds it once.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration, vText

from macros.base.clock import built_at
from macros.base.dates import PartialDate
from macros.base.formats import date_text
from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem, TaskItem
from macros.export.licence import LICENCE_NAME, LICENCE_URL
from macros.records.kinds import KINDS
from macros.records.model import Source
from macros.views import addresses
from macros.views.labels import agreement_title

# How often programs ask again.
REFRESH: Final = dt.timedelta(days=1)


_END: Final = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which something comes due, with what is said of it."""

    kind: str
    id: str
    date: PartialDate
    what: str
    said: tuple[str, ...]
    countries: tuple[str, ...]
    agencies: tuple[str, ...]


def write(catalogue: Catalogue, target: Path) -> None:
    """Write the calendars below ``target`` (the site's root)."""
    for lang in LANGS:
        listed: dict[tuple[str, str], list[bytes]] = defaultdict(list)
        for due in dues(catalogue, lang):
            # The same lines stand in several calendars, and making them is slow.
            event: bytes = _event(due, catalogue, lang).to_ical()
            scopes = [("country", name) for name in due.countries] + [("agency", name) for name in due.agencies]
            for scope in dict.fromkeys([("", ""), *scopes]):
                listed[scope].append(event)
        for kind, name, called in _scopes(catalogue, lang):
            address = addresses.calendar(kind, name, lang)
            assert address is not None
            path = target / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_calendar(catalogue, lang, address, called, listed[kind, name]))


def dues(catalogue: Catalogue, lang: Lang) -> Iterator[Due]:
    """All that comes due and has a date in the documents."""
    words = texts(lang)["calendars"]
    for agreement in catalogue.agreements.values():
        if agreement.expires is not None:
            country = catalogue.partners[agreement.partner.id].record
            yield Due(
                "agreement",
                agreement.id,
                agreement.expires,
                words["expiry"].format(name=agreement_title(agreement, lang)),
                tuple(_of_agreement(agreement, catalogue, lang)),
                tuple(dict.fromkeys([country.country, country.territory or country.country])),
                (agreement.signatory.id,),
            )
    for task in catalogue.tasks.values():
        if task.record.due is not None:
            yield Due(
                "task",
                task.id,
                task.record.due,
                words["deadline"].format(name=task.record.title[lang]),
                tuple(_of_task(task, catalogue, lang)),
                tuple(country.id for country in task.countries),
                tuple(agency.id for agency in (*task.lead, *task.coordinating)),
            )


def _of_agreement(item: AgreementItem, catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    words = texts(lang)["calendars"]
    yield words["partner"].format(name=item.partner.name[lang], country=item.country.name[lang])
    if item.record.term.kind == "years":
        yield words["reckoned"]
    yield from _sources(item.record.sources, catalogue, lang)


def _of_task(item: TaskItem, catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    words = texts(lang)["calendars"]
    yield words["plan"].format(plan=item.plan.name[lang], number=item.record.number)
    for key, agencies in (("lead", item.lead), ("coordinating", item.coordinating)):
        if agencies:
            yield words[key].format(names="; ".join(agency.name[lang] for agency in agencies))
    yield from _sources(item.record.sources, catalogue, lang)


def _sources(sources: Iterable[Source], catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    for source in sources:
        document = catalogue.documents[source.document].record
        named = f"{(document.short or document.title)[lang]}, {source.locator}"
        yield texts(lang)["calendars"]["source"].format(source=named)


def _event(due: Due, catalogue: Catalogue, lang: Lang) -> Event:
    words = texts(lang)["calendars"]
    within = ""
    if due.date.precision != "day":
        within = texts(lang)["calendars"][due.date.precision].format(date=date_text(due.date, lang))
    # The last day that the date can mean, for programs know nothing less precise than a day.
    said = [*due.said, *([words["imprecise"].format(date=within)] if within else [])]
    page = addresses.absolute(addresses.page(due.kind, due.id), lang)
    changed = catalogue.history.of(due.kind, due.id)
    stamp = changed[0].time if changed else built_at()
    event = Event()
    event.add("uid", str(addresses.lasting_id(f"{due.kind}/{due.id}/due")))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", due.date.last_day)
    event.add("summary", words["within"].format(what=due.what, date=within) if within else due.what)
    event.add("description", "\n".join([*said, page]))
    event.add("url", page)
    event.add("transp", "TRANSPARENT")
    return event


def _scopes(catalogue: Catalogue, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Kind, id and name of what has a calendar; all of it under no kind."""
    yield "", "", ""
    kinds: dict[str, Mapping[str, Any]] = {"country": catalogue.countries, "agency": catalogue.agencies}
    for kind in (kind.singular for kind in KINDS if kind.calendar):
        for name, item in kinds[kind].items():
            yield kind, name, item.record.name[lang]


def _calendar(catalogue: Catalogue, lang: Lang, address: str, called: str, events: list[bytes]) -> bytes:
    words, site = texts(lang)["calendars"], texts(lang)["site"]["name"]
    title = words["title_of" if called else "title"].format(site=site, name=called)
    as_of = date_text(PartialDate.of(catalogue.as_of), lang)
    description = f"{words['description'].format(date=as_of)} {LICENCE_NAME} ({LICENCE_URL})"
    calendar = Calendar()
    calendar.add("prodid", f"-//{site}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("uid", str(addresses.lasting_id(address)))
    # Those that do not know the standard's names know these; the library escapes only what is marked as text.
    for name, text in (("name", title), ("x-wr-calname", title), ("description", description)):
        calendar.add(name, vText(text))
    calendar.add("x-wr-caldesc", vText(description))
    calendar.add("source", addresses.absolute(address), parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    if not events:
        # A calendar has at least one component. An empty one may fill later, so it can be subscribed to.
        calendar.add_component(_vietnam())
    whole: bytes = calendar.to_ical()
    return whole.removesuffix(_END) + b"".join(events) + _END


def _vietnam() -> Timezone:
    """Vietnam's time, which is UTC+7 all year round since 1975."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "Asia/Ho_Chi_Minh")
    standard.add("dtstart", dt.datetime(1975, 6, 13))
    standard.add("tzoffsetfrom", dt.timedelta(hours=8))
    standard.add("tzoffsetto", dt.timedelta(hours=7))
    zone.add_component(standard)
    return zone
