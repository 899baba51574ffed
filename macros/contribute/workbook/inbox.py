"""Workbooks that a pull request drops into ``data/inbox/``: entered as ``make import`` does, and taken out of the way.

Only the workflow does this, on the copy that it checked out, so that what follows (site, comment) shows the data as it
would be. The workbook never lands: the check refuses it (``records.check.inbox``), the update file takes its place.
"""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.faults import Unreadable
from macros.contribute.workbook.import_reports import Refused, enter
from macros.contribute.workbook.read import read
from macros.records.check.inbox import workbooks
from macros.records.check.problem import errors
from macros.records.check.rules import check

# Workbooks that are read of one pull request; more would take the run beyond its time.
MOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A workbook of the inbox with what became of it.

    Attributes:
        file: its name.
        agency: the name of the agency that it is of, in both languages; empty where that is not known.
        new: the number of new reports; ``known`` that of reports that the data have.
        faults: sentences about what is wrong, in both languages; nothing was entered where there are any.
        update: the file proposed for it, relative to the project; None where nothing is new.
        text: the content of that file.
    """

    file: str
    agency: tuple[str, str] = ("", "")
    new: int = 0
    known: int = 0
    faults: tuple[tuple[str, str], ...] = ()
    update: Path | None = None
    text: str = ""


def take_in(root: Path, day: dt.date) -> list[Taken]:
    """Enter the workbooks of the inbox into the data, and take them out of it.

    Args:
        root: a copy of the project; workbooks are removed from it and update files added.
        day: the day of the import.

    Returns:
        Each workbook with what became of it; those beyond :data:`MOST` are left where they are.
    """
    found = workbooks(root)[:MOST]
    with tempfile.TemporaryDirectory() as folder:
        moved = []
        for number, path in enumerate(found):
            # A link would be followed to a file of the machine.
            if not path.is_symlink():
                shutil.move(path, Path(folder, f"{number}.xlsx"))
                moved.append((path.name, Path(folder, f"{number}.xlsx")))
        return [_taken(root, name, path, day) for name, path in moved]


def _taken(root: Path, name: str, path: Path, day: dt.date) -> Taken:
    dataset, problems = check(root)
    if wrong := errors(problems):
        return Taken(file=name, faults=tuple(problem.sentences() for problem in wrong))
    records = Catalogue(dataset, day)
    try:
        reports = read(path, records)
    except Unreadable as reason:
        return Taken(file=name, faults=(reason.fault.sentences(),))
    agency = (reports.agency.record.name.vi, reports.agency.record.name.en)
    if reports.faults:
        return Taken(file=name, agency=agency, faults=tuple(fault.sentences() for fault in reports.faults))
    try:
        entered = enter(root, reports, records)
    except Refused as reason:
        return Taken(file=name, agency=agency, faults=tuple(problem.sentences() for problem in reason.problems))
    text = "" if entered.file is None else (root / entered.file).read_text(encoding="utf-8")
    return Taken(
        file=name, agency=agency, new=len(entered.new), known=len(entered.known), update=entered.file, text=text
    )
