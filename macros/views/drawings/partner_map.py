"""The maps of partner localities, drawn at build time: coordinates only, printed as SVG by a template.

Land is a pattern of dots from the package ``landcheck`` (Natural Earth 1:50m), so there is no border of any kind.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final, Literal

from landcheck import LandCheck

from macros.base.system import cache
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import PartnerItem
from macros.records.model import Document, Place, Text

# How often points that lie on each other are pushed apart; they settle long before.
ROUNDS: Final = 200
# How many pairs of points are looked at in all; each round looks at half the square of their number.
PAIRS: Final = 2_000_000
# How the islands of an archipelago's sign lie about its middle.
ISLANDS: Final = ((0, 0), (5, -4), (-5, -3), (3, 5), (-4, 6))
# The angle by which points of one place are fanned out, so that no two get the same direction.
GOLDEN: Final = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world: degrees at its edges (the east may pass 180), and how it is drawn.

    ``parallel`` is where the equirectangular projection is true to shape; ``step`` is the distance of land dots in
    degrees of latitude; ``radius`` is that of a point, in user units.
    """

    name: Literal["world", "asia"]
    west: float
    east: float
    south: float
    north: float
    parallel: float
    width: int
    step: float
    radius: float

    @property
    def squeeze(self) -> float:
        """Degrees of latitude that are as long as one of longitude."""
        return math.cos(math.radians(self.parallel))

    @property
    def scale(self) -> float:
        """User units for a degree of latitude."""
        return self.width / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale)

    def x(self, longitude: float) -> float:
        return (longitude - self.west) % 360 * self.squeeze * self.scale

    def y(self, latitude: float) -> float:
        return (self.north - latitude) * self.scale

    def holds(self, place: Place) -> bool:
        """Whether a place lies within."""
        east = (float(place.longitude) - self.west) % 360
        return east < self.east - self.west and self.south < place.latitude < self.north


# Cut in the Atlantic, so that Vietnam and the Pacific partners are not torn apart.
WORLD: Final = Window("world", -30, 330, -56, 74, 32, 960, 2.5, 8)
# Half of the partners lie here; on the world map they would lie on each other.
ASIA: Final = Window("asia", 94, 146, 4, 43, 24, 600, 1, 7.5)


