"""Running text as Markdown: words, links and line breaks."""

from __future__ import annotations

from typing import Any, Final

from macros.export.markdown.escaping import escaped
from macros.export.markdown.links import Folders, target

BREAK: Final = "\\\n"


def inline(element: Any, page: Folders) -> str:
    """Return an element within a line.

    Args:
        element: an element of the page.
        page: the page's folders, which its links are resolved by.
    """
    tag = element.tag
    if tag == "br":
        return BREAK
    text = escaped(element.text)
    for child in element:
        text += inline(child, page)
        if (tail := child.tail) is not None:
            text += escaped(tail)
    if tag == "a" and (called := text.strip()) and (address := element.get("href")) is not None:
        return f"[{called}]({target(page, address)})"
    return text


def line(element: Any, page: Folders) -> str:
    """Return an element as one line, its breaks as spaces."""
    return " ".join(inline(element, page).replace(BREAK, " ").split())
