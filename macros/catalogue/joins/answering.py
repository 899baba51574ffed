"""Agencies that answer for the work of others on a day: those that succeeded them, and those that succeeded these."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from macros.records.model import Agency


def is_over(agency: Agency, day: dt.date) -> bool:
    """Tell whether others answer for the work of an agency on a day, or nobody does, since it ended."""
    if agency.ended is not None:
        return agency.ended.date.first_day <= day
    return any(successor.date.first_day <= day for successor in agency.successors)


def answering(agencies: Mapping[str, Agency], names: Iterable[str], day: dt.date) -> tuple[Agency, ...]:
    """Return the agencies that answer on a day for what was given to others, each once, in the order of those.

    Args:
        agencies: all agencies by id, whose successors form no circle.
        names: the ids of the agencies that it was given to.
        day: the day.
    """
    found: dict[str, Agency] = {}
    for name in names:
        agency = agencies[name]
        if not is_over(agency, day):
            found[name] = agency
            continue
        following = [successor.agency for successor in agency.successors if successor.date.first_day <= day]
        found |= {successor.id: successor for successor in answering(agencies, following, day)}
    return tuple(found.values())
