"""An earlier day: what had happened by then, and what was in force at the end of each year.

The records are today's knowledge. A site built for an earlier day (``AS_OF``) leaves out what happened after it and
judges the rest by that day; documents and figures stay, for they are the sources.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.base.dates import PartialDate
from macros.catalogue.items import AgreementItem
from macros.catalogue.status import Unclear, judged
from macros.records import yaml_source
from macros.records.dataset import Dataset, Entry
from macros.records.model import Conflict, Partner, TradeAgreement


def until(dataset: Dataset, day: dt.date) -> Dataset:
    """The records without what came after a day: signings, activities, updates, and plans with their tasks.

    Only what certainly came later is left out: a signing dated 2024 stays for any day of 2024.
    """
    entries = {kind: list(found) for kind, found in dataset.entries.items()}

    def later(date: PartialDate | None) -> bool:
        return date is not None and date.first_day > day

    issued = {entry.record.id: entry.record.date for entry in entries["documents"]}
    entries["activities"] = [entry for entry in entries["activities"] if not later(entry.record.date)]
    entries["plans"] = [entry for entry in entries["plans"] if not later(issued.get(entry.record.document))]
    plans = {entry.record.id for entry in entries["plans"]}
    entries["tasks"] = [entry for entry in entries["tasks"] if entry.record.plan in plans]
    entries["partners"] = [_signed_by(entry, later) for entry in entries["partners"]]
    left = {
        "activity": {entry.record.id for entry in entries["activities"]},
        "task": {entry.record.id for entry in entries["tasks"]},
        "agreement": {agreement.id for entry in entries["partners"] for agreement in entry.record.agreements},
    }

    def stands(reference: str) -> bool:
        kind, _, name = reference.partition("/")
        return name in left.get(kind, {name})

    entries["updates"] = [
        entry for entry in entries["updates"] if stands(entry.record.record) and not later(entry.record.date)
    ]
    entries["conflicts"] = [entry for entry in dataset.of("conflicts", Conflict) if stands(entry.record.record)]
    entries["trade-agreements"] = [
        _without(entry, tasks=tuple(name for name in entry.record.tasks if name in left["task"]))
        for entry in dataset.of("trade-agreements", TradeAgreement)
    ]
    return Dataset(entries, dataset.ids)


def _signed_by(entry: Entry[Partner], later: Callable[[PartialDate | None], bool]) -> Entry[Partner]:
    """A partner with the agreements signed so far; its nodes are cut alike, for they hold the places of those left."""
    stay = [index for index, agreement in enumerate(entry.record.agreements) if not later(agreement.signed)]
    if len(stay) == len(entry.record.agreements):
        return entry
    assert isinstance(entry.node, yaml_source.Mapping)
    listed = entry.node.items["agreements"]
    assert isinstance(listed, yaml_source.Sequence)
    nodes = replace(listed, items=[listed.items[index] for index in stay])
    node = replace(entry.node, items={**entry.node.items, "agreements": nodes})
    record = entry.record.model_copy(update={"agreements": tuple(entry.record.agreements[index] for index in stay)})
    return Entry(record, node)


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The last day of a year: which agreements were in force, and of which nothing can be concluded, with why not.

    ``why`` has the reason by the id of an unclear one. Those whose signing no source dates may not even have been
    signed by then; they are kept apart.
    """

    day: dt.date
    in_force: tuple[AgreementItem, ...]
    unclear: tuple[AgreementItem, ...]
    why: Mapping[str, Unclear]
    undated: tuple[AgreementItem, ...]
    expired: int

    @property
    def year(self) -> int:
        return self.day.year

    @property
    def date(self) -> PartialDate:
        return PartialDate.of(self.day)


def year_ends(agreements: Iterable[AgreementItem], as_of: dt.date) -> list[YearEnd]:
    """The end of each year from the first signing to the last year that is over on a day, oldest first."""
    items = tuple(agreements)
    signed = [item.record.signed.year for item in items if item.record.signed is not None]
    last = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    return [year_end(items, dt.date(year, 12, 31), as_of) for year in range(min(signed, default=last + 1), last + 1)]


def year_end(agreements: Iterable[AgreementItem], day: dt.date, known: dt.date) -> YearEnd:
    """What was in force on a day, by what is known on a later one; agreements signed after the day are left out."""
    in_force, undated, expired = [], [], 0
    unclear: dict[str, tuple[AgreementItem, Unclear]] = {}
    for item in agreements:
        status, why = judged(item.record, day, item.updates, known)
        if status == "in-force":
            in_force.append(item)
        elif status == "expired":
            expired += 1
        elif why == "no-signing-date":
            undated.append(item)
        elif why is not None and why != "signed-later":
            unclear[item.id] = item, why
    return YearEnd(
        day,
        tuple(in_force),
        tuple(item for item, _ in unclear.values()),
        {name: why for name, (_, why) in unclear.items()},
        tuple(undated),
        expired,
    )


def _without(entry: Entry[Any], **values: Any) -> Entry[Any]:
    return replace(entry, record=entry.record.model_copy(update=values))
