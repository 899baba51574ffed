"""The rules over the whole of the data. Each is a small generator; :data:`RULES` is the list of them."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from macros.base.clock import HO_CHI_MINH
from macros.base.dates import PartialDate
from macros.base.folding import fold
from macros.base.system.garbage import paused
from macros.records.check.messages import REFERENCE_EXAMPLE
from macros.records.check.problem import MAX_REPORTED, Place, Problem, limited, shorten
from macros.records.dataset import Dataset, Entry, Kept, read
from macros.records.kinds import DISPUTED, HOLDERS, PLURAL, REFERENCES, SINGULAR, Kind
from macros.records.model import (
    Conflict,
    Note,
    Partner,
    Plan,
    Tally,
    Task,
    Text,
    Update,
)
from macros.records.model import (
    Place as PlaceRecord,
)

# A conflict may also concern the figures that a document prints, which are no field of it.
FIGURES: Final = {"document": ("figures",)}

# A text of more words than this that is the same in both languages is no name.
LONGEST_NAME: Final = 4

Rule = Callable[[Dataset], Iterator[Problem]]


def check(root: Path, kept: Kept | None = None) -> tuple[Dataset, list[Problem]]:
    """Read the data below ``root`` and apply every rule.

    Args:
        root: the project's folder.
        kept: what files were read to before (see :func:`macros.records.dataset.read`).

    Returns:
        The data, and all problems sorted by place.
    """
    with paused():
        dataset, problems = read(root, kept)
        for rule in RULES:
            problems += limited(rule(dataset))
        return dataset, sorted(problems)


def _all(dataset: Dataset) -> Iterator[tuple[str, Entry[Any]]]:
    for kind, entries in dataset.entries.items():
        for entry in entries:
            yield kind, entry


def _name(kind: str, entry: Entry[Any]) -> str:
    return f"{kind}/{entry.record.id}"


def _walk(record: BaseModel) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value inside a record that is there, with its path; what lies deeper comes later."""
    level: list[tuple[tuple[str | int, ...], Any]] = [((), record)]
    while level:
        deeper: list[tuple[tuple[str | int, ...], Any]] = []
        for path, value in level:
            yield path, value
            # Most are texts, and asking whether one is a model is slow.
            if isinstance(value, str):
                continue
            if isinstance(value, tuple):
                deeper += [((*path, index), item) for index, item in enumerate(value)]
            elif isinstance(value, BaseModel):
                deeper += [((*path, name), item) for name, item in value.__dict__.items() if item is not None]
        level = deeper


def _said(kind: str, entry: Entry[Any], path: tuple[str | int, ...]) -> tuple[str, str]:
    """How a problem names a record and a field of it; an agreement is named itself, wherever it is written."""
    match path:
        case (str(field), int(index), *rest) if rest and (inner := PLURAL[kind].nested.get(field)):
            if SINGULAR[inner].stored != "nested":
                return f"{SINGULAR[inner].plural}/{getattr(entry.record, field)[index].id}", _dotted(tuple(rest))
    return _name(kind, entry), _dotted(path)


def _dotted(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))


def duplicate_id(dataset: Dataset) -> Iterator[Problem]:
    """An id is used once among all records of a kind, in whatever file they stand."""
    seen: dict[tuple[str, str], Place] = {}
    for kind, name, place in dataset.named():
        first = seen.setdefault((kind, name), place)
        if first != place:
            yield Problem(place, "duplicate-id", f"{kind}/{name}", "id", name, details=(("first", str(first)),))


def references(dataset: Dataset) -> Iterator[Problem]:
    """Every id that a record names belongs to a record, and stands once in a list."""
    missing = 0
    for kind, entry in _all(dataset):
        for path, value in _walk(entry.record):
            target = REFERENCES.get(str(path[-1])) if path else None
            if target is None or value is None or isinstance(value, BaseModel):
                continue
            named = [(path, value)] if isinstance(value, str) else [((*path, i), item) for i, item in enumerate(value)]
            seen: set[str] = set()
            for here, wanted in named:
                if dataset.lacks(target.plural, wanted):
                    missing += 1
                    yield _unknown(dataset, kind, (entry, here), target, wanted, missing)
                if wanted in seen:
                    place = entry.place_of(*here)
                    yield Problem(place, "repeated-reference", *_said(kind, entry, path), wanted)
                seen.add(wanted)


