"""Rules about the order of dates, and about dates in the future."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from macros.base.clock import HO_CHI_MINH
from macros.base.dates import PartialDate
from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import Path, every_value, problem
from macros.records.dataset import Dataset, Entry
from macros.records.model import Agreement, Partner, Update

_FIRST: Final = {"announced", "signed"}
# Parts of a record whose dates may lie ahead, or have a rule of their own.
_AHEAD: Final = frozenset({"successors", "ended", "retired"})


def date_order(dataset: Dataset) -> Iterator[Problem]:
    """An agreement is signed, then renewed in order, then ends; updates to it come after its signing.

    Announcement and signing themselves are left to the rules of :mod:`macros.records.check.rules.agreements`.
    """
    for entry in dataset.of("partners", Partner):
        for index, agreement in enumerate(entry.record.agreements):
            for (_, before), (path, date) in pairwise(_dates(agreement)):
                if date.last_day < before.first_day:
                    yield _out_of_order("partners", entry, ("agreements", index, *path), date, before)
    begun = _begun(dataset)
    for update in dataset.of("updates", Update):
        happened = update.record.date
        start = begun.get(update.record.record) if update.record.event not in _FIRST else None
        if start is not None and happened.last_day < start.first_day:
            yield _out_of_order("updates", update, ("date",), happened, start)
        for field in ("until", "next"):
            later = getattr(update.record, field)
            if later is not None and later.last_day < happened.first_day:
                yield _out_of_order("updates", update, (field,), later, happened)


def _begun(dataset: Dataset) -> dict[str, PartialDate]:
    """Return the signing of each agreement, else its announcement, by ``agreement/id``."""
    updates = [entry.record for entry in dataset.of("updates", Update)]
    begun = {update.record: update.date for update in updates if update.event == "signed"}
    for entry in dataset.of("partners", Partner):
        for agreement in entry.record.agreements:
            start = agreement.signed or begun.get(f"agreement/{agreement.id}") or agreement.announced
            if start is not None:
                begun[f"agreement/{agreement.id}"] = start
    return begun


def _dates(agreement: Agreement) -> list[tuple[Path, PartialDate]]:
    """Return the known dates of an agreement in the order in which they have to follow, each with its path."""
    dates: list[tuple[Path, PartialDate | None]] = [(("signed",), agreement.signed)]
    dates += [(("renewed", index, "date"), renewal.date) for index, renewal in enumerate(agreement.renewed)]
    dates.append((("term", "until"), agreement.term.until))
    return [(path, date) for path, date in dates if date is not None]


def _out_of_order(kind: str, entry: Entry[Any], path: Path, date: PartialDate, before: PartialDate) -> Problem:
    return problem("date-order", kind, entry, path, found=str(date), before=str(before))


def date_in_future(dataset: Dataset) -> Iterator[Problem]:
    """Signings, renewals and updates lie in the past. Judged by the real date, whatever ``AS_OF`` says.

    An agency is succeeded on the day that the document sets, which may be ahead. For the day on which a record is
    retired there is a rule of its own.
    """
    today = dt.datetime.now(HO_CHI_MINH).date()
    for kind, entry, path, value in every_value(dataset):
        if not isinstance(value, PartialDate) or value.first_day <= today:
            continue
        if path[-1] in {*_FIRST, "date"} and not _AHEAD.intersection(map(str, path)):
            yield problem("date-in-future", kind, entry, path, found=str(value))
