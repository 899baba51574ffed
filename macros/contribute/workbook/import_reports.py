"""Entering an agency's reports into the data: one new file of updates, once all data have passed the check with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.reports import Report, Reports
from macros.records.check.problem import Problem, errors
from macros.records.writing.candidate import problems_with, put
from macros.records.writing.yaml_text import yaml_file

UPDATES: Final = Path("data") / "updates"


class Refused(Exception):
    """The data does not pass the check with the new file; nothing was written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.text() for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Known:
    """A report that the data already have, with its place; ``differs`` where its translation or link is another."""

    report: Report
    place: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Entered:
    """The outcome of an import.

    Attributes:
        file: the new file, relative to the project; None where nothing is new.
        new: the reports in it.
        known: reports that the data already have.
        warnings: problems that the check warns of in the new file.
    """

    file: Path | None
    new: tuple[Report, ...]
    known: tuple[Known, ...]
    warnings: tuple[Problem, ...] = ()


def enter(root: Path, found: Reports, records: Catalogue) -> Entered:
    """Write the new reports into one file below ``data/updates/``.

    Args:
        root: the project's folder.
        found: the reports of a workbook without faults.
        records: the data, as of the day of the import, which names the file.

    Raises:
        Refused: the check finds errors in the data with the new file; nothing was written.
    """
    assert not found.faults
    known = [same for report in found.reports if (same := _known(report, records)) is not None]
    before = {entry.report.row for entry in known}
    new = tuple(report for report in found.reports if report.row not in before)
    if not new:
        return Entered(None, (), tuple(known))
    file = _free_name(root, UPDATES / f"{records.as_of.isoformat()}-{found.agency.id}")
    written = yaml_file("updates", list(_records(new, found.agency.id, records)))
    problems = problems_with(root, file.as_posix(), written)
    if wrong := errors(problems):
        raise Refused(wrong)
    put(root, file.as_posix(), written)
    own = tuple(problem for problem in problems if problem.place.file == file.as_posix())
    return Entered(file, new, tuple(known), own)


def _known(report: Report, records: Catalogue) -> Known | None:
    """Return the update in the data that says the same of the task; None where any part of the report is new."""
    same = {
        tuple(_key(entry.record.__dict__).items()): entry
        for entry in records.updates
        if (entry.record.record, entry.record.date, entry.record.note.vi)
        == (f"task/{report.task.id}", report.date, report.note)
    }
    found = [same.get(tuple(_key(event).items())) for event in _events(report)]
    first = found[0]
    if first is None or None in found:
        return None
    differs = report.note_en not in {None, first.record.note.en} or report.url not in {None, first.record.url}
    return Known(report, str(first.place), differs)


def _key(event: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of an event that tell it from others of its day."""
    return {
        "event": event["event"],
        "status": event.get("status") or "",
        "due": str(event.get("due") or ""),
        "lead": tuple(event.get("lead") or ()),
    }


def _events(report: Report) -> Iterator[dict[str, Any]]:
    """Yield what a report says, as the fields of the event that it makes."""
    if report.status is not None:
        reason = {} if report.reason is None else {"reason": {"vi": report.reason}}
        yield {"event": "progress", "status": report.status, **reason}
    if report.due is not None:
        was = {} if report.task.due is None else {"was": str(report.task.due)}
        yield {"event": "due-changed", **was, "due": str(report.due)}
    if report.lead:
        yield {"event": "reassigned", "lead": list(report.lead)}


def _free_name(root: Path, stem: Path) -> Path:
    """Return the name of the file; with a number where there is one of this day already."""
    names = (stem.with_name(f"{stem.name}{suffix}.yaml") for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not (root / name).exists())


def _records(reports: tuple[Report, ...], agency: str, records: Catalogue) -> Iterator[dict[str, Any]]:
    """Yield an update for each event of each report, in the order of the workbook and of the model's fields."""
    taken = {entry.record.id for entry in records.updates}
    for report in reports:
        stem = f"{report.task.id}-{agency}-{report.date}"
        for event in _events(report):
            name = next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if name not in taken)
            taken.add(name)
            yield {
                "id": name,
                "record": f"task/{report.task.id}",
                "event": event.pop("event"),
                "date": str(report.date),
                **event,
                "note": {"vi": report.note} | ({"en": report.note_en} if report.note_en is not None else {}),
            } | ({"url": report.url} if report.url is not None else {})
