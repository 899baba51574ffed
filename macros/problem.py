"""What is wrong with the data, said so that the person who typed it can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from macros.messages import MESSAGES

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a data file: path relative to the project, 1-based line and column."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One broken rule at one place. ``found`` and ``allowed`` are shown as they are, in both languages."""

    place: Place
    rule: str
    record: str = ""
    field: str = ""
    found: str = ""
    allowed: str = ""
    details: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        return MESSAGES[self.rule].severity

    def sentences(self) -> tuple[str, str]:
        """The message in Vietnamese and in English."""
        message = MESSAGES[self.rule]
        values = {"found": self.found, "allowed": self.allowed, "field": self.field, **dict(self.details)}
        return message.vi.format_map(values), message.en.format_map(values)

    def text(self) -> str:
        """The problem for a terminal: place and record, then Vietnamese, then English."""
        label = {"error": ("LỖI", "ERROR"), "warning": ("NHẮC", "WARNING")}[self.severity]
        where = " · ".join(part for part in (self.record, self.field) if part)
        vi, en = self.sentences()
        return f"{self.place}: [{self.rule}] {where}\n  {label[0]}: {vi}\n  {label[1]}: {en}"

    def annotation(self) -> str:
        """The problem as a GitHub workflow command, shown on the changed line of a pull request."""
        vi, en = self.sentences()
        where = " · ".join(part for part in (self.record, self.field) if part)
        message = _escape(f"{where}\n{vi}\n{en}")
        title = _escape(self.rule).replace(",", "%2C").replace(":", "%3A")
        place = _escape(self.place.file).replace(",", "%2C").replace(":", "%3A")
        return f"::{self.severity} file={place},line={self.place.line},col={self.place.column},title={title}::{message}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """Those problems that keep the site from being published."""
    return [problem for problem in problems if problem.severity == "error"]


def shorten(text: str, limit: int = 80) -> str:
    """A found value for a message: one line, visible control characters, not longer than ``limit``."""
    visible = "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)
    return visible if len(visible) <= limit else visible[: limit - 1] + "…"
