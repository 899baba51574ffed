"""Reports of an agency, as read from its workbook."""

from __future__ import annotations

from dataclasses import dataclass

from macros.base.dates import PartialDate
from macros.catalogue.items import AgencyItem, TaskItem
from macros.contribute.workbook.faults import Fault
from macros.contribute.workbook.layout import Reportable


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An agency's report on one task.

    Attributes:
        task: the task.
        row: the row of the sheet that it stands in.
        status: the status reported.
        date: the day, month or year that it speaks of.
        note: what was done, in Vietnamese.
        note_en: its translation, where there is one.
        url: the address of evidence, where there is one.
    """

    task: TaskItem
    row: int
    status: Reportable
    date: PartialDate
    note: str
    note_en: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reports:
    """A workbook as read. Where there are faults, the reports are not to be used."""

    agency: AgencyItem
    reports: tuple[Report, ...]
    faults: tuple[Fault, ...]
