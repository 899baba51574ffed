"""Statuses of agreements, judged by their dates on a day: in force, expired."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal

from macros.base.dates import PartialDate
from macros.catalogue.agreement_life import beginning, first_told, only_announced, signing
from macros.records.model import Agreement, Renewal, Update

AgreementStatus = Literal["in-force", "expired", "announced", "unknown"]
Unclear = Literal[
    "announced-later",
    "signed-later",
    "no-signing-date",
    "signing-imprecise",
    "later-signing",
    "term-unstated",
    "end-imprecise",
]
AGREEMENT_STATUSES: Final[tuple[AgreementStatus, ...]] = ("in-force", "expired", "announced", "unknown")


def expiry(agreement: Agreement, updates: Iterable[Update] = ()) -> PartialDate | None:
    """Return the end of an agreement, no more precise than its source; ``None`` where no end follows from it.

    A term in years counts from the last signing. An update with a new end replaces the printed one; nothing follows
    the day on which it was ended or replaced.

    Args:
        agreement: the agreement.
        updates: the updates that count, in any order.
    """
    updates = tuple(updates)
    ends, signed = agreement.term.until, signing(agreement, updates)
    if agreement.term.kind == "years" and agreement.term.years is not None and signed is not None:
        last = max([signed, *(renewal.date for renewal in agreement.renewed)], key=lambda date: date.last_day)
        ends = last.plus_years(agreement.term.years)
    for update in sorted(updates, key=lambda update: update.date.last_day):
        if update.event in {"ended", "replaced"}:
            return update.date
        if update.until is not None:
            ends = update.until
    return ends


def agreement_status(
    agreement: Agreement, as_of: dt.date, updates: Iterable[Update] = (), known: dt.date | None = None
) -> AgreementStatus:
    """Return the status of an agreement on a day; see :func:`judged`."""
    return judged(agreement, as_of, updates, known)[0]


def judged(
    agreement: Agreement, as_of: dt.date, updates: Iterable[Update] = (), known: dt.date | None = None
) -> tuple[AgreementStatus, Unclear | None]:
    """Return the status of an agreement on a day, and the reason where nothing can be concluded.

    Args:
        agreement: the agreement.
        as_of: the day.
        updates: all updates on it; those that had not certainly happened by then do not count.
        known: the day that the records speak of, where that is later than ``as_of``. Everything on record has happened
            by then. On an earlier day, an event that is dated to a year or month has certainly happened only when that
            year or month is over, and nothing tells whether an undated agreement had been signed.
    """
    known = as_of if known is None else max(known, as_of)
    updates = tuple(updates)
    so_far = past(updates, as_of, known)
    ends = expiry(agreement, so_far)
    if only_announced(agreement, updates, so_far, as_of):
        if any(update.event in {"ended", "replaced"} for update in so_far):
            return "expired", None
        told = first_told(agreement, updates)
        return ("announced", None) if told is None or told.first_day <= as_of else ("unknown", "announced-later")
    began = beginning(agreement, updates)
    if began is not None and began.first_day > as_of:
        return "unknown", "signed-later"
    if ends is not None and as_of > ends.last_day:
        return "expired", None
    if began is None and as_of < known:
        return "unknown", "no-signing-date"
    if began is not None and _happened(began, known) > as_of:
        return "unknown", "signing-imprecise"
    if _term_of_later_signing(agreement, as_of, known):
        return "unknown", "later-signing"
    if ends is None:
        return ("in-force", None) if agreement.term.kind == "indefinite" else ("unknown", "term-unstated")
    return ("in-force", None) if as_of <= ends.first_day else ("unknown", "end-imprecise")


def past(updates: Iterable[Update], as_of: dt.date, known: dt.date) -> list[Update]:
    """Return the updates that had certainly happened by a day, by what is known on another (see :func:`judged`)."""
    return [update for update in updates if _happened(update.date, known) <= as_of]


def _happened(date: PartialDate, known: dt.date) -> dt.date:
    """The first day by which something of this date, known on a day, had certainly happened."""
    return max(date.first_day, min(date.last_day, known))


def _term_of_later_signing(agreement: Agreement, as_of: dt.date, known: dt.date) -> bool:
    """Tell whether the term on record is that of a signing after a day, so that it says nothing of the day.

    The register gives one term for an agreement with all its further signings. An agreement without an end that was
    only strengthened later was in force before that too.
    """
    later = [renewal for renewal in agreement.renewed if _happened(renewal.date, known) > as_of]
    strengthened = all(renewal.kind == "strengthened" for renewal in later)
    return bool(later) and not (strengthened and agreement.term.kind == "indefinite")


def renewals(agreement: Agreement) -> tuple[Renewal, ...]:
    """Return the further signings of an agreement, oldest first."""
    return tuple(sorted(agreement.renewed, key=lambda renewal: renewal.date.first_day))
