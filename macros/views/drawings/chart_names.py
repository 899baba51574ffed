"""Names of the files that hold the numbers behind charts."""

from __future__ import annotations

from typing import Final

from macros.base.folding import slugify
from macros.records.model import Indicator

# Agreements by status; signed in each year; in force at the end of each.
STATUSES: Final = "agreements-by-status"
SIGNINGS: Final = "agreements-by-year"
IN_FORCE: Final = "in-force-by-year"
# The fewest figures of one thing that make a chart.
FEWEST: Final = 3


def report_name(period: str) -> str:
    """Return the name for the tasks of a report, by its period's id."""
    return f"tasks-by-standing-{period}"


def series_name(indicator: Indicator) -> str:
    """Return the name for figures of one thing, one unit and one scope, by any of them."""
    unit = "percent" if indicator.unit.en == "%" else slugify(indicator.unit.en)
    return f"figures-{indicator.series}-{indicator.scope}-{unit}"
