"""The values of a brief, as its Word template prints them: texts in one language, and nothing to compute.

A template may name each of these fields; ``CONTRIBUTING.md`` lists them for those who edit one.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the numbers of the notes that say where it is from (``[1, 3]``)."""

    text: str
    notes: str


@dataclass(frozen=True, slots=True)
class Section:
    """The lines under a heading; ``more`` says how many there was no room for, and is empty where all are here."""

    lines: tuple[Line, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years side by side in the agreement strip that look the same.

    Attributes:
        start: how many years of the strip are before them.
        years: how many they are.
        colour: their colour, ``1F5A7A``.
    """

    start: int
    years: int
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A year above the agreement strip.

    Attributes:
        start: how many years of the strip are before it.
        years: how many it stands over.
        text: the year.
    """

    start: int
    years: int
    text: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement: title, status in words with its day, who signed, and its years as stretches of the strip."""

    title: str
    notes: str
    status: str
    signatories: str
    strip: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief as of a day.

    Attributes:
        subject: the sort of its subject, in words.
        name: the name of the partner or country.
        country: the name of the country.
        date: the day that the data is of.
        page: the address of the page with all of it.
        about: the partner or country itself.
        glance: the relation in figures.
        axis: the years above the agreement strip.
        agreements: the agreements; ``agreements_more`` says how many further ones there are.
        results: things done together, the newest first.
        wants: the city's aims with the country.
        tasks: tasks that name it, with who answers for them.
        bodies: organisations, missions, flights, visitors and other figures.
        checks: points to look at before the meeting.
        sources: the notes.
    """

    subject: str
    name: str
    country: str
    date: str
    page: str
    about: Section
    glance: Section
    axis: tuple[Label, ...]
    agreements: tuple[AgreementRow, ...]
    agreements_more: str
    results: Section
    wants: Section
    tasks: Section
    bodies: Section
    checks: Section
    sources: Section
