"""Conflicts between sources as their page lists them: the parts of the list, and plots of counts."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from macros.base.formats import number_text
from macros.base.languages import Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.records.model import Conflict
from macros.views.count_comparison import compared
from macros.views.drawings.strip_plot import StripPlot, strip_plot


def bind(environment: Environment, records: Catalogue, lang: Lang) -> None:
    """Offer the parts of the list, and the plots of a conflict."""
    conflicts = Conflicts(records, lang)
    environment.globals |= {"conflict_chips": conflicts.chips, "counts_of": conflicts.counts}


@dataclass(frozen=True, slots=True)
class Plotted:
    """A thing that sources count differently, and the plot of its numbers."""

    name: str
    plot: StripPlot


class Conflicts:
    """Conflicts in one language."""

    def __init__(self, records: Catalogue, lang: Lang) -> None:
        self._records = records
        self._lang: Lang = lang

    def chips(self) -> list[dict[str, str]]:
        """Return a link to each part of the list, with the number of its conflicts."""
        names = texts(self._lang)["conflict"]["weights"]
        return [
            {
                "text": names[group.weight],
                "url": f"#{group.weight}",
                "count": number_text(len(group.entries), self._lang),
            }
            for group in self._records.conflicts_by_weight
        ]

    def counts(self, conflict: Conflict) -> list[Plotted]:
        """Return the plots of what the versions of a conflict count differently."""
        return [Plotted(counted.name[self._lang], strip_plot(counted.numbers)) for counted in compared(conflict)]
