"""Events in the order of the calendar: announcements, signings, ends, activities; and agreements that end soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal, cast

from macros.base.dates import PartialDate
from macros.base.formats import cut
from macros.catalogue.items import ActivityItem, AgreementItem
from macros.records.model import Partner, Text, Update
from macros.views import grouping
from macros.views.grouping import Year

EventKind = Literal[
    "announced",
    "signed",
    "renewed",
    "extended",
    "amended",
    "reviewed",
    "ended",
    "replaced",
    "expired",
    "expires",
    "activity",
]

# Updates after which an agreement no longer holds.
ENDINGS: Final = frozenset({"ended", "replaced"})
# The most characters of an activity's text; its line leads to the whole text.
SHORT: Final = 150
# The number of the latest years that have a fold of their own; earlier ones share that of their decade.
RECENT: Final = 5


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or will happen; ``date`` is ``None`` where no source gives one."""

    kind: EventKind
    date: PartialDate | None
    partners: tuple[Partner, ...]
    agreement: AgreementItem | None = None
    activity: ActivityItem | None = None
    update: Update | None = None

    def short(self, lang: str) -> str:
        """Return an activity's text in a language, cut at a word; empty for other events."""
        text: Text | None = None if self.activity is None else self.activity.record.text
        return "" if text is None else cut(text[lang], SHORT)


def events(agreements: Iterable[AgreementItem], activities: Iterable[ActivityItem], as_of: dt.date) -> list[Event]:
    """Return the events of agreements and activities, oldest first; what no source dates comes last.

    Args:
        agreements: the agreements whose signings, renewals, reviews and ends are wanted.
        activities: the activities that are events themselves.
        as_of: the day; renewals and updates of later days are left out, the end of a term is not.
    """
    found = [event for item in agreements for event in _agreement(item, as_of)]
    found += [Event("activity", item.record.date, item.partners, activity=item) for item in activities]
    return sorted(found, key=lambda event: dt.date.max if event.date is None else event.date.first_day)


def _agreement(item: AgreementItem, as_of: dt.date) -> Iterator[Event]:
    partners = (item.partner,)
    updates = [update for update in item.updates if update.date.first_day <= as_of]
    yield from _first(item, updates)
    for renewal in item.record.renewed:
        if renewal.date.first_day > as_of:
            continue
        yield Event("renewed", renewal.date, partners, item)
    ended = False
    for update in updates:
        if update.event not in {"announced", "signed"}:
            ended = ended or update.event in ENDINGS
            yield Event(cast("EventKind", update.event), update.date, partners, item, update=update)
    if item.expires is not None and item.status != "announced" and not ended:
        yield Event("expired" if item.status == "expired" else "expires", item.expires, partners, item)


def _first(item: AgreementItem, updates: Iterable[Update]) -> Iterator[Event]:
    """The announcement and the signing, by whichever of the agreement and its updates tells them."""
    told = {(update.event, update.date): update for update in updates}
    announced, signed = item.record.announced, item.record.signed
    if announced is not None:
        yield Event("announced", announced, (item.partner,), item, update=told.get(("announced", announced)))
    if signed is not None or announced is None:
        update = None if signed is None else told.get(("signed", signed))
        yield Event("signed", signed, (item.partner,), item, update=update)


def by_year(agreements: Iterable[AgreementItem], activities: Iterable[ActivityItem], as_of: dt.date) -> list[Year]:
    """Return events by year, newest year first and newest first within it; undated ones last.

    Ends that come soon are left out: the page lists them by themselves.
    """
    listed = list(agreements)
    soon = {item.id for item in expiring(listed, as_of)}
    found = events(listed, activities, as_of)
    return grouping.by_year((event for event in found if not _is_soon(event, soon)), lambda event: event.date)


def _is_soon(event: Event, soon: Set[str]) -> bool:
    return event.kind == "expires" and event.agreement is not None and event.agreement.id in soon


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years that are folded together: one of the latest, those of an earlier decade, or those to come.

    Attributes:
        kind: what it is; ``undated`` is for what has no date.
        years: those that have any events, newest first.
        newest: true for the latest year of which something is known, for readers begin there.
    """

    kind: Literal["ahead", "years", "undated"]
    first: int
    last: int
    years: tuple[Year, ...]
    newest: bool

    @property
    def count(self) -> int:
        """The number of its events."""
        return sum(len(year.items) for year in self.years)


def by_stretch(years: Iterable[Year], as_of: dt.date) -> list[Stretch]:
    """Return years in stretches that can be folded, in the order in which they come.

    Args:
        years: years with their events, newest first.
        as_of: the day; what is dated to later years lies ahead.
    """
    latest = as_of.year - RECENT + 1

    def stretch(year: Year) -> tuple[Literal["ahead", "years", "undated"], int, int]:
        if year.year is None:
            return "undated", 0, 0
        if year.year > as_of.year:
            return "ahead", as_of.year + 1, as_of.year + 1
        if year.year >= latest:
            return "years", year.year, year.year
        first = year.year // 10 * 10
        return "years", first, min(first + 9, latest - 1)

    found = [(*key, tuple(group)) for key, group in groupby(years, stretch)]
    newest = next((key for *key, _ in found if key[0] == "years"), None)
    return [Stretch(kind, first, last, group, newest == [kind, first, last]) for kind, first, last, group in found]


def horizon(as_of: dt.date) -> dt.date:
    """Return the day a year on; what ends until then ends soon."""
    return PartialDate.of(as_of).plus_years(1).first_day


def expiring(agreements: Iterable[AgreementItem], as_of: dt.date) -> list[AgreementItem]:
    """Return the agreements that were signed, have not ended, and whose term ends within a year, soonest first.

    An end printed as a year or month counts while any of its days may still come within that time.
    """
    soon = [
        (item.expires, item)
        for item in agreements
        if item.expires is not None
        and item.status not in {"announced", "expired"}
        and item.expires.first_day <= horizon(as_of)
    ]
    return [item for _, item in sorted(soon, key=lambda pair: (pair[0].last_day, pair[1].id))]
