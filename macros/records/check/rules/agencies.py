"""Rules about agencies that others succeed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.base.dates import PartialDate
from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset
from macros.records.model import Agency


def successor_itself(dataset: Dataset) -> Iterator[Problem]:
    """An agency is succeeded by others, each named once."""
    for entry in dataset.of("agencies", Agency):
        seen: set[str] = set()
        for index, successor in enumerate(entry.record.successors):
            rule = "successor-itself" if successor.agency == entry.record.id else "successor-twice"
            if rule == "successor-itself" or successor.agency in seen:
                yield problem(rule, "agencies", entry, ("successors", index, "agency"), found=successor.agency)
            seen.add(successor.agency)


def successor_circle(dataset: Dataset) -> Iterator[Problem]:
    """Following the successors of an agency never leads back to it."""
    agencies = {entry.record.id: entry.record for entry in dataset.of("agencies", Agency)}
    told: set[str] = set()
    for entry in dataset.of("agencies", Agency):
        name = entry.record.id
        for index, successor in enumerate(entry.record.successors):
            path = _way(agencies, successor.agency, name)
            if path and name not in told and successor.agency != name:
                told |= set(path)
                circle = " → ".join((name, *path))
                at = ("successors", index, "agency")
                yield problem("successor-circle", "agencies", entry, at, found=successor.agency, circle=circle)


def successor_ended(dataset: Dataset) -> Iterator[Problem]:
    """An agency takes over while it exists itself."""
    agencies = {entry.record.id: entry.record for entry in dataset.of("agencies", Agency)}
    for entry in dataset.of("agencies", Agency):
        for index, successor in enumerate(entry.record.successors):
            if _way(agencies, successor.agency, entry.record.id):
                continue  # reported by successor_itself() or successor_circle()
            end = _end(agencies[successor.agency]) if successor.agency in agencies else None
            if end is not None and end.last_day < successor.date.first_day:
                at = ("successors", index, "date")
                since, found = str(successor.date), successor.agency
                yield problem("successor-ended", "agencies", entry, at, found=found, date=since, ended=str(end))


def _way(agencies: Mapping[str, Agency], start: str, goal: str) -> tuple[str, ...]:
    """Return the successors that lead from one agency to another, both included; empty where none do."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        following = agencies[way[-1]].successors if way[-1] in agencies else ()
        for successor in following:
            if successor.agency not in seen:
                seen.add(successor.agency)
                ways.append((*way, successor.agency))
    return ()


def _end(agency: Agency) -> PartialDate | None:
    """Return the date from which an agency no longer answers for anything; ``None`` while it does."""
    if agency.ended is not None:
        return agency.ended.date
    return min((successor.date for successor in agency.successors), key=lambda date: date.first_day, default=None)
