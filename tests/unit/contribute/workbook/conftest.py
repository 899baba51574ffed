"""A project with three tasks of one agency, its workbook, and the import command."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from macros.catalogue.catalogue import Catalogue
from macros.contribute.workbook.write import workbook
from macros.records.check.rules import check
from scripts import import_forms

DAY = "2026-11-21"
TASK = """
- id: scheme-i-{n}
  plan: scheme
  group: scheme-i
  number: I.{n}
  title:
    vi: Nhiệm vụ số {n}
    en: Task number {n}
  summary:
    vi: Nội dung nhiệm vụ số {n}.
    en: What task number {n} is about.
  {role}: [{agency}]
  sources:
    - document: scheme
      locator: Phụ lục II, mục I.{n}
"""


@dataclass(frozen=True)
class Result:
    """The end of an import and its output."""

    returncode: int
    out: io.StringIO
    err: io.StringIO

    @property
    def stdout(self) -> str:
        return self.out.getvalue()

    @property
    def stderr(self) -> str:
        return self.err.getvalue()


@dataclass(frozen=True)
class Office:
    """An agency's desk: the form as it was sent, filled in and entered."""

    root: Path
    sent: bytes

    @property
    def book(self) -> Workbook:
        return load_workbook(io.BytesIO(self.sent))

    def filled(self, cells: dict[str, Any], name: str = "filled.xlsx") -> Path:
        """The form with these cells of the sheet of tasks, saved."""
        book = self.book
        for address, value in cells.items():
            book["Nhiệm vụ"][address] = value
        return self.saved(book, name)

    def saved(self, book: Workbook, name: str = "filled.xlsx") -> Path:
        book.save(self.root / name)
        return self.root / name

    def enter(self, path: Path | str) -> Result:
        """Run the command in this process, for starting one takes a second."""
        out, err = io.StringIO(), io.StringIO()
        with (
            pytest.MonkeyPatch.context() as patch,
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            patch.setattr(sys, "argv", ["import_forms.py", str(path), "--root", str(self.root)])
            return Result(import_forms.main(), out, err)

    @property
    def updates(self) -> list[str]:
        """The update files, each as written."""
        return [path.read_text(encoding="utf-8") for path in sorted((self.root / "data" / "updates").glob("*"))]


def joined(root: Path) -> Catalogue:
    dataset, problems = check(root)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return Catalogue(dataset, dt.date.fromisoformat(DAY))


def open_office(root: Path) -> Office:
    """Give an agency of the small data set in a folder its tasks, and its form."""
    with (root / "data" / "tasks.yaml").open("a", encoding="utf-8") as file:
        file.write(TASK.format(n=2, role="lead", agency="foreign-affairs"))
        file.write(TASK.format(n=3, role="coordinating", agency="foreign-affairs"))
        file.write(TASK.format(n=4, role="lead", agency="peoples-committee"))
    records = joined(root)
    return Office(root, workbook(records, records.agencies["foreign-affairs"]))


@pytest.fixture
def office(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("AS_OF", DAY)
    return open_office(small_root)


# A report on the task in row 5 that nothing is wrong with.
GOOD: dict[str, Any] = {"I5": "Hoàn thành", "J5": "03/08/2026", "K5": "Đã ban hành kế hoạch."}
