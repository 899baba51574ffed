"""Tables as Markdown (GitHub's extension): a line for each row, the first one as the head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.export.markdown.inline import BREAK


def table(element: Any, blocks: Callable[[Any], list[str]]) -> list[str]:
    """Return a table as one block; none where it has no rows.

    Args:
        element: the table.
        blocks: returns the blocks that a cell holds.
    """
    rows = [[_cell(blocks(cell)) for cell in row] for row in element.iter("tr")]
    if not rows:
        return []
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return ["\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])]


def _cell(blocks: list[str]) -> str:
    """Return what a cell holds on one line."""
    text = "; ".join(blocks)
    return text.replace(BREAK, "; ").replace("\n", " ") if "\n" in text else text
