"""Blocks of a page as Markdown (CommonMark with tables): paragraphs, headings, lists, tables.

Each function takes an element of the page and the page's folders, which its links are resolved by.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from macros.export.markdown.escaping import begun, escaped, heading
from macros.export.markdown.inline import BREAK, inline, line
from macros.export.markdown.links import Folders
from macros.export.markdown.tables import table


def blocks(element: Any, page: Folders) -> list[str]:
    """Return what an element holds: its running text as paragraphs between its lists, tables and headings."""
    found: list[str] = []
    pieces = [escaped(element.text)]
    for child in element:
        written = _BLOCKS.get(child.tag)
        if written is None:
            pieces.append(inline(child, page))
        else:
            found += _paragraph(pieces)
            found += written(child, page)
            pieces = []
        if (tail := child.tail) is not None:
            pieces.append(escaped(tail))
    return found + _paragraph(pieces)


def _paragraph(pieces: list[str]) -> list[str]:
    """Return pieces of text as one paragraph, without spaces around its breaks; none where they hold no text."""
    text = "".join(pieces).strip()
    if not text:
        return []
    if BREAK not in text:
        return [begun(text)]
    lines = [begun(part) for part in text.split(BREAK)]
    return [BREAK.join(filter(None, lines))] if any(lines) else []


def _heading(element: Any, page: Folders) -> list[str]:
    title = line(element, page)
    return [heading(int(element.tag[1]), title)] if title else []


def _list(element: Any, page: Folders) -> list[str]:
    items = [blocks(item, page) for item in element if item.tag == "li"]
    # Parts with a heading of their own are no list to a reader.
    if any(item and item[0].startswith("#") for item in items):
        return [block for item in items for block in item]
    marks = [f"{number}. " if element.tag == "ol" else "- " for number, _ in enumerate(items, start=1)]
    return ["\n".join(_item(mark, item) for mark, item in zip(marks, items, strict=True))] if items else []


def _facts(element: Any, page: Folders) -> list[str]:
    """Return a list of facts: ``- **Country:** Japan``."""
    items = []
    for pair in element:
        name, values = "", []
        for part in pair:
            if part.tag == "dt":
                name = f"**{line(part, page)}:**"
            else:
                values += blocks(part, page)
        first = values.pop(0) if values and not values[0].startswith(("- ", "1. ")) else ""
        items.append(_item("- ", [f"{name} {first}".rstrip(), *values]))
    return ["\n".join(items)]


def _item(mark: str, parts: list[str]) -> str:
    """Return an item of a list, its further blocks below its first; a list within it follows without a gap."""
    text = mark + (parts[0] if parts else "")
    for block in parts[1:]:
        text += ("\n" if block.startswith(("- ", "1. ")) else "\n\n") + block
    return text.replace("\n", "\n" + " " * len(mark)).replace("\n" + " " * len(mark) + "\n", "\n\n")


def _table(element: Any, page: Folders) -> list[str]:
    return table(element, lambda cell: blocks(cell, page))


_CONTAINERS: Final = ("p", "div", "section", "article", "figure", "figcaption", "nav", "details", "summary", "dd")
_BLOCKS: Final[dict[str, Callable[[Any, Folders], list[str]]]] = {
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(_CONTAINERS, blocks),
    "dl": _facts,
    "table": _table,
}
