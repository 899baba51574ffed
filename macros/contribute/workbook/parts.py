"""Parts of a workbook, read as XML by Expat: a part with a document type, and so with entities, is refused."""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

from openpyxl.utils import column_index_from_string

from macros.contribute.workbook.faults import Unreadable

SPREADSHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# The library visits every cell of merged and of linked areas.
MOST_CELLS: Final = 100_000
# A sheet of as many rows as are read, filled in every column, has fewer.
MOST_ELEMENTS: Final = 1_000_000
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
# The longest text that a cell can hold; no attribute is longer.
_LONGEST: Final = 32_767
_DEEPEST: Final = 100
# Those that every reader of XML knows; one that the library alone knows could hide a document type.
_ENCODINGS: Final = {None, "utf-8", "utf-16", "us-ascii", "iso-8859-1"}
_AREA: Final = re.compile(
    r"\$?(?P<left>[A-Z]{1,3})?\$?(?P<top>[1-9][0-9]{0,6})?(:\$?(?P<right>[A-Z]{1,3})?\$?(?P<bottom>[1-9][0-9]{0,6})?)?"
)
_VISITED: Final = frozenset({"mergeCell", "hyperlink"})


class Budget:
    """Limits of all parts of a workbook together.

    Attributes:
        elements: number of elements still allowed.
        cells: number of cells in areas still allowed.
    """

    def __init__(self) -> None:
        self.elements = MOST_ELEMENTS
        self.cells = MOST_CELLS


class Part:
    """A part as far as the gate needs it.

    Attributes:
        root: namespace and name of its first element; empty where it is no XML.
        names: the addresses of other parts that it states, each with the last word of its type.
    """

    def __init__(self, content: bytes, budget: Budget) -> None:
        """Read a part.

        Raises:
            Unreadable: it has a document type, or more than such files have.
        """
        self.root: tuple[str, str] = ("", "")
        self.names: list[tuple[str, str]] = []
        self._budget = budget
        self._depth = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse
        parser.XmlDeclHandler = self._declaration
        try:
            parser.Parse(content, True)
        except expat.ExpatError:
            # Pictures and settings of printers are no XML. What should be and is not, the library refuses.
            return

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding and encoding.lower()) not in _ENCODINGS:
            raise Unreadable("broken")

    def _refuse(self, *_args: object) -> None:
        raise Unreadable("broken")

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._budget.elements -= 1
        if self._budget.elements < 0 or self._depth > _DEEPEST:
            raise Unreadable("too-much")
        if any(len(value) > _LONGEST for value in attributes.values()):
            raise Unreadable("broken")
        space, _, local = name.rpartition(" ")
        if self._depth == 1:
            self.root = (space, local)
        if local == "Relationship" and attributes.get("TargetMode") != "External":
            self.names.append((attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", "")))
        elif local == "Override":
            self.names.append(("", attributes.get("PartName", "")))
        elif space == SPREADSHEET and local in _VISITED:
            self._visit(attributes.get("ref", ""))

    def _visit(self, area: str) -> None:
        """Take the cells of an area from the budget.

        Raises:
            Unreadable: it is no area, or there are too many cells.
        """
        found = _AREA.fullmatch(area)
        if found is None:
            raise Unreadable("broken")
        left, top, right, bottom = (found[name] for name in ("left", "top", "right", "bottom"))
        if ":" in area:
            columns = _number(right, MOST_COLUMNS) - _number(left, 1) + 1
            rows = int(bottom or MOST_ROWS) - int(top or 1) + 1
        else:
            columns = rows = 1
        if columns < 1 or rows < 1 or _number(right, 1) > MOST_COLUMNS or int(bottom or 1) > MOST_ROWS:
            raise Unreadable("broken")
        self._budget.cells -= columns * rows
        if self._budget.cells < 0:
            raise Unreadable("merged-area", area)


def _number(column: str | None, otherwise: int) -> int:
    return column_index_from_string(column) if column else otherwise
