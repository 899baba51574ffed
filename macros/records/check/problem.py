"""Mistakes in the data, told so that the person who made them can correct them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from macros.records.check.messages import MESSAGES

Severity = Literal["error", "warning"]

# Longest value in a message; an id with a hint still fits.
_LONGEST_VALUE: Final = 160
# Most mistakes of one rule that are listed for one file. More have one cause, and a hostile file has millions.
MAX_REPORTED: Final = 100


class Place(NamedTuple):
    """A place in a data file: path relative to the project, 1-based line and column."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{visible(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One broken rule at one place. ``found`` and ``allowed`` are the same in both languages."""

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
        """Return the message in Vietnamese and in English."""
        message = MESSAGES[self.rule]
        # A message stays on one line: a value may hold characters that a terminal or a log would obey.
        typed = {"found": self.found, "field": self.field, **dict(self.details)}
        values = {name: shorten(text, _LONGEST_VALUE) for name, text in typed.items()}
        values["allowed"] = visible(self.allowed)
        return message.vi.format_map(values), message.en.format_map(values)

    def text(self) -> str:
        """Return the problem for a terminal: place and record, then Vietnamese, then English."""
        label = {"error": ("LỖI", "ERROR"), "warning": ("CẢNH BÁO", "WARNING")}[self.severity]
        vi, en = self.sentences()
        return f"{self.place}: [{self.rule}] {self._where()}\n  {label[0]}: {vi}\n  {label[1]}: {en}"

    def _where(self) -> str:
        return " · ".join(shorten(part, _LONGEST_VALUE) for part in (self.record, self.field) if part)

    def annotation(self) -> str:
        """Return the problem as a GitHub workflow command, which is shown at its line of a pull request."""
        vi, en = self.sentences()
        message = _escape(f"{self._where()}\n{vi}\n{en}")
        title = _escape(self.rule).replace(",", "%2C").replace(":", "%3A")
        place = _escape(visible(self.place.file)).replace(",", "%2C").replace(":", "%3A")
        return f"::{self.severity} file={place},line={self.place.line},col={self.place.column},title={title}::{message}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems that keep the site from being published."""
    return [problem for problem in problems if problem.severity == "error"]


def visible(text: str) -> str:
    """Return a text with every character that a terminal might obey or hide written as its number."""
    return text if text.isprintable() else "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text)


def shorten(text: str, limit: int = 80) -> str:
    """Return a value for a message: one line of at most ``limit`` characters, control characters visible."""
    shown = visible(text[: limit + 1])
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def limited(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first :data:`MAX_REPORTED` problems of a rule in a file, and one that says where there are more."""
    kept: list[Problem] = []
    seen: Counter[tuple[str, str]] = Counter()
    fuller: set[str] = set()
    for problem in problems:
        here = (problem.place.file, problem.rule)
        seen[here] += 1
        if seen[here] <= MAX_REPORTED:
            kept.append(problem)
        elif problem.place.file not in fuller:
            fuller.add(problem.place.file)
            kept.append(Problem(problem.place, "too-many-problems", allowed=str(MAX_REPORTED)))
    return kept
