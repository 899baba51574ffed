"""The agreement strip of a brief: the years of each agreement as stretches of table cells, which Word can edit.

It shows the same times as the strip on pages (:mod:`macros.views.drawings.agreement_lives`), year by year.
"""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from typing import Final

from macros.catalogue.status import AgreementStatus
from macros.views.briefs.brief import Label, Stretch
from macros.views.drawings.agreement_lives import Life, stretches
from macros.views.drawings.agreement_strip import FIRST, LAST

# Years between two labels.
_STEP: Final = 10
# Told apart in black and white too, for briefs are printed.
COLOURS: Final[dict[AgreementStatus, str]] = {
    "in-force": "1F5A7A",
    "expired": "A6A6A6",
    "unknown": "D9B45B",
    "announced": "D9B45B",
}
# Years still to come of an agreement in force, and years without one.
AHEAD: Final = "A9CBDD"
NONE: Final = "F2F2F2"

# The colours that a key explains, by the name of their words.
KEY: Final = {
    "in_force": COLOURS["in-force"],
    "ahead": AHEAD,
    "expired": COLOURS["expired"],
    "unknown": COLOURS["unknown"],
}


def axis() -> tuple[Label, ...]:
    """Return the years above the strip; the last years may be too few for a name above them."""
    widths = [(year, min(_STEP, LAST + 1 - year)) for year in range(FIRST, LAST + 1, _STEP)]
    return tuple(Label(year - FIRST, years, str(year) if years == _STEP else "") for year, years in widths)


def strip(life: Life, as_of: dt.date) -> tuple[Stretch, ...]:
    """Return the years of an agreement, those that it touches in the colour of its status."""
    times = [(since, until) for _, since, until in stretches(life, as_of)]
    if not times and life.only_date is not None:
        times = [(life.only_date, life.only_date)]
    touched = [any(since.year <= year <= until.year for since, until in times) for year in range(FIRST, LAST + 1)]
    colours = [
        _colour(life.status, ahead=year > as_of.year) if there else NONE
        for year, there in zip(range(FIRST, LAST + 1), touched, strict=True)
    ]
    found, start = [], 0
    for colour, same in groupby(colours):
        years = len(list(same))
        found.append(Stretch(start, years, colour))
        start += years
    return tuple(found)


def _colour(status: AgreementStatus, *, ahead: bool) -> str:
    return AHEAD if ahead and status == "in-force" else COLOURS[status]
