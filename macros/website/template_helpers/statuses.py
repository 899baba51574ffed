"""Statuses of agreements and tasks in words, now and on later days."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from macros.base.formats import count_text, date_text, number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem, CountryItem, PartnerItem, TaskItem
from macros.catalogue.standings import standing_rows
from macros.catalogue.status import AgreementStatus, renewals
from macros.catalogue.status_ahead import count_changes, place_changes
from macros.catalogue.task_status import Standing, Support, TaskStatus
from macros.views.labels import task_words


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the sentences about statuses, and what they will say on later days."""
    statuses = Statuses(records, lang)
    environment.globals |= {
        "renewals": renewals,
        "standing": statuses.standing,
        "days_left": statuses.days_left,
        "ends": statuses.ends,
        "country_lead": statuses.country_lead,
        "partner_lead": statuses.partner_lead,
        "task_words": statuses.task_words,
        "brief_task_words": statuses.brief_task_words,
        "standing_rows": standing_rows,
        "ahead": StatusesAhead(records, statuses, lang),
    }


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about the day of the records, and as JSON what it becomes later (see :class:`StatusesAhead`)."""

    text: str
    ahead: str


class Statuses:
    """Statuses of agreements as of the day of the records."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._as_of = records.as_of
        self._lang: Lang = lang

    def standing(self, item: AgreementItem, status: AgreementStatus) -> str:
        """Return why an agreement has a status, as a sentence.

        Args:
            item: the agreement.
            status: its status today or on a later day.
        """
        words = texts(self._lang)["agreement"]
        if status == "unknown":
            # Later than today, only an end printed as a year or month leaves it open.
            return str(texts(self._lang)["in-force"]["reasons"][item.unclear or "end-imprecise"])
        date = item.record.announced if status == "announced" else item.expires
        if date is None:
            return str(words["no_end"])
        return str(words[_sentence(item, status)].format(date=date_text(date, self._lang)))

    def task_words(self, status: TaskStatus, support: Support) -> str:
        """Return the words for a status of a task; one that is done without evidence is only reported so."""
        return task_words(status, support, self._lang)

    def brief_task_words(self, status: TaskStatus, support: Support) -> str:
        """Return the words for a status of a task where there is little room, as in a row of a table."""
        return str(texts(self._lang)["quick"].get(status) or self.task_words(status, support))

    def days_left(self, item: AgreementItem) -> str:
        """Return how many days an agreement in force still runs, in words; empty where its last day is not known."""
        if item.status != "in-force" or item.expires is None or item.expires.precision != "day":
            return ""
        days = (item.expires.last_day - self._as_of).days
        words = texts(self._lang)["agreement"]["days_left"]["one" if days == 1 else "other"]
        return str(words.format(n=number_text(days, self._lang)))

    def ends(self, item: AgreementItem) -> str:
        """Return when an agreement ends, to the precision that its end is known with; empty for one without end."""
        if item.expires is None:
            return ""
        words = texts(self._lang)
        date = date_text(item.expires, self._lang)
        if item.expires.precision != "day":
            date = words["agreement"][f"expires_{item.expires.precision}"].format(date=date)
        return str(words["timeline"]["ends"].format(date=date))

    def country_lead(self, item: CountryItem) -> Sentence:
        """Return how many partners and agreements a country has, and how many of these are in force."""
        name = item.record.name[self._lang]
        return self._counted(item, texts(self._lang)["country"]["lead_partners"], name, partners=len(item.partners))

    def partner_lead(self, item: PartnerItem) -> Sentence:
        """Return how many agreements a partner has, and how many of these are in force."""
        name = item.record.name[self._lang]
        return self._counted(item, texts(self._lang)["partner"]["lead_agreements"], name)

    def _counted(self, item: CountryItem | PartnerItem, words: str, name: str, **numbers: int) -> Sentence:
        """A sentence with the number of agreements in force, now and on later days."""

        def sentence(in_force: int) -> str:
            counts = numbers | {"agreements": len(item.agreements), "in_force": in_force}
            shown = {kind: count_text(kind, number, self._lang) for kind, number in counts.items()}
            return words.format(name=name, **shown)

        changes = count_changes(item.agreements, "in-force", self._as_of)
        return Sentence(sentence(item.in_force), _json((day, sentence(number)) for day, number in changes))


class StatusesAhead:
    """The changes of statuses and counts after the day of the records.

    A page prints them beside each status or count for the script that judges it anew on the reader's day. Each is a
    list of ``[day, words, status?]`` as JSON, empty where nothing will change.
    """

    def __init__(self, records: Catalogue, statuses: Statuses, lang: Lang) -> None:
        self._as_of = records.as_of
        self._statuses = statuses
        self._lang: Lang = lang

    def agreement(self, item: AgreementItem) -> str:
        """Return the changes of an agreement's status."""
        words = texts(self._lang)["agreement_status"]
        return _json((day, words[status], status) for day, status in item.changes)

    def standing(self, item: AgreementItem) -> str:
        """Return the changes of the sentence that explains an agreement's status."""
        return _json((day, self._statuses.standing(item, status)) for day, status in item.changes)

    def task(self, item: TaskItem, brief: bool = False) -> str:
        """Return the changes of a task's status, in full words or in brief ones."""
        say = self._statuses.brief_task_words if brief else self._statuses.task_words
        grounds = [(self._as_of, item.support), *((day, support) for day, (_, support) in item.standing_changes)]

        def words(day: dt.date, status: TaskStatus) -> str:
            return say(status, [support for since, support in grounds if since <= day][-1])

        return _json((day, words(day, status), status) for day, status in item.changes)

    def place(self, tasks: Iterable[TaskItem], standing: Standing, support: Support) -> str:
        """Return the changes of the number of tasks of a standing on some grounds."""
        changes = place_changes(tasks, (standing, support), self._as_of)
        return _json((day, number_text(number, self._lang)) for day, number in changes)

    def count(self, agreements: Iterable[AgreementItem], status: AgreementStatus, words: str = "{n}") -> str:
        """Return the changes of the number of agreements with a status; ``words`` has ``{n}`` where it stands."""
        changes = count_changes(agreements, status, self._as_of)
        return _json((day, words.replace("{n}", number_text(number, self._lang))) for day, number in changes)


def _sentence(item: AgreementItem, status: AgreementStatus) -> str:
    """The key of the sentence that explains a status with a date."""
    if status != "expired":
        return "announced_on" if status == "announced" else "runs_until"
    if item.record.signed is None and item.record.announced is not None:
        return "given_up_on"
    replaced = any(update.event == "replaced" and update.date == item.expires for update in item.decisive)
    return "replaced_on" if replaced else "expired_on"


def _json(rows: Iterable[tuple[Any, ...]]) -> str:
    """The rows as JSON, with days in ISO 8601; empty text for no rows."""
    listed = [[day.isoformat(), *rest] for day, *rest in rows]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")) if listed else ""
