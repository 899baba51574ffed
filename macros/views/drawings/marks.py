"""Marks of the city and the archipelagos on a map, and the places of their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from macros.records.model import Place, Text
from macros.views.drawings.projection import Window

# The distance of the corners of the city's sign, a square on its tip, from its middle.
_CORNER: Final = 9
# The islands of an archipelago's sign, around its middle.
_ISLANDS: Final = ((0, 0), (5, -4), (-5, -3), (3, 5), (-4, 6))


@dataclass(frozen=True, slots=True)
class Label:
    """The place of a name: which end is at its mark, how far aside, and how far down in heights of a letter."""

    anchor: Literal["start", "end"]
    aside: float
    down: float


# So that the names cover neither each other nor the points, on a phone's larger letters too. The world map has its
# city's name over the sea to the south-west; on the closer map there is room to the north-east.
_LABELS: Final = {
    ("world", "da-nang"): Label("end", -4, 1.5),
    ("world", "hoang-sa"): Label("start", 14, -0.5),
    ("world", "truong-sa"): Label("start", 14, 0.8),
    ("asia", "da-nang"): Label("start", -6, -1),
    ("asia", "hoang-sa"): Label("start", 14, 0.7),
    ("asia", "truong-sa"): Label("start", 14, 0.4),
}
_ELSEWHERE: Final = Label("start", 14, 0.4)


@dataclass(frozen=True, slots=True)
class Mark:
    """The city or an archipelago: its middle, and its name in lines that fit on a phone."""

    id: str
    role: str
    name: Text
    label: Label
    x: float
    y: float

    @property
    def text_x(self) -> float:
        """The horizontal position of its name."""
        return round(self.x + self.label.aside, 1)

    @property
    def top(self) -> float:
        """The upper corner of the city's sign."""
        return self.y - _CORNER

    @property
    def islands(self) -> list[tuple[float, float]]:
        """A small group of islands as a sign for an archipelago; nothing for the city."""
        return [(round(self.x + x, 1), round(self.y + y, 1)) for x, y in _ISLANDS if self.role == "archipelago"]

    def lines(self, lang: str) -> list[str]:
        """Return its name in lines: what stands in brackets has one of its own (``(Việt Nam)``)."""
        first, bracket, rest = self.name[lang].partition(" (")
        return [first, f"({rest}"] if bracket else [first]


def marks(window: Window, places: Iterable[Place]) -> tuple[Mark, ...]:
    """Return the marks of the places that have names of their own."""
    return tuple(
        Mark(place.id, place.role, place.name, _LABELS.get((window.name, place.id), _ELSEWHERE), *window.at(place))
        for place in places
        if place.name is not None
    )
