"""Sentences of a brief: dates, agreements, activities, tasks, figures, in one language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from macros.base.dates import PartialDate
from macros.base.formats import count_text, date_text, money_text, quantity_text
from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import ActivityItem, AgreementItem, IndicatorItem, OrganisationItem, TaskItem
from macros.records.model import Text
from macros.views.briefs.facts import Fact, fact
from macros.views.labels import lead_names, task_words, within_sentence
from macros.views.vocabularies import interface_words


class Wording:
    """The words of briefs in a language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self.records = records
        self.lang: Lang = lang
        self.t: Mapping[str, Any] = interface_words(records, lang)
        self.words: Mapping[str, Any] = self.t["brief"]

    def say(self, key: str, **values: str) -> str:
        """Return a sentence of the interface with values in it."""
        return str(self.words[key].format(**values))

    def date(self, date: PartialDate) -> str:
        return date_text(date, self.lang)

    def count(self, kind: str, number: int) -> str:
        return count_text(kind, number, self.lang)

    def names(self, named: Iterable[Any]) -> str:
        """Return the names of records."""
        return ", ".join(record.name[self.lang] for record in named)

    def activity(self, item: ActivityItem, partners: Collection[str] = ()) -> Fact:
        """Return what was done, when, with which of some partners (by id), and for how much."""
        record, t = item.record, self.t
        date = t["activity"]["undated"] if record.date is None else self.date(record.date)
        if record.until is not None:
            date += f" – {self.date(record.until)}"
        named = [partner for partner in item.partners if partner.id in partners]
        who = f"; {self.names(named)}" if named else ""
        amounts = [
            t["qualifiers"][amount.qualifier].format(value=money_text(amount.value, amount.currency, self.lang))
            for amount in record.amounts
        ]
        told = f" ({'; '.join(amounts)})" if amounts else ""
        return fact(f"{date}{who}: {record.text[self.lang]}{told}", record.sources)

    def task(self, item: TaskItem) -> Fact:
        """Return a task with who answers for it today, its deadline and its status."""
        leads = ", ".join(lead_names(item, self.lang))
        due = self.words["no_due"] if item.due is None else self.say("due", date=self.date(item.due))
        status = within_sentence(task_words(item.status, item.support, self.lang))
        title = item.record.title[self.lang]
        return fact(f"{item.record.number} {title} – {leads}; {due}; {status}.", item.record.sources)

    def organisation(self, item: OrganisationItem) -> Fact:
        """Return the name and kind of an organisation."""
        kind = within_sentence(self.t["organisation_kinds"][item.record.kind])
        return fact(f"{item.record.name[self.lang]} ({kind})", item.record.sources)

    def figure(self, item: IndicatorItem) -> Fact:
        """Return a figure with its period."""
        record = item.record
        value = quantity_text(record.value, record.unit[self.lang], self.lang)
        value = self.t["qualifiers"][record.qualifier].format(value=value)
        return fact(f"{record.label[self.lang]}: {value} ({record.period[self.lang]})", record.sources)

    def status(self, item: AgreementItem) -> str:
        """Return the status of an agreement with the day that it follows from."""
        name = str(self.t["agreement_status"][item.status])
        if item.expires is not None:
            key = "status_ended" if item.status == "expired" else "status_until"
            return self.say(key, status=name, date=self.date(item.expires))
        return name if item.record.term.kind != "indefinite" else self.say("status_no_end", status=name)

    def signatories(self, item: AgreementItem) -> str:
        """Return who signed: the bodies, and the persons where a source names them."""
        persons = [f"{person.name}{self._office(person.office)}" for person in item.record.signatories]
        return self.say("signed_by", names="; ".join(persons or [item.signatory.name[self.lang]]))

    def _office(self, office: Text | None) -> str:
        return "" if office is None else f" ({office[self.lang]})"
