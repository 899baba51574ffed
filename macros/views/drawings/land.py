"""Land as a pattern of dots, from the package ``landcheck`` (Natural Earth 1:50m): there is no border of any kind."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from landcheck import LandCheck

from macros.base.system import cache
from macros.views.drawings import projection
from macros.views.drawings.projection import Window


@functools.cache
def land(window: Window) -> str:
    """Return the land within a window as an SVG path; each row is a line, whose dashes make the dots."""
    code = cache.code(Path(__file__), Path(projection.__file__))
    return cache.text(lambda: _rows(window), "land", metadata.version("landcheck"), repr(window), code)


@functools.cache
def _ground() -> LandCheck:
    return LandCheck()


def _rows(window: Window) -> str:
    """One horizontal line for each stretch of land in each row of dots."""
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
    """The stretches of flags that are set without a gap: start and length."""
    runs: list[tuple[int, int]] = []
    for index, flag in enumerate(flags):
        if flag and index and flags[index - 1]:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif flag:
            runs.append((index, 1))
    return runs
