"""Records cut off at an earlier day: without what came after it.

Documents and figures stay, for they are the sources of what is known of that day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from macros.base.dates import PartialDate
from macros.catalogue.agreement_life import announcement, first_told
from macros.catalogue.in_use import keep_nested
from macros.catalogue.joins.by_key import by_key
from macros.records.dataset import Dataset, Entry
from macros.records.model import RELATIONS, Conflict, Partner, ReportedAgreement, TradeAgreement, Update


def until(dataset: Dataset, day: dt.date) -> Dataset:
    """Return the records without the agreements, activities, updates and plans (with their tasks) of later days.

    Only what certainly came later is left out: an agreement signed in 2024 stays for any day of 2024.
    """
    entries = {kind: list(found) for kind, found in dataset.entries.items()}

    def later(date: PartialDate | None) -> bool:
        return date is not None and date.first_day > day

    issued = {entry.record.id: entry.record.date for entry in entries["documents"]}
    entries["activities"] = [entry for entry in entries["activities"] if not later(entry.record.date)]
    reported = dataset.of("reported-agreements", ReportedAgreement)
    entries["reported-agreements"] = [
        entry for entry in reported if entry.record.year is None or entry.record.year <= day.year
    ]
    entries["plans"] = [entry for entry in entries["plans"] if not later(issued.get(entry.record.document))]
    plans = {entry.record.id for entry in entries["plans"]}
    entries["tasks"] = [entry for entry in entries["tasks"] if entry.record.plan in plans]
    told = by_key((entry.record for entry in dataset.of("updates", Update)), lambda update: (update.record,))
    entries["partners"] = [_begun_by(entry, later, told) for entry in entries["partners"]]
    left = {
        "activity": {entry.record.id for entry in entries["activities"]},
        "reported-agreement": {entry.record.id for entry in entries["reported-agreements"]},
        "task": {entry.record.id for entry in entries["tasks"]},
        "agreement": {agreement.id for entry in entries["partners"] for agreement in entry.record.agreements},
    }

    def stands(reference: str) -> bool:
        kind, _, name = reference.partition("/")
        return name in left.get(kind, {name})

    entries["partners"] = [_tied_to(entry, left["agreement"]) for entry in entries["partners"]]
    entries["updates"] = [
        _without(entry, by=None) if entry.record.by is not None and entry.record.by not in left["agreement"] else entry
        for entry in entries["updates"]
        if stands(entry.record.record) and not later(entry.record.date)
    ]
    entries["conflicts"] = [entry for entry in dataset.of("conflicts", Conflict) if stands(entry.record.record)]
    entries["trade-agreements"] = [
        _without(entry, tasks=tuple(name for name in entry.record.tasks if name in left["task"]))
        for entry in dataset.of("trade-agreements", TradeAgreement)
    ]
    return Dataset(entries, dataset.ids)


def _begun_by(
    entry: Entry[Partner], later: Callable[[PartialDate | None], bool], told: Mapping[str, tuple[Update, ...]]
) -> Entry[Partner]:
    """Keep the agreements of a partner that were spoken of by then, and their nodes, which hold their places.

    An agreement that had been announced stays without the signing that came later.
    """
    agreements, stay = [], []
    for index, agreement in enumerate(entry.record.agreements):
        updates = told[f"agreement/{agreement.id}"]
        coming = later(agreement.signed) and announcement(agreement, updates) is not None
        agreements.append(agreement.model_copy(update={"signed": None}) if coming else agreement)
        if not later(first_told(agreement, updates)):
            stay.append(index)
    # Pages depend on records by identity: one that says the same stays the same.
    if any(new is not old for new, old in zip(agreements, entry.record.agreements, strict=True)):
        entry = _without(entry, agreements=tuple(agreements))
    return keep_nested(entry, "agreements", stay)


def _tied_to(entry: Entry[Partner], left: set[str]) -> Entry[Partner]:
    """Return a partner whose agreements lead to no agreement of a later day."""
    agreements = tuple(
        agreement.model_copy(
            update={name: tuple(one for one in getattr(agreement, name) if one in left) for name in RELATIONS}
        )
        for agreement in entry.record.agreements
    )
    return entry if agreements == entry.record.agreements else _without(entry, agreements=agreements)


def _without(entry: Entry[Any], **values: Any) -> Entry[Any]:
    return replace(entry, record=entry.record.model_copy(update=values))
