"""Days for calendars: deadlines of tasks, expiries of agreements, announced signings, with what is said of each."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from macros.base.dates import PartialDate
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem, TaskItem
from macros.records.model import Source
from macros.views.labels import agreement_title


class Reminder(NamedTuple):
    """A time before a date at which a reader is reminded: the unit, and how many of it."""

    unit: Literal["months", "days"]
    number: int

    def days_before(self, day: dt.date) -> int:
        """Return by how many days it precedes a day; of a month that is too short, its last day is taken."""
        if self.unit == "days":
            return self.number
        months = day.year * 12 + day.month - 1 - self.number
        year, month = divmod(months, 12)
        longest = calendar.monthrange(year, month + 1)[1]
        return (day - dt.date(year, month + 1, min(day.day, longest))).days


# Renewing an agreement takes two sides and months; a deadline of the city's own takes a report.
BEFORE_EXPIRY: Final = tuple(Reminder("months", number) for number in (12, 6, 3, 1))
BEFORE_DEADLINE: Final = tuple(Reminder("days", number) for number in (30, 7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A date on which something comes due, or an agreement that was announced is signed.

    Attributes:
        kind: the kind of the record that it follows from.
        id: the id of that record.
        date: the date, as precise as its source.
        title: a line for a calendar.
        details: lines on partner or plan, agencies and sources.
        concerns: the kind and id of each country, agency, partner and task that it concerns.
        what: tells the dates of one record apart, whatever day they fall on.
        reminders: who keeps the calendar is reminded before the date; empty for what needs nobody any more.
    """

    kind: str
    id: str
    date: PartialDate
    title: str
    details: tuple[str, ...]
    concerns: tuple[tuple[str, str], ...]
    what: Literal["due", "signing"] = "due"
    reminders: tuple[Reminder, ...] = ()


def due_dates(catalogue: Catalogue, lang: Lang) -> Iterator[Due]:
    """Yield all dates that the documents give or imply, those of agreements first."""
    for agreement in catalogue.agreements.values():
        if agreement.record.announced is not None:
            yield _signing(agreement, agreement.record.announced, catalogue, lang)
        if agreement.expires is not None and agreement.status != "announced":
            yield _expiry(agreement, agreement.expires, catalogue, lang)
    for task in catalogue.tasks.values():
        if task.due is not None and task.status != "dropped":
            yield _deadline(task, task.due, catalogue, lang)


def _signing(item: AgreementItem, announced: PartialDate, catalogue: Catalogue, lang: Lang) -> Due:
    """Return the announcement of an agreement, which moves to its signing once there is one."""
    signed = item.record.signed
    words = texts(lang)["calendars"]["announced" if signed is None else "signed"]
    return Due(
        kind="agreement",
        id=item.id,
        date=signed or announced,
        title=words.format(name=agreement_title(item, lang)),
        details=tuple(_of_agreement(item, catalogue, lang)),
        concerns=_concerned(item, catalogue),
        what="signing",
    )


def _expiry(item: AgreementItem, date: PartialDate, catalogue: Catalogue, lang: Lang) -> Due:
    reckoned = [texts(lang)["calendars"]["reckoned"]] if item.record.term.kind == "years" else []
    partner, *sources = _of_agreement(item, catalogue, lang)
    return Due(
        kind="agreement",
        id=item.id,
        date=date,
        title=texts(lang)["calendars"]["expiry"].format(name=agreement_title(item, lang)),
        details=(partner, *reckoned, *sources),
        concerns=_concerned(item, catalogue),
        reminders=_ahead(date, BEFORE_EXPIRY, catalogue),
    )


def _concerned(item: AgreementItem, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    partner = catalogue.partners[item.partner.id].record
    countries = dict.fromkeys([partner.country, partner.territory or partner.country])
    return (
        *(("country", name) for name in countries),
        ("agency", item.signatory.id),
        ("partner", item.partner.id),
    )


def _ahead(date: PartialDate, reminders: tuple[Reminder, ...], catalogue: Catalogue) -> tuple[Reminder, ...]:
    """Return the reminders of a date that is still to come; programs would show those of a past one at once."""
    return reminders if date.last_day >= catalogue.as_of else ()


def _deadline(item: TaskItem, date: PartialDate, catalogue: Catalogue, lang: Lang) -> Due:
    agencies = dict.fromkeys((*item.lead, *item.lead_today, *item.coordinating, *item.coordinating_today))
    return Due(
        kind="task",
        id=item.id,
        date=date,
        title=texts(lang)["calendars"]["deadline"].format(name=item.record.title[lang]),
        details=tuple(_of_task(item, catalogue, lang)),
        concerns=(
            *(("country", country.id) for country in item.countries),
            *(("agency", agency.id) for agency in agencies),
            ("task", item.id),
        ),
        reminders=() if item.status == "done" else _ahead(date, BEFORE_DEADLINE, catalogue),
    )


def _of_agreement(item: AgreementItem, catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    words = texts(lang)["calendars"]
    yield words["partner"].format(name=item.partner.name[lang], country=item.country.name[lang])
    yield from _sources(item.record.sources, catalogue, lang)


def _of_task(item: TaskItem, catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    words = texts(lang)["calendars"]
    yield words["plan"].format(plan=item.plan.name[lang], number=item.record.number)
    for key, agencies in (("lead", item.lead_today), ("coordinating", item.coordinating_today)):
        if agencies:
            yield words[key].format(names="; ".join(agency.name[lang] for agency in agencies))
    yield from _sources(item.record.sources, catalogue, lang)


def _sources(sources: Iterable[Source], catalogue: Catalogue, lang: Lang) -> Iterator[str]:
    for source in sources:
        document = catalogue.documents[source.document].record
        named = f"{(document.short or document.title)[lang]}, {catalogue.locators.said(source.locator, lang)}"
        yield texts(lang)["calendars"]["source"].format(source=named)
