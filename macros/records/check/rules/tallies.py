"""Rules about the number of records."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset, Entry
from macros.records.kinds import PLURAL
from macros.records.model import Partner, Tally


def counts(dataset: Dataset) -> dict[str, int]:
    """Return the number of records of each kind, by plural. Agreements within partners count as agreements."""
    result = {kind: len(entries) for kind, entries in dataset.entries.items() if PLURAL[kind].published}
    result["agreements"] += sum(len(entry.record.agreements) for entry in dataset.of("partners", Partner))
    return dict(sorted(result.items()))


def count_fell(dataset: Dataset) -> Iterator[Problem]:
    """No kind loses more than a tenth of its records without a stated reason."""
    tallies = sorted(dataset.of("tallies", Tally), key=lambda entry: entry.record.date.last_day)
    for before, after in pairwise(tallies):
        for kind, number in after.record.counts.items():
            previous = before.record.counts.get(kind, 0)
            if _fell(previous, number) and after.record.reason is None:
                yield _fewer("tally-reason", after, kind, previous, number)
    if tallies:
        latest = tallies[-1]
        present = counts(dataset)
        for kind, number in latest.record.counts.items():
            # A record with a mistake still exists.
            there = max(present.get(kind, 0), len(dataset.ids.get(kind, ())))
            if _fell(number, there) and dataset.lacks(kind, ""):
                yield _fewer("count-fell", latest, kind, number, present.get(kind, 0))


def _fewer(rule: str, entry: Entry[Tally], kind: str, before: int, now: int) -> Problem:
    return problem(rule, "tallies", entry, ("counts",), at=(kind,), found=str(now), kind=kind, before=str(before))


def _fell(before: int, after: int) -> bool:
    return after < before - before / 10
