"""Agreements, tasks and updates to judge, and the small data set with more of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.cutoff import until
from macros.records.check.problem import errors
from macros.records.check.rules import check
from macros.records.dataset import Dataset
from macros.records.model import EVENTS, Agreement, Task, Update

SOURCES = [{"document": "scheme", "locator": "dòng 1"}]
# A partner with an agreement of every sort: signed to the month and to the year, without a term, without a signing
# date, with an end long past, and with a term that began before it ends.
KOBE = """
- id: kobe
  kind: city
  country: jp
  name: {vi: Kobe, en: Kobe}
  agreements:
    - {id: kobe-2012, instrument: agreement, signatory: peoples-committee, signed: 2012-05, term: {kind: indefinite},
       sources: [{document: scheme, locator: a}]}
    - {id: kobe-2001, instrument: agreement, signatory: peoples-committee, signed: 2001, term: {kind: indefinite},
       sources: [{document: scheme, locator: b}]}
    - {id: kobe-open, instrument: memorandum, signatory: peoples-committee, signed: 2013, term: {kind: unstated},
       sources: [{document: scheme, locator: c}]}
    - {id: kobe-undated, instrument: memorandum, signatory: peoples-committee, term: {kind: until, until: 2029},
       sources: [{document: scheme, locator: d}]}
    - {id: kobe-over, instrument: memorandum, signatory: peoples-committee, signed: 2005,
       term: {kind: until, until: 2010-06-30}, sources: [{document: scheme, locator: e}]}
    - {id: kobe-three-years, instrument: memorandum, signatory: peoples-committee,
       term: {kind: until, until: 2028, years: 3}, sources: [{document: scheme, locator: f}]}
  sources:
    - document: scheme
      locator: x
"""
# Agreements before their signing: one only announced, one signed since by an update, one that an update announces, one
# that took the place of another, and one that carries that out.
ANNOUNCED = """
- id: nara
  kind: city
  country: jp
  name: {vi: Nara, en: Nara}
  agreements:
    - {id: nara-coming, instrument: memorandum, signatory: peoples-committee, announced: 2026-03-10,
       term: {kind: unstated}, sources: [{document: scheme, locator: a}]}
    - {id: nara-2026, instrument: memorandum, signatory: peoples-committee, announced: 2025-02,
       term: {kind: years, years: 3}, sources: [{document: scheme, locator: b}]}
    - {id: nara-rumour, instrument: memorandum, signatory: peoples-committee,
       term: {kind: indefinite}, sources: [{document: scheme, locator: c}]}
    - {id: nara-2000, instrument: agreement, signatory: peoples-committee, signed: 2000-04-01,
       term: {kind: indefinite}, sources: [{document: scheme, locator: d}]}
    - {id: nara-2015, instrument: agreement, signatory: peoples-committee, signed: 2015-09-01,
       supersedes: [nara-2000], term: {kind: indefinite}, sources: [{document: scheme, locator: e}]}
    - {id: nara-2016, instrument: memorandum, signatory: peoples-committee, signed: 2016-01-01,
       implements: [nara-2015], term: {kind: indefinite}, sources: [{document: scheme, locator: f}]}
  sources:
    - document: scheme
      locator: x
"""
LATER = """
- {id: s, record: agreement/nara-2026, event: signed, date: 2026-06-20, note: {vi: n, en: n}}
- {id: a, record: agreement/nara-rumour, event: announced, date: 2026-07, note: {vi: n, en: n}}
"""


def on(day: str) -> dt.date:
    return dt.date.fromisoformat(day)


TODAY = on("2026-11-21")


def agreement(
    term: dict[str, str], signed: str | None = "2020", renewed: tuple[str, ...] = (), announced: str | None = None
) -> Agreement:
    values: dict[str, Any] = {
        "id": "x",
        "instrument": "agreement",
        "signatory": "a",
        "term": term,
        "sources": SOURCES,
        "renewed": [{"date": date, "kind": "further"} for date in renewed],
    }
    if signed is not None:
        values["signed"] = signed
    if announced is not None:
        values["announced"] = announced
    return Agreement.model_validate(values)


def update(event: str, date: str, **values: Any) -> Update:
    about = "task/x" if event in EVENTS["task"] else "agreement/x"
    fields = {"id": "u", "record": about, "event": event, "date": date, "note": {"vi": "n"}, **values}
    return Update.model_validate(fields)


def task(due: str | None = None, lead: tuple[str, ...] = ()) -> Task:
    values: dict[str, Any] = {
        "id": "x",
        "plan": "p",
        "group": "g",
        "number": "I.1",
        "title": {"vi": "a", "en": "a"},
        "summary": {"vi": "a", "en": "a"},
        "sources": SOURCES,
    }
    return Task.model_validate(values | ({"due": due} if due else {}) | ({"lead": lead} if lead else {}))


def append(root: Path, file: str, text: str) -> None:
    """Add records to a file of the data set, which need not exist."""
    path = root / "data" / file
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")


def replaced(root: Path, file: str, before: str, after: str) -> None:
    """Change a text that a file of the data set has."""
    path = root / "data" / file
    content = path.read_text(encoding="utf-8")
    assert before in content
    path.write_text(content.replace(before, after), encoding="utf-8")


def sound(root: Path) -> Dataset:
    """The records below a folder, which pass the check."""
    dataset, problems = check(root)
    assert errors(problems) == []
    return dataset


def today(root: Path) -> Catalogue:
    return Catalogue(sound(root), TODAY)


def past(root: Path, day: str) -> Catalogue:
    """The catalogue of a day in the past, by what is known today."""
    return Catalogue(until(sound(root), on(day)), on(day), known=TODAY)