def record_references(dataset: Dataset) -> Iterator[Problem]:
    """``record: kind/id`` in conflicts and updates leads to a record that is there."""
    pointing: list[tuple[str, Entry[Any]]] = [("conflicts", entry) for entry in dataset.of("conflicts", Conflict)]
    pointing += [("updates", entry) for entry in dataset.of("updates", Update)]
    missing = 0
    for kind, entry in pointing:
        singular, _, wanted = entry.record.record.partition("/")
        if kind == "conflicts" and singular not in DISPUTED:
            place, name = entry.place_of("record"), _name(kind, entry)
            yield Problem(place, "record-reference", name, "record", shorten(entry.record.record), REFERENCE_EXAMPLE)
            continue
        target = SINGULAR[singular]
        if dataset.lacks(target.plural, wanted):
            missing += 1
            yield _unknown(dataset, kind, (entry, ("record",)), target, wanted, missing)


def _unknown(
    dataset: Dataset,
    kind: str,
    where: tuple[Entry[Any], tuple[str | int, ...]],
    target: Kind,
    wanted: str,
    missing: int,
) -> Problem:
    near = _near(wanted, dataset.ids.get(target.plural, set()), 1, missing)
    hint = (f" Có phải “{near[0]}”?", f" Did you mean “{near[0]}”?") if near else ("", "")
    file = (target if target.stored == "file" else HOLDERS[target.singular][0]).files
    details = (("kind", target.plural), ("hint_vi", hint[0]), ("hint_en", hint[1]), ("file", file))
    entry, path = where
    return Problem(entry.place_of(*path), "unknown-reference", *_said(kind, entry, path), wanted, details=details)


def _near(wanted: str, known: set[str], most: int, missing: int) -> list[str]:
    """Ids like the one that is wanted. Comparing is slow, so only for the first mistakes, which people will read."""
    return difflib.get_close_matches(wanted, sorted(known), n=most) if missing <= MAX_REPORTED else []


def duplicate_partner(dataset: Dataset) -> Iterator[Problem]:
    """No two partners of a country share a name, an alias or a spelling once accents are folded."""
    seen: dict[tuple[str, str], Entry[Partner]] = {}
    for entry in dataset.of("partners", Partner):
        partner = entry.record
        for name in {fold(name) for name in (partner.name.vi, partner.name.en, *(a.name for a in partner.aliases))}:
            first = seen.setdefault((partner.country, name), entry)
            if first.record.id != partner.id:
                details = (("other", first.record.id), ("first", str(first.place)))
                place = entry.place_of("name")
                yield Problem(place, "duplicate-partner", _name("partners", entry), "name", name, details=details)


def duplicate_task_number(dataset: Dataset) -> Iterator[Problem]:
    """A plan prints each number once."""
    seen: dict[tuple[str, str], Place] = {}
    for entry in dataset.of("tasks", Task):
        key = (entry.record.plan, entry.record.number)
        first = seen.setdefault(key, entry.place)
        if first != entry.place:
            yield Problem(
                entry.place_of("number"),
                "duplicate-task-number",
                _name("tasks", entry),
                "number",
                entry.record.number,
                details=(("first", str(first)),),
            )


def task_group(dataset: Dataset) -> Iterator[Problem]:
    """A task's group belongs to its plan, and its number begins with the group's."""
    plans = [entry.record for entry in dataset.of("plans", Plan)]
    groups = {group.id: (plan.id, group.number) for plan in plans for group in plan.groups}
    for entry in dataset.of("tasks", Task):
        task = entry.record
        if task.group not in groups:
            continue  # said by references()
        plan, number = groups[task.group]
        if plan != task.plan or not task.number.startswith(f"{number}."):
            place = entry.place_of("group")
            details = (("group", task.group),)
            yield Problem(place, "task-group", _name("tasks", entry), "group", task.number, details=details)


def date_order(dataset: Dataset) -> Iterator[Problem]:
    """An agreement is signed, then renewed in order, then ends; updates to it come after its signing."""
    signed: dict[str, PartialDate] = {}
    for entry in dataset.of("partners", Partner):
        for index, agreement in enumerate(entry.record.agreements):
            here: tuple[str | int, ...] = ("agreements", index)
            dates: list[tuple[tuple[str | int, ...], PartialDate | None]] = [((*here, "signed"), agreement.signed)]
            dates += [((*here, "renewed", i, "date"), renewal.date) for i, renewal in enumerate(agreement.renewed)]
            dates.append(((*here, "term", "until"), agreement.term.until))
            known = [(path, date) for path, date in dates if date is not None]
            if agreement.signed is not None:
                signed[agreement.id] = agreement.signed
            for (_, before), (path, date) in pairwise(known):
                if date.last_day < before.first_day:
                    yield _out_of_order("partners", entry, path, date, before)
    for update in dataset.of("updates", Update):
        start = signed.get(update.record.record.partition("/")[2])
        if start is not None and update.record.date.last_day < start.first_day:
            yield _out_of_order("updates", update, ("date",), update.record.date, start)
        for field in ("until", "next"):
            later = getattr(update.record, field)
            if later is not None and later.last_day < update.record.date.first_day:
                yield _out_of_order("updates", update, (field,), later, update.record.date)


