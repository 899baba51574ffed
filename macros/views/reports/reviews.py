"""The periodic review of agreements (task I.7 of the Scheme): the last review of each, and the order of the next.

The Scheme wants agreements reviewed "định kỳ" (regularly) and names no interval, so none is assumed: a review is due
when the last one named a day that has come. The others are ordered by how much they call for one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal, get_args

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.items import AgreementItem
from macros.records.model import Update
from macros.views.timeline import ENDINGS, expiring

Call = Literal["due", "expired", "unclear", "expiring", "unreviewed", "reviewed", "ended"]
CALLS: Final[tuple[Call, ...]] = get_args(Call)

# The task that asks for the review.
TASK: Final = "scheme-i-7"


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An agreement with its last review known, and the reason for its place in the order."""

    agreement: AgreementItem
    last: Update | None
    call: Call


def reviews(records: Catalogue) -> list[ReviewItem]:
    """Return all agreements in the order in which they call for a review, which is that of :data:`CALLS`.

    Those that are only announced are left out. Among those with the same call, the longest without a review comes
    first.
    """
    soon = {item.id for item in expiring(records.agreements.values(), records.as_of)}
    found = [
        _item(agreement, soon, records.as_of)
        for agreement in records.agreements.values()
        if agreement.status != "announced"
    ]
    return sorted(found, key=lambda item: (CALLS.index(item.call), _since(item), item.agreement.id))


def _item(agreement: AgreementItem, soon: set[str], as_of: dt.date) -> ReviewItem:
    known = [u for u in agreement.updates if u.event == "reviewed" and u.date.first_day <= as_of]
    last = max(known, key=lambda update: update.date.last_day, default=None)
    return ReviewItem(agreement, last, _call(agreement, last, soon, as_of))


def _call(agreement: AgreementItem, last: Update | None, soon: set[str], as_of: dt.date) -> Call:
    if any(update.event in ENDINGS and update.date.first_day <= as_of for update in agreement.updates):
        return "ended"
    if last is not None:
        return "due" if last.next is not None and last.next.first_day <= as_of else "reviewed"
    if agreement.status == "expired":
        return "expired"
    if agreement.id in soon:
        return "expiring"
    return "unclear" if agreement.status == "unknown" else "unreviewed"


def _since(item: ReviewItem) -> dt.date:
    """The last day that the agreement was looked at or signed; unknown days come first."""
    if item.last is not None:
        return item.last.date.last_day
    signed = [item.agreement.record.signed, *(renewal.date for renewal in item.agreement.record.renewed)]
    signed += [update.date for update in item.agreement.updates if update.event in {"renewed", "extended", "amended"}]
    return max((date.last_day for date in signed if date is not None), default=dt.date.min)
