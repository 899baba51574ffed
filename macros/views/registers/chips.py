"""Views that readers often ask for, offered above a register's table: each with its name, its address and its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from macros.base.languages import Lang
from macros.catalogue.catalogue import Catalogue
from macros.views.registers.definition import NONE, ChipDefinition
from macros.views.vocabularies import interface_words

Holds = Callable[[Any], bool]
# Above a table of activities or partners: kinds enough to show what there is, on one line of a desktop.
_MOST_KINDS: Final = 4
_PRESSING: Final = frozenset({"overdue"})
_SILENT: Final = "not-reported"


class Chips:
    """Chips over the records of a catalogue; their names are keys of the interface's ``quick`` or those of a list."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._t = interface_words(records, lang)

    def statuses(self, words: str) -> Iterator[ChipDefinition]:
        """Yield a chip for each status, what asks for action first, what was never reported last."""
        names = self._t[words]
        for status in sorted(names, key=lambda name: (name == _SILENT, name not in _PRESSING)):
            text = self._t["quick"].get(status, names[status])
            yield ChipDefinition(text=text, query=f"status={status}", holds=_with_status(status), status=status)

    def option(self, facet: str, key: str, holds: Holds) -> ChipDefinition:
        """Return a chip for an option of a facet."""
        return ChipDefinition(text=self._t["quick"][f"{facet}-{key}"], query=f"{facet}={key}", holds=holds)

    def frequent(self, facet: str, words: str, found: Iterable[str]) -> tuple[ChipDefinition, ...]:
        """Return chips for the kinds that are met most, the most frequent first."""
        return tuple(
            ChipDefinition(text=self._t[words][kind], query=f"{facet}={kind}", holds=_of_kind(kind))
            for kind, _ in Counter(found).most_common(_MOST_KINDS)
        )

    def years_since(
        self, words: str, name: str, first: int, years: Callable[[Any], Iterable[str]], *, undated: bool = True
    ) -> ChipDefinition:
        """Return a chip for a span of years that begins with ``first``.

        Args:
            words: the key of its name, in which ``{year}`` stands for the first year.
            name: the span's name in addresses.
            first: the first year.
            years: the years of an item, :data:`NONE` among them where it has no date.
            undated: true to count items without a date in, for they may belong there.
        """

        def holds(item: Any) -> bool:
            return any(undated if key == NONE else int(key) >= first for key in years(item))

        query = f"{name}={first}-" + (f"&{name}={NONE}" if undated else "")
        return ChipDefinition(text=self._t["quick"][words].format(year=first), query=query, holds=holds)


def _with_status(status: str) -> Holds:
    return lambda item: item.status == status


def _of_kind(kind: str) -> Holds:
    return lambda item: item.record.kind == kind
