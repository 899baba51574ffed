"""Agreements in force at the end of each year, by what is known today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.base.dates import PartialDate
from macros.catalogue.items import AgreementItem
from macros.catalogue.status import Unclear, judged


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEnd:
    """Agreements as they stood on the last day of a year; those announced or signed later are left out.

    Attributes:
        day: the last day of the year.
        in_force: agreements that were certainly in force.
        unclear: agreements of which nothing can be concluded for that day.
        why: the reason for each of those, by id.
        undated: agreements whose signing no source dates, so that they may not even have been signed by then.
        expired: the number of agreements that had ended.
    """

    day: dt.date
    in_force: tuple[AgreementItem, ...]
    unclear: tuple[AgreementItem, ...]
    why: Mapping[str, Unclear]
    undated: tuple[AgreementItem, ...]
    expired: int

    @property
    def year(self) -> int:
        return self.day.year

    @property
    def date(self) -> PartialDate:
        return PartialDate.of(self.day)


def year_ends(agreements: Iterable[AgreementItem], as_of: dt.date, known: dt.date) -> list[YearEnd]:
    """Return the end of each year from the first signing to the last year that is over on a day, oldest first.

    Args:
        agreements: agreements signed by that day.
        as_of: the day.
        known: the day that the records speak of (see :func:`macros.catalogue.status.judged`).
    """
    items = tuple(agreements)
    signed = [item.record.signed.year for item in items if item.record.signed is not None]
    last = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    return [year_end(items, dt.date(year, 12, 31), known) for year in range(min(signed, default=last + 1), last + 1)]


def year_end(agreements: Iterable[AgreementItem], day: dt.date, known: dt.date) -> YearEnd:
    """Sort agreements by how they stood on a day, judged by what is known on a later one."""
    in_force, undated, expired = [], [], 0
    unclear: dict[str, tuple[AgreementItem, Unclear]] = {}
    for item in agreements:
        status, why = judged(item.record, day, item.decisive, known)
        if status == "in-force":
            in_force.append(item)
        elif status == "expired":
            expired += 1
        elif why == "no-signing-date":
            undated.append(item)
        elif why is not None and why not in {"announced-later", "signed-later"}:
            unclear[item.id] = item, why
    return YearEnd(
        day=day,
        in_force=tuple(in_force),
        unclear=tuple(item for item, _ in unclear.values()),
        why={name: why for name, (_, why) in unclear.items()},
        undated=tuple(undated),
        expired=expired,
    )
