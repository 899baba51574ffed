"""The values of a draft report, as its Word template prints them: texts in one language, and nothing to compute."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, a cell for each column."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section with a table; ``note`` may be empty, and where there are no rows the template says so."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What was reported on a task at a time; ``untranslated`` where only the Vietnamese is there."""

    text: str
    untranslated: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A task that was reported on, with who leads it."""

    title: str
    lead: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """An agency with its tasks that nobody reported on: number and title."""

    name: str
    tasks: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Overdue:
    """A task past its deadline."""

    number: str
    title: str
    lead: str
    due: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A report on a period.

    Attributes:
        above: the body above the issuing body.
        issuer: the issuing body.
        subject: the period in words.
        basis: the documents that assigned the tasks; ``articles`` those with neither issuer nor number, which only tell
            of some.
        covers: the days that the report covers.
        date: the last of them.
        site: the name of the site.
        summary: the sentences of chapter I.
        agreements: the sections of chapter II.
        standings: tasks against their deadlines; ``standings_note`` says how they are counted.
        by_plan: tasks by plan, ``by_agency`` by agency; ``apart`` explains their numbers.
        overdue: the tasks past their deadlines.
        progress: what was reported; ``imprecise`` what may belong to the period, with ``imprecise_why``.
        silent: tasks that nobody reported on; ``silent_note`` says how many.
    """

    above: str
    issuer: str
    subject: str
    basis: tuple[str, ...]
    articles: tuple[str, ...]
    covers: str
    date: str
    site: str
    summary: tuple[str, ...]
    agreements: tuple[Section, ...]
    standings: Section
    by_plan: Section
    by_agency: Section
    apart: str
    overdue: tuple[Overdue, ...]
    progress: tuple[Told, ...]
    imprecise: tuple[Told, ...]
    imprecise_why: str
    silent: tuple[Silent, ...]
    silent_note: str
