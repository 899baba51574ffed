"""Rules about the life of agreements: announced before signed, signed once, relations that lead back in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from macros.base.dates import PartialDate
from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import Path, problem
from macros.records.dataset import Dataset, Entry
from macros.records.model import RELATIONS, Agreement, Partner, Update


class _Told(NamedTuple):
    """A date of an agreement with the place where it is written."""

    date: PartialDate
    kind: str
    entry: Entry[Any]
    path: Path


def agreements(dataset: Dataset) -> Iterator[tuple[Entry[Partner], int, Agreement]]:
    """Yield every agreement with the entry of its partner and its position there."""
    for entry in dataset.of("partners", Partner):
        for index, agreement in enumerate(entry.record.agreements):
            yield entry, index, agreement


def announced_and_signed(dataset: Dataset) -> Iterator[Problem]:
    """An agreement is signed after the day on which it was announced, for only what is not signed is announced."""
    announced, signed = _told(dataset, "announced"), _told(dataset, "signed")
    for name, dates in announced.items():
        for told in dates:
            for signing in signed.get(name, ()):
                if signing.date.last_day <= told.date.first_day:
                    found, before = str(told.date), str(signing.date)
                    yield problem("announced-and-signed", told.kind, told.entry, told.path, found=found, signed=before)


def signed_twice(dataset: Dataset) -> Iterator[Problem]:
    """The signing is recorded once, in the agreement or by an update; further signings are renewals."""
    for first, *others in _told(dataset, "signed").values():
        for again in others:
            if again.kind != "updates":
                continue  # an id that is used twice, which duplicate_id() reports
            yield problem(
                "signed-twice",
                again.kind,
                again.entry,
                again.path,
                found=str(again.date),
                first=str(first.date),
                where=str(first.entry.place_of(*first.path)),
            )


def _told(dataset: Dataset, event: str) -> dict[str, list[_Told]]:
    """Return every date of an event by the id of its agreement: that of the agreement first, then those of updates."""
    found: dict[str, list[_Told]] = {}
    for entry, index, agreement in agreements(dataset):
        date = getattr(agreement, event)
        if date is not None:
            path: Path = ("agreements", index, event)
            found.setdefault(agreement.id, []).append(_Told(date, "partners", entry, path))
    for update in dataset.of("updates", Update):
        kind, _, name = update.record.record.partition("/")
        if kind == "agreement" and update.record.event == event:
            found.setdefault(name, []).append(_Told(update.record.date, "updates", update, ("date",)))
    return found


class _Step(NamedTuple):
    """A step from an agreement to an earlier one, with the place where it is written."""

    earlier: str
    kind: str
    entry: Entry[Any]
    path: Path
    at: Path


def agreement_circle(dataset: Dataset) -> Iterator[Problem]:
    """No agreement replaces, amends, carries out or falls under itself, directly or through others."""
    steps = _steps(dataset)
    done: set[str] = set()
    for name in steps:
        yield from _circles(name, steps, done)


def _circles(start: str, steps: dict[str, list[_Step]], done: set[str]) -> Iterator[Problem]:
    """Yield the circles that are reached from an agreement, each at the step that closes it."""
    way: list[str] = [start]
    open_steps = [iter(steps[start] if start not in done else ())]
    while open_steps:
        step = next(open_steps[-1], None)
        if step is None:
            open_steps.pop()
            done.add(way.pop())
        elif step.earlier in way:
            circle = " → ".join([*way[way.index(step.earlier) :], step.earlier])
            yield problem("agreement-circle", step.kind, step.entry, step.path, at=step.at, found=circle)
        elif step.earlier in steps and step.earlier not in done:
            way.append(step.earlier)
            open_steps.append(iter(steps[step.earlier]))


def _steps(dataset: Dataset) -> dict[str, list[_Step]]:
    """Return the steps from each agreement to earlier ones, by its id."""
    found: dict[str, list[_Step]] = {}
    for entry, index, agreement in agreements(dataset):
        for relation in RELATIONS:
            for position, earlier in enumerate(getattr(agreement, relation)):
                step = _Step(earlier, "partners", entry, ("agreements", index, relation), (position,))
                found.setdefault(agreement.id, []).append(step)
    for update in dataset.of("updates", Update):
        if update.record.by is not None:
            earlier = update.record.record.partition("/")[2]
            found.setdefault(update.record.by, []).append(_Step(earlier, "updates", update, ("by",), ()))
    return found
