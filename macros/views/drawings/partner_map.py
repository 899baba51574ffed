"""The maps of partner localities, drawn at build time: coordinates only, printed as SVG by a template."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import PartnerItem
from macros.records.model import Document, Place
from macros.views.drawings.land import land
from macros.views.drawings.marks import Mark, marks
from macros.views.drawings.projection import ASIA, WORLD, Window
from macros.views.drawings.spread import spread

# The radius of a point that only shows where others lie on the closer map.
_OTHER: Final = 3
# Points grow by so much for each agreement in force after the first, up to so many agreements.
_GROWTH: Final = 1.5
_MOST: Final = 3
# The diameter of a land dot, of the distance between two.
_DOT: Final = 0.62
# The same map stands on several pages.
_spread: Final = functools.lru_cache(maxsize=8)(spread)


@dataclass(frozen=True, slots=True)
class Point:
    """A partner's point: its middle and radius in user units."""

    partner: PartnerItem
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """One map in user units.

    Attributes:
        name: the name of its window.
        land: the land as an SVG path, with ``dash`` between its dots of the diameter ``dot``.
        points: the partners that can be followed.
        others: partners that can be followed on the closer map.
        marks: the city and the archipelagos.
        frame: left, top, width and height of the part that the closer map shows; None on that map.
    """

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


def atlas(catalogue: Catalogue) -> Atlas:
    """Return the world with a closer look at East and Southeast Asia; a partner can be followed on one of the two."""
    partners = [place for place in catalogue.places if place.role == "partner"]
    near = [place for place in partners if ASIA.holds(place)]
    far = [place for place in partners if not ASIA.holds(place)]
    known = {place.id for place in catalogue.places}
    gazetteers = dict.fromkeys(place.gazetteer for place in catalogue.places)
    return Atlas(
        (_map(WORLD, catalogue, far, near), _map(ASIA, catalogue, near, ())),
        tuple(item for name, item in catalogue.partners.items() if name not in known),
        tuple(catalogue.documents[name].record for name in gazetteers),
    )


def _map(window: Window, catalogue: Catalogue, places: Sequence[Place], others: Sequence[Place]) -> Map:
    distance = window.step * window.scale
    return Map(
        name=window.name,
        width=window.width,
        height=window.height,
        land=land(window),
        dash=round(distance, 2),
        dot=round(distance * _DOT, 1),
        points=_points(window, catalogue, places),
        others=tuple(Point(catalogue.partners[place.id], *window.at(place), _OTHER) for place in others),
        marks=marks(window, catalogue.places),
        frame=window.frame(ASIA) if window is WORLD else None,
    )


def _points(window: Window, catalogue: Catalogue, places: Sequence[Place]) -> tuple[Point, ...]:
    """Points, larger with more agreements in force, from north to south and west to east as a reader would go."""
    ordered = sorted(places, key=lambda place: (-place.latitude, place.longitude))
    items = [catalogue.partners[place.id] for place in ordered]
    radii = [window.radius + _GROWTH * max(0, min(item.in_force, _MOST) - 1) for item in items]
    apart = _spread(tuple((*window.at(place), radius) for place, radius in zip(ordered, radii, strict=True)))
    return tuple(
        Point(item, round(x, 1), round(y, 1), radius) for item, (x, y), radius in zip(items, apart, radii, strict=True)
    )
