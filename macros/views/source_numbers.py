"""Numbers of the sources that a page cites, in the order in which it first cites them."""

from __future__ import annotations

from collections.abc import Iterable

from macros.records.model.parts import Source


class SourceNumbers:
    """Numbering of one page's sources: each document and place in it has one number, however often it is cited."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}

    def of(self, sources: Iterable[Source]) -> list[int]:
        """Return the numbers of a fact's sources, counting on for those that are new to the page."""
        return [self._numbers.setdefault(source, len(self._numbers) + 1) for source in sources]

    @property
    def listed(self) -> list[Source]:
        """The sources so far; the first has the number 1."""
        return list(self._numbers)
