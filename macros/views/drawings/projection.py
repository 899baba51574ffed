"""The windows of the maps: which part of the world each shows, and where a place lies in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from macros.records.model import Place


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world in an equirectangular projection, in user units of a drawing.

    Attributes:
        name: its name in the words of the interface.
        west: degrees of longitude at its left edge.
        east: degrees of longitude at its right edge; may pass 180.
        south: degrees of latitude at its lower edge.
        north: degrees of latitude at its upper edge.
        parallel: the latitude at which the projection is true to shape.
        width: its width in user units.
        step: the distance of land dots in degrees of latitude.
        radius: the radius of a point in user units.
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
        """Return the distance of a meridian from the left edge."""
        return (longitude - self.west) % 360 * self.squeeze * self.scale

    def y(self, latitude: float) -> float:
        """Return the distance of a parallel from the upper edge."""
        return (self.north - latitude) * self.scale

    def at(self, place: Place) -> tuple[float, float]:
        """Return the point of a place, rounded as it is printed."""
        return round(self.x(float(place.longitude)), 1), round(self.y(float(place.latitude)), 1)

    def holds(self, place: Place) -> bool:
        """Tell whether a place lies within."""
        east = (float(place.longitude) - self.west) % 360
        return east < self.east - self.west and self.south < place.latitude < self.north

    def frame(self, other: Window) -> tuple[float, float, float, float]:
        """Return the part that another window shows: left, top, width and height."""
        left, top = self.x(other.west), self.y(other.north)
        return round(left, 1), round(top, 1), round(self.x(other.east) - left, 1), round(self.y(other.south) - top, 1)


# Cut in the Atlantic, so that Vietnam and the Pacific partners are not torn apart.
WORLD: Final = Window("world", -30, 330, -56, 74, 32, 960, 2.5, 8)
# Half of the partners lie here; on the world map they would lie on each other.
ASIA: Final = Window("asia", 94, 146, 4, 43, 24, 600, 1, 7.5)