def _out_of_order(
    kind: str, entry: Entry[Any], path: tuple[str | int, ...], date: PartialDate, before: PartialDate
) -> Problem:
    place = entry.place_of(*path)
    return Problem(place, "date-order", *_said(kind, entry, path), str(date), details=(("before", str(before)),))


def date_in_future(dataset: Dataset) -> Iterator[Problem]:
    """Signings, renewals and updates have happened. Judged by the real date, whatever ``AS_OF`` says."""
    today = dt.datetime.now(HO_CHI_MINH).date()
    for kind, entry in _all(dataset):
        for path, value in _walk(entry.record):
            happened = bool(path) and path[-1] in {"signed", "date"}
            if happened and isinstance(value, PartialDate) and value.first_day > today:
                yield Problem(entry.place_of(*path), "date-in-future", *_said(kind, entry, path), str(value))


def conflict_field(dataset: Dataset) -> Iterator[Problem]:
    """A conflict concerns a field that its record has, and its values differ."""
    for entry in dataset.of("conflicts", Conflict):
        conflict = entry.record
        singular = conflict.record.partition("/")[0]
        if singular not in DISPUTED:
            continue  # said by record_references()
        model = SINGULAR[singular].inner or SINGULAR[singular].model
        allowed = [*model.model_fields, *FIGURES.get(singular, ())]
        if conflict.field not in allowed:
            place, name = entry.place_of("field"), _name("conflicts", entry)
            details = (("record", conflict.record),)
            yield Problem(place, "conflict-field", name, "field", conflict.field, ", ".join(allowed), details)
        values = [claim.value if isinstance(claim.value, str) else claim.value.vi for claim in conflict.values]
        for index, value in enumerate(values):
            if value in values[:index]:
                place = entry.place_of("values", index, "value")
                yield Problem(place, "conflict-same-value", _name("conflicts", entry), "values", shorten(value))


def agency_twice(dataset: Dataset) -> Iterator[Problem]:
    """An agency leads a task or coordinates it, unless the document prints both and a conflict says so."""
    excused = {
        entry.record.record for entry in dataset.of("conflicts", Conflict) if entry.record.field == "coordinating"
    }
    for entry in dataset.of("tasks", Task):
        task = entry.record
        for index, agency in enumerate(task.coordinating):
            if agency in task.lead and f"task/{task.id}" not in excused:
                place = entry.place_of("coordinating", index)
                yield Problem(place, "agency-twice", _name("tasks", entry), "coordinating", agency)


def place_partner(dataset: Dataset) -> Iterator[Problem]:
    """A place on the map is a partner's, or says what else it is."""
    missing = 0
    for entry in dataset.of("places", PlaceRecord):
        known = dataset.ids["partners"]
        if entry.record.role == "partner" and dataset.lacks("partners", entry.record.id):
            missing += 1
            near = ", ".join(_near(entry.record.id, known, 3, missing))
            place = entry.place_of("id")
            yield Problem(place, "place-partner", _name("places", entry), "id", entry.record.id, near)


def counts(dataset: Dataset) -> dict[str, int]:
    """How many records there are of each kind; agreements are counted apart from their partners."""
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
                details = (("kind", kind), ("before", str(previous)))
                place = after.place_of("counts", kind)
                yield Problem(place, "tally-reason", _name("tallies", after), "counts", str(number), details=details)
    if tallies:
        latest = tallies[-1]
        present = counts(dataset)
        for kind, number in latest.record.counts.items():
            # A record with a mistake is still there.
            there = max(present.get(kind, 0), len(dataset.ids.get(kind, ())))
            if _fell(number, there) and dataset.lacks(kind, ""):
                details = (("kind", kind), ("before", str(number)))
                found = str(present.get(kind, 0))
                place = latest.place_of("counts", kind)
                yield Problem(place, "count-fell", _name("tallies", latest), "counts", found, details=details)


def _fell(before: int, after: int) -> bool:
    return after < before - before / 10


def untranslated(dataset: Dataset) -> Iterator[Problem]:
    """A sentence that is the same in both languages has not been translated; names may be the same."""
    for kind, entry in _all(dataset):
        for path, value in _walk(entry.record):
            if isinstance(value, Text) and value.vi == value.en and len(value.vi.split()) > LONGEST_NAME:
                yield Problem(entry.place_of(*path, "en"), "untranslated", *_said(kind, entry, path))
            if isinstance(value, Note) and value.en is None:
                yield Problem(entry.place_of(*path), "english-pending", *_said(kind, entry, path))


RULES: Final[tuple[Rule, ...]] = (
    duplicate_id,
    references,
    record_references,
    duplicate_partner,
    duplicate_task_number,
    task_group,
    date_order,
    date_in_future,
    conflict_field,
    agency_twice,
    place_partner,
    count_fell,
    untranslated,
)
