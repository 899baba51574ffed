"""Columns of tables: their names in files, their headings and explanations for readers, and what their cells hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from macros.base.languages import Lang
from macros.base.words import texts
from macros.export.api.values import Moment
from macros.records.kinds import SINGULAR

# What a cell holds; None is unknown or nothing. A tuple is a list of codes.
Cell = str | int | float | bool | Moment | tuple[str, ...] | None
Form = Literal[
    "key", "code", "codes", "name", "names", "text", "moment", "precision", "day", "number", "integer", "flag",
    "count", "address", "citations", "position",
]  # fmt: skip
# Between the codes, names or citations that one cell holds.
SEPARATOR: Final = "; "
# The form of a date in cells: a year, a month or a day, as in macros.base.dates.
MOMENT: Final = r"\d{4}(-\d{2}(-\d{2})?)?"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: its name in files.
        field: the field that its heading names.
        form: what its cells hold.
        to: the table whose records its codes name, if there is one.
    """

    name: str
    field: str
    form: Form
    to: str = ""

    def title(self, lang: Lang) -> str:
        """Return the heading for readers."""
        words = texts(lang)
        named = words["data"]["columns"].get(self.field) or words["fields"][self.field]
        return str(words["data"]["forms"][self.form]["title"].format(field=named))

    def explanation(self, lang: Lang) -> str:
        """Return a sentence or two on the content of its cells."""
        words = texts(lang)["data"]
        own = words["explanations"].get(self.field if self.form not in {"name", "precision"} else "", "")
        return " ".join(filter(None, [words["forms"][self.form]["text"], own]))


def table_of(kind: str) -> str:
    """Return the name of the table that has the records of a kind: that of its list, or of its pages without one."""
    described = SINGULAR[kind]
    return described.plural if described.published else described.address


def column_of(kind: str) -> str:
    """Return the name of a column that has ids of records of a kind."""
    return kind.replace("-", "_")
