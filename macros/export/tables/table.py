"""A table in one language, whose rows are made when they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from macros.base.languages import Lang
from macros.base.words import texts
from macros.export.tables.columns import Cell, Column


class Rows:
    """Rows that are made when they are first read; their number is known before."""

    def __init__(self, rows: Sequence[tuple[Cell, ...]] = ()) -> None:
        """Begin with some rows."""
        self._made = list(rows)
        self._pending: list[tuple[int, Callable[[], Iterable[tuple[Cell, ...]]]]] = []

    def add(self, number: int, make: Callable[[], Iterable[tuple[Cell, ...]]]) -> None:
        """Put further rows at the end.

        Args:
            number: how many they are.
            make: a function that makes them.
        """
        self._pending.append((number, make))

    def __len__(self) -> int:
        return len(self._made) + sum(number for number, _ in self._pending)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        while self._pending:
            number, make = self._pending.pop(0)
            made = list(make())
            assert len(made) == number
            self._made += made
        return iter(self._made)


@dataclass(slots=True)
class Table:
    """A table in one language.

    Attributes:
        name: its name in files.
        columns: its columns, in their order.
        key: the names of the columns that tell its rows apart.
        joins: the tables whose records it relates, where it holds nothing else.
        rows: its rows, each with a cell for every column.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    joins: tuple[str, ...] = ()
    rows: Rows = field(default_factory=Rows)

    def title(self, lang: Lang) -> str:
        """Return the name for readers."""
        words = texts(lang)
        named = {**words["kinds"], **words["data"]["tables"]}
        return " – ".join(named[name] for name in self.joins or [self.name])
