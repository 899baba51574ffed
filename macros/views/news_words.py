"""News in words: a sentence for each event, with the page that shows more."""

from __future__ import annotations

from typing import NamedTuple

from macros.base.formats import count_text, date_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.views import addresses
from macros.views.labels import agreement_title
from macros.views.news import News


class Told(NamedTuple):
    """An event as a feed tells it.

    Attributes:
        name: identifies the event for good, whatever the ids of its records become.
        sentence: the event in one sentence without a full stop.
        more: what the update on it says; empty where there is none.
        page: the page that shows more, below the root of the language.
    """

    name: str
    sentence: str
    more: str
    page: str


def told(event: News, lang: Lang) -> Told:
    """Return an event in words."""
    kind = texts(lang)["home"]["news"][event.kind]
    values = {"kind": kind, "date": date_text(event.date, lang)}
    words = texts(lang)["feeds"]["news"]
    sentence = words["sentence"]
    more = "" if event.update is None else event.update.note[lang]
    if event.agreement is not None:
        item = event.agreement
        what = f"{agreement_title(item, lang)}, {item.country.name[lang]}"
        # The title of an agreement ends with the date on which it was signed.
        sentence = words["undated"] if event.date == item.first_known else sentence
        name = f"agreement/{item.record.first_id}/{event.kind}/{_apart(event)}"
        return Told(name, sentence.format(**values, what=what), more, addresses.page("agreement", item.id))
    if event.kind == "overdue" and event.plan is not None:
        number = len(event.tasks)
        what = f"{count_text('tasks', number, lang)} – {event.plan.name[lang]}"
        name = f"plan/{event.plan.first_id}/overdue/{event.date}"
        names = "; ".join(f"{task.record.number} {task.record.title[lang]}" for task in event.tasks)
        return Told(name, sentence.format(**values, what=what), names, addresses.page("plan", event.plan.id))
    (task,) = event.tasks
    what = task.record.title[lang]
    if event.update is not None and event.update.status is not None:
        what = f"{what}: {texts(lang)['task_status'][event.update.status]}"
    name = f"task/{task.record.first_id}/{event.kind}/{_apart(event)}"
    return Told(name, sentence.format(**values, what=what), more, addresses.page("task", task.id))


def _apart(event: News) -> str:
    """Return what tells events of one kind and record apart: the update on it, else its date."""
    return str(event.date) if event.update is None else event.update.first_id
