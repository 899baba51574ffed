"""Values of cells as people type them, read for the data: statuses, dates of stated precision, texts, links."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from macros.base.characters import forbidden
from macros.base.dates import PartialDate
from macros.base.folding import fold
from macros.base.formats import date_text
from macros.base.languages import LANGS
from macros.base.lookalikes import lookalikes
from macros.base.words import texts
from macros.contribute.workbook.layout import REPORTABLE
from macros.records.check.problem import shorten
from macros.records.model import Agency, Line, Progress, Url

# A year typed into a date cell becomes a day of 1905: the program counts it as days since 1900 (or 1904).
_FIRST_REPORT: Final = dt.date(1950, 1, 1)
# Dates that other programs save as bare numbers of days: from 2000 to 2099.
SERIALS: Final = range(36526, 73051)

# Dates as folded texts: 3/8/2026, 8/2026, 2026-08-03, "ngày 3 tháng 8 năm 2026".
_DAY_FIRST: Final = re.compile(r"(?:(\d{1,2})\s*[/.\-]\s*)?(\d{1,2})\s*[/.\-]\s*(\d{4})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})(?:\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{1,2}))?)?", re.ASCII)
_WORDS: Final = re.compile(r"(?:([0-9]{1,2}) )?thang ([0-9]{1,2}) nam ([0-9]{4})")
# What a date may stand between: a word that says what it is, the midnight that programs add.
_BEFORE_DATE: Final = re.compile(r"(?:ngay|nam|thang(?= [0-9]{1,2} ?[/.\-])) ")
_MIDNIGHT: Final = re.compile(r"[t ]00:00(?::00(?:\.0{1,6})?)?z?")
_QUOTES: Final = " .\"'"
# Left by other programs, for nobody to see: joiners, marks of direction that Windows puts into its dates.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Control characters as a workbook spells them, such as the line breaks of old programs.
_SPELLED: Final = re.compile("_x00[01][0-9A-Fa-f]_")
_BETWEEN_AGENCIES: Final = re.compile("[;；\n]")
_STATUSES: Final[dict[str, Progress]] = {
    fold(texts(lang)["task_status"][status]): status for status in REPORTABLE for lang in LANGS
}

_LINE: Final = TypeAdapter[str](Line)
_URL: Final = TypeAdapter[str](Url)


class Wrong(Exception):
    """A value that cannot be right: the rule that it breaks, the value found, the values allowed."""

    def __init__(self, rule: str, found: str = "", allowed: str = "") -> None:
        super().__init__(rule)
        self.rule, self.found, self.allowed = rule, shorten(found), allowed


def is_empty(value: Any) -> bool:
    """Return True for a cell that shows nothing."""
    return value is None or (isinstance(value, str) and not _visible(value))


def _visible(value: str) -> str:
    """Return a text on one line, composed (NFC), without characters that nobody sees and nobody typed."""
    return " ".join(unicodedata.normalize("NFC", _SPELLED.sub(" ", _INVISIBLE.sub("", value))).split())


def text(value: Any) -> str:
    """Read a report or its translation.

    Raises:
        Wrong: it is a number, a date, too long, or holds a hidden character or a letter that looks like another.
    """
    if not isinstance(value, str):
        raise Wrong("not-text", str(value))
    line = _visible(value)
    if hidden := next((char for char in line if forbidden(char)), None):
        raise Wrong("hidden-character", f"U+{ord(hidden):04X}")
    for _, char, meant in lookalikes(line):
        raise Wrong("look-alike", f"{char} (U+{ord(char):04X})", meant)
    try:
        return _LINE.validate_python(line)
    except ValidationError as error:
        raise Wrong("too-long", str(len(line)), str(error.errors()[0]["ctx"]["max_length"])) from error


def status(value: Any) -> Progress:
    """Read a status in either language, whatever its accents and case.

    Raises:
        Wrong: it is none that can be reported.
    """
    typed = _visible(value) if isinstance(value, str) else str(value)
    found = _STATUSES.get(fold(typed).strip(_QUOTES))
    if found is None:
        raise Wrong("status", typed, ", ".join(texts("vi")["task_status"][known] for known in REPORTABLE))
    return found


def date(value: Any, as_of: dt.date) -> PartialDate:
    """Read a date cell, or a date as text, no more precise than it was typed; days come before months.

    Raises:
        Wrong: there is no such date, or it lies after ``as_of``.
    """
    found = _date(value)
    if found.first_day > as_of:
        raise Wrong("future", date_text(found, "vi"), as_of.isoformat())
    return found


def due(value: Any) -> PartialDate:
    """Read a new deadline, which may lie ahead.

    Raises:
        Wrong: there is no such date.
    """
    return _date(value)


def agencies(value: Any, known: Mapping[str, Agency]) -> tuple[str, ...]:
    """Read the agencies that a task was given to: names, abbreviations or ids, by semicolons or lines.

    Args:
        value: the content of the cell.
        known: all agencies by id.

    Raises:
        Wrong: there is no such agency, or several have that name.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for agency in known.values():
        for name in (agency.id, agency.name.vi, agency.name.en, *agency.abbreviations, *agency.aliases):
            names[fold(name)].add(agency.id)
    found = []
    for part in filter(None, map(_visible, _BETWEEN_AGENCIES.split(str(value)))):
        meant = names.get(fold(part), set())
        if len(meant) != 1:
            near = difflib.get_close_matches(fold(part), names, n=3)
            close = {known[name].name.vi for one in near for name in names[one]}
            raise Wrong("unknown-agency", part, ", ".join(sorted(close)) or "–")
        found += sorted(meant)
    return tuple(dict.fromkeys(found))


def _date(value: Any) -> PartialDate:
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        if value < _FIRST_REPORT:
            raise Wrong("date-of-a-year", value.isoformat())
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    typed = _visible(value) if isinstance(value, str) else str(value)
    stated = fold(typed).strip(_QUOTES)
    if before := _BEFORE_DATE.match(stated):
        stated = stated[before.end() :]
    if midnight := _MIDNIGHT.search(stated):
        stated = stated[: midnight.start()] if midnight.end() == len(stated) else stated
    if match := _DAY_FIRST.fullmatch(stated) or _WORDS.fullmatch(stated):
        day, month, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(stated):
        year, month, day = match.groups()
    else:
        return _no_date(typed)
    try:
        return PartialDate.parse("-".join([year, *(f"{int(part):02}" for part in (month, day) if part is not None)]))
    except ValueError:
        return _no_date(typed)


def _no_date(value: Any) -> PartialDate:
    raise Wrong("date", str(value))


def link(value: Any, target: str | None) -> str:
    """Read the address of the evidence: the text of the cell, or else the target of its link.

    Raises:
        Wrong: neither is an https address.
    """
    for candidate in (value, target):
        try:
            return _URL.validate_python(_visible(candidate) if isinstance(candidate, str) else "")
        except ValidationError:
            continue
    raise Wrong("link", str(value))