@dataclass(frozen=True, slots=True)
class Point:
    """A partner's point: its middle and radius in user units."""

    partner: PartnerItem
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands: which end is at its mark, how far aside, and how far down in heights of a letter."""

    anchor: Literal["start", "end"]
    aside: float
    down: float


# So that the names cover neither each other nor the points, on a phone's larger letters too. The world map has its
# city's name over the sea to the south-west; on the closer map there is room to the north-east.
LABELS: Final = {
    ("world", "da-nang"): Label("end", -4, 1.5),
    ("world", "hoang-sa"): Label("start", 14, -0.5),
    ("world", "truong-sa"): Label("start", 14, 0.8),
    ("asia", "da-nang"): Label("start", -6, -1),
    ("asia", "hoang-sa"): Label("start", 14, 0.7),
    ("asia", "truong-sa"): Label("start", 14, 0.4),
}
ELSEWHERE: Final = Label("start", 14, 0.4)


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
        return round(self.x + self.label.aside, 1)

    @property
    def islands(self) -> list[tuple[float, float]]:
        """A small group of islands as a sign for an archipelago; nothing for the city."""
        return [(round(self.x + x, 1), round(self.y + y, 1)) for x, y in ISLANDS if self.role == "archipelago"]

    def lines(self, lang: str) -> list[str]:
        """``Quần đảo Hoàng Sa`` and ``(Việt Nam)``: what stands in brackets goes on a line of its own."""
        first, bracket, rest = self.name[lang].partition(" (")
        return [first, f"({rest}"] if bracket else [first]


@dataclass(frozen=True, slots=True)
class Map:
    """One map: its land as an SVG path, its points to follow, points shown on the closer map, and marks."""

    name: str
    width: int
    height: int
    land: str
    dash: float
    dot: float
    points: tuple[Point, ...]
    others: tuple[Point, ...]
    marks: tuple[Mark, ...]
    frame: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class Atlas:
    """Both maps, the partners that they lack for want of coordinates, and the gazetteers that gave the others."""

    maps: tuple[Map, ...]
    absent: tuple[PartnerItem, ...]
    gazetteers: tuple[Document, ...]


@functools.cache
def _ground() -> LandCheck:
    return LandCheck()


@functools.cache
def land(window: Window) -> str:
    """The land within a window as the path of its rows; a dash of length nought with a round end makes the dots."""
    return cache.text(
        lambda: _rows(window), "land", metadata.version("landcheck"), repr(window), Path(__file__).read_text("utf-8")
    )


def _rows(window: Window) -> str:
    ground, across = _ground(), window.step / window.squeeze
    rows = int((window.north - window.south) / window.step)
    columns = int((window.east - window.west) / across)
    pieces: list[str] = []
    for row in range(rows):
        latitude = window.north - (row + 0.5) * window.step
        dry = [_is_land(ground, window.west + (column + 0.5) * across, latitude) for column in range(columns)]
        for start, length in _runs(dry):
            x, y = window.x(window.west + (start + 0.5) * across), window.y(latitude)
            # A little longer than to the last dot, so that rounding does not lose it.
            pieces.append(f"M{x:.1f} {y:.1f}h{(length - 1) * window.step * window.scale + 0.2:.1f}")
    return "".join(pieces)


def _is_land(ground: LandCheck, longitude: float, latitude: float) -> bool:
    return bool(ground.is_land((longitude + 180) % 360 - 180, latitude))


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """Where flags are set without a gap: start and length."""
    runs: list[tuple[int, int]] = []
    for index, flag in enumerate(flags):
        if flag and index and flags[index - 1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif flag:
            runs.append((index, 1))
    return runs


def spread(points: Iterable[tuple[float, float, float]], gap: float = 1) -> list[tuple[float, float]]:
    """Circles (x, y, radius) pushed apart until none covers another; those that lie alone stay where they are.

    The order of the circles decides ties, so that two builds agree.
    """
    circles = list(points)
    found = [(x, y) for x, y, _ in circles]
    # So many that they cannot lie apart on the map are not worth the time that trying would take.
    for _ in range(min(ROUNDS, 1 + PAIRS // max(1, len(circles) ** 2))):
        moved = False
        for one in range(len(circles)):
            for two in range(one + 1, len(circles)):
                apart = circles[one][2] + circles[two][2] + gap
                dx, dy = found[two][0] - found[one][0], found[two][1] - found[one][1]
                if dx >= apart or dy >= apart:
                    continue
                distance = math.hypot(dx, dy)
                if distance >= apart - 0.01:
                    continue
                if distance == 0:
                    dx, dy = math.cos(GOLDEN * two), math.sin(GOLDEN * two)
                else:
                    dx, dy = dx / distance, dy / distance
                push = (apart - distance) / 2
                found[one] = (found[one][0] - dx * push, found[one][1] - dy * push)
                found[two] = (found[two][0] + dx * push, found[two][1] + dy * push)
                moved = True
        if not moved:
            break
    return found


# The same map stands on several pages.
_spread: Final = functools.lru_cache(maxsize=8)(spread)


def atlas(catalogue: Catalogue) -> Atlas:
    """The world with a closer look at East and Southeast Asia. Each partner is a point to follow on one of the two."""
    places = catalogue.places
    near = [place for place in places if place.role == "partner" and ASIA.holds(place)]
    far = [place for place in places if place.role == "partner" and not ASIA.holds(place)]
    known = {place.id for place in places}
    gazetteers = dict.fromkeys(place.gazetteer for place in places)
    return Atlas(
        (_map(WORLD, catalogue, far, near), _map(ASIA, catalogue, near, ())),
        tuple(item for name, item in catalogue.partners.items() if name not in known),
        tuple(catalogue.documents[name].record for name in gazetteers),
    )


def _map(window: Window, catalogue: Catalogue, places: Sequence[Place], others: Sequence[Place]) -> Map:
    marks = tuple(
        Mark(
            place.id,
            place.role,
            place.name,
            LABELS.get((window.name, place.id), ELSEWHERE),
            *_at(window, place),
        )
        for place in catalogue.places
        if place.name is not None
    )
    frame = (
        round(window.x(ASIA.west), 1),
        round(window.y(ASIA.north), 1),
        round(window.x(ASIA.east) - window.x(ASIA.west), 1),
        round(window.y(ASIA.south) - window.y(ASIA.north), 1),
    )
    return Map(
        window.name,
        window.width,
        window.height,
        land(window),
        round(window.step * window.scale, 2),
        round(window.step * window.scale * 0.62, 1),
        _points(window, catalogue, places),
        tuple(Point(catalogue.partners[place.id], *_at(window, place), 3) for place in others),
        marks,
        frame if window.name == "world" else None,
    )


def _points(window: Window, catalogue: Catalogue, places: Sequence[Place]) -> tuple[Point, ...]:
    """Points, larger with more agreements in force, from north to south and west to east as a reader would go."""
    ordered = sorted(places, key=lambda place: (-place.latitude, place.longitude))
    items = [catalogue.partners[place.id] for place in ordered]
    radii = [window.radius + 1.5 * max(0, min(item.in_force, 3) - 1) for item in items]
    apart = _spread(tuple((*_at(window, place), radius) for place, radius in zip(ordered, radii, strict=True)))
    return tuple(
        Point(item, round(x, 1), round(y, 1), radius) for item, (x, y), radius in zip(items, apart, radii, strict=True)
    )


def _at(window: Window, place: Place) -> tuple[float, float]:
    return round(window.x(float(place.longitude)), 1), round(window.y(float(place.latitude)), 1)
