"""Fitting a brief to its page: the longest section is cut first.

The heights of :mod:`macros.views.briefs.heights` were measured over every brief of the real data as LibreOffice lays it
out (``tests/built/test_briefs.py`` repeats it for some): at 10.5 points a line of 161 mm holds about 99 characters of
either language. Counting fewer leaves room for words that do not break.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

# Lines of text below its title that the page of a partner, or the two of a country, have room for.
PARTNER: Final = 58.0
COUNTRY: Final = 116.0


def fitted(sizes: Sequence[Sequence[float]], room: float, rest: Callable[[Sequence[int]], float]) -> list[int]:
    """Return how many items of each section there is room for.

    The longest section loses its last item until all fit; each keeps one as long as any other has more.

    Args:
        sizes: the height of each item of each section, in lines.
        room: the height of the page.
        rest: returns the height of what depends on the items kept, such as their notes.
    """
    kept = [len(section) for section in sizes]

    def height(number: int) -> float:
        return sum(sizes[number][: kept[number]])

    while any(kept) and sum(map(height, range(len(sizes)))) + rest(kept) > room:
        several = [number for number in range(len(sizes)) if kept[number] > 1]
        longest = max(several or [number for number in range(len(sizes)) if kept[number]], key=height)
        kept[longest] -= 1
    return kept
