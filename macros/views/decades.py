"""Dated things as a long list shows them: the latest few, and the others folded by decade."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from macros.base.dates import PartialDate

# So few more than the latest are not worth a fold.
SPARE: Final = 2


@dataclass(frozen=True, slots=True)
class Decade:
    """What happened in ten years, newest first; ``first`` is ``None`` for what no source dates."""

    first: int | None
    items: tuple[Any, ...]

    @property
    def years(self) -> str:
        """Its years as a heading writes them; empty for what is not dated."""
        return "" if self.first is None else f"{self.first}–{self.first + 9}"


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest things, and the others by decade, newest first."""

    items: tuple[Any, ...]
    decades: tuple[Decade, ...]


def latest_and_decades(items: Iterable[Any], date_of: Callable[[Any], PartialDate | None], most: int) -> Latest:
    """Return things newest first: the latest few as they are, the others by decade; undated ones come last.

    Args:
        items: the things, in the order that decides between those of one day.
        date_of: the date of one, ``None`` where no source gives it.
        most: the number of the latest; all stay together where they are hardly more.
    """

    def last_day(item: Any) -> dt.date:
        date = date_of(item)
        return dt.date.min if date is None else date.last_day

    def decade(item: Any) -> int | None:
        date = date_of(item)
        return None if date is None else date.year // 10 * 10

    ordered = sorted(items, key=last_day, reverse=True)
    if len(ordered) <= most + SPARE:
        return Latest(tuple(ordered), ())
    later = groupby(ordered[most:], decade)
    return Latest(tuple(ordered[:most]), tuple(Decade(first, tuple(group)) for first, group in later))
