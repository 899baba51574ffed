"""The layout of the workbook, for its writer and its reader: sheets, columns, version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from macros.base.words import texts
from macros.records.model import Progress

# Raise the version whenever a workbook of the old layout could no longer be read right; columns were added within it.
FORMAT: Final = "danang-tasks"
VERSION: Final = "1"

# The sheet that tells whose workbook it is; hidden, as it is not filled in.
ABOUT: Final = "_"

HEADING_ROW: Final = 4

ColumnKey = Literal[
    "id",
    "number",
    "plan",
    "title",
    "role",
    "due",
    "current",
    "last",
    "status",
    "date",
    "note",
    "note_en",
    "url",
    "reason",
    "new_due",
    "new_lead",
]
REPORTABLE: Final[tuple[Progress, ...]] = get_args(Progress)
# Columns that workbooks of version 1 did not have at first; those that come back without them are read all the same.
SINCE: Final[frozenset[ColumnKey]] = frozenset({"reason", "new_due", "new_lead"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet of tasks.

    Attributes:
        key: its name.
        width: its width in characters.
        filled_in: whether the agency fills it in; the others are locked.
    """

    key: ColumnKey
    width: int
    filled_in: bool = False

    @property
    def heading(self) -> str:
        """The text of its heading."""
        return str(texts("vi")["workbook"]["columns"][self.key])


COLUMNS: Final = (
    Column("id", 13),
    Column("number", 8),
    Column("plan", 15),
    Column("title", 32),
    Column("role", 10),
    Column("due", 11),
    Column("current", 13),
    Column("last", 20),
    Column("status", 14, filled_in=True),
    Column("date", 12, filled_in=True),
    Column("note", 36, filled_in=True),
    Column("note_en", 24, filled_in=True),
    Column("url", 18, filled_in=True),
    Column("reason", 24, filled_in=True),
    Column("new_due", 12, filled_in=True),
    Column("new_lead", 18, filled_in=True),
)
FILLED_IN: Final = tuple(column.key for column in COLUMNS if column.filled_in)


def sheet_name(key: Literal["guide", "tasks"]) -> str:
    """Return the name of a sheet, as its tab shows it."""
    return str(texts("vi")["workbook"]["sheets"][key])
