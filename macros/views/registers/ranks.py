"""Ranks of rows in a column, and the values that dates and numbers are ranked by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from macros.base.dates import PartialDate

# Numbers of documents that begin with no digit come last.
_NO_DIGITS: Final = 10**9


def ranks(items: Iterable[Any], value: Callable[[Any], Any]) -> dict[str, str]:
    """Return the rank of each item's value among all values, by id; items without a value are left out."""
    values = {item.id: value(item) for item in items}
    order = {found: str(rank) for rank, found in enumerate(sorted({v for v in values.values() if v is not None}))}
    return {name: order[found] for name, found in values.items() if found is not None}


def day(date: PartialDate | None) -> Any:
    """Return the days that a date sorts by: the first that it can mean, then the last."""
    return None if date is None else (date.first_day, date.last_day)


def document_number(text: str | None) -> Any:
    """Return a document's number as it sorts: by the value of its digits, 57 before 165."""
    if text is None:
        return None
    digits = text[: len(text) - len(text.lstrip("0123456789"))]
    return (int(digits) if digits else _NO_DIGITS, text)
