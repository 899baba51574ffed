"""Reports of an agency, as read from its workbook."""

from __future__ import annotations

from dataclasses import dataclass

from macros.base.dates import PartialDate
from macros.catalogue.items import AgencyItem, TaskItem
from macros.contribute.workbook.faults import Fault
from macros.records.model import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An agency's statement about one task: its status, a new deadline, a new lead, or several of these.

    Attributes:
        task: the task.
        row: the row of the sheet that it stands in.
        status: the status reported, if any.
        date: the day, month or year that it speaks of.
        note: what was done, in Vietnamese.
        note_en: its translation, where there is one.
        url: the address of evidence, where there is one.
        reason: the reason for the status, in Vietnamese, where there is one.
        due: the new deadline, where it was moved.
        lead: the ids of the agencies that the task was given to, where it was.
    """

    task: TaskItem
    row: int
    status: Progress | None
    date: PartialDate
    note: str
    note_en: str | None = None
    url: str | None = None
    reason: str | None = None
    due: PartialDate | None = None
    lead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reports:
    """A workbook as read. Where there are faults, the reports are not to be used."""

    agency: AgencyItem
    reports: tuple[Report, ...]
    faults: tuple[Fault, ...]
