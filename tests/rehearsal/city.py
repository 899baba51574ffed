"""The copy of the city's repository that edits are played on: each is a commit, as a merged pull request makes it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import openpyxl

from macros.base.clock import as_of
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.contribute.workbook.import_reports import enter
from macros.contribute.workbook.layout import COLUMNS, HEADING_ROW, sheet_name
from macros.contribute.workbook.read import read
from macros.contribute.workbook.write import workbook
from macros.records.check.problem import Problem, errors
from macros.records.check.rules import check
from macros.records.dataset import Kept
from tests.rehearsal.edit import Edit, Proposed, Report
from tests.rehearsal.record_text import change, delete, rename


class City:
    """A repository with data, on whose main branch edits are made.

    Attributes:
        root: the project's folder.
        records: the records as they passed the check last.
    """

    def __init__(self, root: Path, began: dt.datetime) -> None:
        """Take a folder with ``data/`` as it is; one that is no repository yet becomes one.

        Args:
            root: the project's folder.
            began: the moment of the last commit; each further one comes a second later.
        """
        self.root = root
        self._moment = began
        self._commits: dict[str, str] = {}
        if not (root / ".git").exists():
            self.git("init", "--quiet", "--initial-branch=main")
            self._commit("The data as they are")
        self._main = self.git("rev-parse", "--abbrev-ref", "HEAD").strip()
        self._kept: Kept = {}
        self.records: Catalogue
        assert [problem.text() for problem in errors(self.check())] == []
        self._chosen = {
            "chosen-task": next(
                task.id for task in self.records.tasks.values() if not task.updates and not task.record.retired
            ),
            "chosen-agreement": next(
                agreement.id
                for agreement in self.records.agreements.values()
                if agreement.record.term.kind == "indefinite" and agreement.status == "in-force"
            ),
        }

    def git(self, *command: str) -> str:
        """Run git in the folder, with a clock and an author of its own, and return its output."""
        who = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in {"NAME": "A", "EMAIL": "a@b", "DATE": self._moment.isoformat()}.items()
        }
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | who
        line = ["git", "-c", "commit.gpgsign=false", *command]
        return subprocess.run(line, cwd=self.root, env=environment, capture_output=True, text=True, check=True).stdout

    def check(self) -> list[Problem]:
        """Check the data as they are, and join them unless there are errors."""
        dataset, problems = check(self.root, self._kept)
        if not errors(problems):
            self.records = catalogue_of(self.root, dataset, as_of())
        return problems

    def chosen(self, text: str) -> str:
        """Return a text with the ids of records that the data had before in place of ``chosen-task`` and the like."""
        for token, name in self._chosen.items():
            text = text.replace(token, name)
        return text

    def make(self, edit: Edit) -> None:
        """Make an edit and commit it; leaves an edit that the check has to refuse uncommitted."""
        if edit.undoes is not None:
            self._tick()
            self.git("revert", "--no-edit", self._commits[edit.undoes])
        elif edit.second is not None:
            self._two(edit.proposed, edit.second, edit.name)
        else:
            self._propose(edit.proposed)
            if edit.refused:
                return
            self._commit(edit.name)
        self._commits[edit.name] = self.git("rev-parse", "HEAD").strip()

    def take_back(self) -> None:
        """Leave what is not committed."""
        self.git("checkout", "--quiet", "--", "data")
        self.git("clean", "--quiet", "--force", "-d", "data")

    def _two(self, first: Proposed, second: Proposed, name: str) -> None:
        """Two pull requests begin at the same state and are merged one after the other."""
        base = self.git("rev-parse", "HEAD").strip()
        for branch, proposed in (("first", first), ("second", second)):
            self.git("checkout", "--quiet", "-b", f"{name}-{branch}", base)
            self._propose(proposed)
            self._commit(f"{name}: {branch}")
        self.git("checkout", "--quiet", self._main)
        for branch in ("first", "second"):
            self._tick()
            self.git("merge", "--quiet", "--no-ff", "--no-edit", f"{name}-{branch}")

    def _propose(self, proposed: Proposed) -> None:
        for file in proposed.files:
            target = self.root / file
            assert not target.exists(), f"{file} is there already; an edit adds files of its own"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.chosen((proposed.folder / file).read_text(encoding="utf-8")), encoding="utf-8")
        for record in proposed.deletes:
            delete(self.root, record)
        for record, name in proposed.renames.items():
            rename(self.root, record, name)
        for changed in proposed.changes:
            change(self.root, changed.record, changed.set, changed.remove)
        if proposed.report is not None:
            self._enter(proposed.report)

    def _enter(self, report: Report) -> None:
        """Send an agency its workbook, have it filled in, and enter it."""
        records = self.records
        file = self.root / "report.xlsx"
        file.write_bytes(workbook(records, records.agencies[report.agency]))
        _fill_in(file, report.cells)
        found = read(file, records)
        assert [fault.text() for fault in found.faults] == []
        assert len(enter(self.root, found, records).new) == len(report.cells)
        file.unlink()

    def _commit(self, message: str) -> None:
        self._tick()
        self.git("add", "--all", "data")
        self.git("commit", "--quiet", f"--message={message}")

    def _tick(self) -> None:
        self._moment += dt.timedelta(seconds=1)


def _fill_in(file: Path, cells: Mapping[str, Mapping[str, str]]) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book[sheet_name("tasks")]
    columns = {column.key: number for number, column in enumerate(COLUMNS, start=1)}
    rows = {str(sheet.cell(row, columns["id"]).value): row for row in range(HEADING_ROW + 1, sheet.max_row + 1)}
    for task, values in cells.items():
        for key, value in values.items():
            sheet.cell(rows[task], {str(name): number for name, number in columns.items()}[key]).value = value
    book.save(file)
