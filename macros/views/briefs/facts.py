"""Facts of a brief before they are fitted to the page: sentences with their sources, by section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from macros.base.formats import cut
from macros.catalogue.items import AgreementItem
from macros.records.model import Source

# The most characters of a sentence: two lines. Longer ones are on the page.
LONGEST: Final = 185
# The sections of sentences, in the order in which they are read.
SECTIONS: Final = ("about", "glance", "results", "wants", "tasks", "bodies", "checks")


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence with its sources."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(slots=True)
class Facts:
    """All that a brief may say, in the order of importance within each section."""

    about: list[Fact] = field(default_factory=list)
    glance: list[Fact] = field(default_factory=list)
    agreements: list[AgreementItem] = field(default_factory=list)
    results: list[Fact] = field(default_factory=list)
    wants: list[Fact] = field(default_factory=list)
    tasks: list[Fact] = field(default_factory=list)
    bodies: list[Fact] = field(default_factory=list)
    checks: list[Fact] = field(default_factory=list)

    def section(self, name: str) -> Sequence[Fact]:
        """Return the facts of one of :data:`SECTIONS`."""
        found: Sequence[Fact] = getattr(self, name)
        return found


def fact(text: str, sources: tuple[Source, ...] = ()) -> Fact:
    """Return a fact whose sentence is cut at a word where it is too long for a brief."""
    return Fact(cut(text, LONGEST), sources)
