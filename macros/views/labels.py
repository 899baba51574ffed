"""Names of records in a language, as titles, lists and breadcrumbs print them."""

from __future__ import annotations

from typing import Any

from macros.base.formats import date_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.items import AgreementItem, GroupItem, ReportedAgreementItem, TaskItem
from macros.catalogue.task_status import Support, TaskStatus
from macros.records.kinds import SINGULAR


def label(kind: str, item: Any, lang: Lang) -> str:
    """Return what readers call a record: its name or title, or the text that says what it is.

    Args:
        kind: the singular of its kind.
        item: the record, or the record joined with what belongs to it.
        lang: the language.
    """
    if kind == "agreement":
        return agreement_title(item, lang)
    if kind == "reported-agreement":
        return reported_title(item, lang)
    found = getattr(getattr(item, "record", item), SINGULAR[kind].label)
    return found if isinstance(found, str) else str(found[lang])


def short_label(kind: str, item: Any, lang: Lang) -> str:
    """Return the label of a record where there is little room: a task and a document by their numbers."""
    if kind == "task":
        return str(texts(lang)["task"]["title"].format(number=item.record.number))
    if kind == "document" and item.record.number:
        return str(item.record.number)
    return group_title(item, lang) if kind == "task-group" else label(kind, item, lang)


def agreement_title(item: AgreementItem, lang: Lang) -> str:
    """Return a title such as ``Memorandum of understanding with Yokohama (9 April 2013)``.

    Where no source dates the signing, the announcement or else the end of the term stands in its place, if that is
    known.
    """
    t = texts(lang)
    values = {"instrument": item.instrument[lang], "partner": item.partner.name[lang]}
    if item.record.signed is not None:
        return str(t["agreement"]["title"].format(**values, date=date_text(item.record.signed, lang)))
    if item.record.announced is not None:
        announced = date_text(item.record.announced, lang)
        return str(t["agreement"]["title_announced"].format(**values, date=announced))
    if item.expires is not None:
        return str(t["agreement"]["title_until"].format(**values, date=date_text(item.expires, lang)))
    return str(t["agreement"]["title_undated"].format(**values))


def reported_title(item: ReportedAgreementItem, lang: Lang) -> str:
    """Return a title such as ``Memorandum with a partner in Laos (2025)`` of what a source tells of an agreement."""
    words, record = texts(lang)["reported-agreement"], item.record
    if record.partner_name is not None:
        partner = record.partner_name[lang]
    else:
        partner = words["unnamed"] if item.country is None else words["of"].format(country=item.country.name[lang])
    instrument = words["agreement"] if item.instrument is None else item.instrument[lang]
    title = words["title"] if record.year is not None else words["title_undated"]
    return str(title.format(instrument=instrument, partner=partner, year=record.year))


def group_title(item: GroupItem, lang: Lang) -> str:
    """Return the title of a group of tasks: its number and its name."""
    return str(texts(lang)["task"]["group_title"].format(number=item.record.number, name=item.record.name[lang]))


def task_words(status: TaskStatus, support: Support, lang: Lang) -> str:
    """Return the words for a status of a task; one that is done without evidence is only reported so."""
    t = texts(lang)
    return str(t["done_unproven"] if (status, support) == ("done", "claim") else t["task_status"][status])


def lead_names(task: TaskItem, lang: Lang) -> list[str]:
    """Return who answers for a task today, as within a sentence: agencies, all relevant ones, or that none is named.

    Of an agency that ended without a successor, the plan's word is all there is.
    """
    words = texts(lang)["report"]
    names = [agency.name[lang] for agency in task.lead_today or task.lead]
    if task.record.lead_all_relevant:
        names.append(within_sentence(words["all_relevant"]))
    return names or [within_sentence(words["no_lead"])]


def within_sentence(words: str) -> str:
    """Return words that begin with a capital as they stand within a sentence; an abbreviation stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
