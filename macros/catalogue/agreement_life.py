"""The life of an agreement before its term: announced, signed, and replaced by a later one.

The agreement itself or an update may tell each of these; where both do, the agreement goes first.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from macros.base.dates import PartialDate
from macros.records.model import Agreement, Note, Update

# Events of an agreement that has been signed, whatever else is known of the signing.
_AFTER_SIGNING: Final = {"renewed", "extended", "amended"}


def announcement(agreement: Agreement, updates: Iterable[Update] = ()) -> PartialDate | None:
    """Return the day on which an agreement was said to be coming, if it ever was."""
    return agreement.announced or _first("announced", updates)


def signing(agreement: Agreement, updates: Iterable[Update] = ()) -> PartialDate | None:
    """Return the first signing of an agreement, if its date is known."""
    return agreement.signed or _first("signed", updates)


def beginning(agreement: Agreement, updates: Sequence[Update] = ()) -> PartialDate | None:
    """Return the signing of an agreement, else its end less the years that it is printed to run for."""
    signed, term = signing(agreement, updates), agreement.term
    if signed is None and term.until is not None and term.years is not None:
        return term.until.plus_years(-term.years)
    return signed


def first_told(agreement: Agreement, updates: Sequence[Update] = ()) -> PartialDate | None:
    """Return the day since which an agreement is spoken of: its announcement, else its beginning."""
    return announcement(agreement, updates) or beginning(agreement, updates)


def only_announced(agreement: Agreement, updates: Sequence[Update], so_far: Iterable[Update], as_of: dt.date) -> bool:
    """Tell whether an agreement was announced at some time, and nothing says that it was signed by a day.

    Args:
        agreement: the agreement.
        updates: all updates on it.
        so_far: those that had certainly happened by the day.
        as_of: the day.
    """
    if announcement(agreement, updates) is None:
        return False
    signed = [signing(agreement, updates), *(renewal.date for renewal in agreement.renewed)]
    if any(date is not None and date.first_day <= as_of for date in signed):
        return False
    return not any(update.event in _AFTER_SIGNING for update in so_far)


def as_told(agreement: Agreement, updates: Iterable[Update]) -> Agreement:
    """Return an agreement with the announcement and the signing that updates tell."""
    told = {"announced": announcement(agreement, updates), "signed": signing(agreement, updates)}
    new = {name: date for name, date in told.items() if date != getattr(agreement, name)}
    return agreement.model_copy(update=new) if new else agreement


def replacements(
    agreements: Iterable[Agreement], updates_of: Callable[[str], Sequence[Update]]
) -> Mapping[str, tuple[Update, ...]]:
    """Return the replacements that follow from later agreements, by the id of the agreement that they replace.

    An agreement that supersedes another takes its place on the day of its signing. Where an update on the earlier one
    names the same successor, that update tells the day.

    Args:
        agreements: all agreements.
        updates_of: returns the updates on the agreement of an id.
    """
    found: dict[str, tuple[Update, ...]] = defaultdict(tuple)
    for later in agreements:
        signed = signing(later, updates_of(later.id))
        if signed is None:
            continue
        for name in later.supersedes:
            if not any(update.by == later.id for update in updates_of(name)):
                found[name] += (_replaced(name, signed, later.id),)
    return found


def _replaced(name: str, date: PartialDate, by: str) -> Update:
    """Return the update that an official would write; nobody wrote it, so its note is empty."""
    note = Note.model_construct(vi="", en="")
    return Update.model_construct(
        id=f"{name}-{by}", record=f"agreement/{name}", event="replaced", date=date, by=by, note=note
    )


def _first(event: str, updates: Iterable[Update]) -> PartialDate | None:
    dates = (update.date for update in updates if update.event == event)
    return min(dates, key=lambda date: date.first_day, default=None)
