"""The workbooks of a pull request's inbox, as far as its comment tells of them."""

from __future__ import annotations

from collections.abc import Iterable

from macros.contribute.pull_request.proposal import LONG, LONGEST_TEXT, NAMED, WORKBOOKS, Words, Workbook
from macros.contribute.workbook.inbox import Taken
from macros.records.check.problem import shorten


def told(taken: Iterable[Taken]) -> list[Workbook]:
    """Return the first workbooks with their first faults; a proposed file that is too long is left to the run."""
    return [_told(found) for found in list(taken)[:WORKBOOKS]]


def _told(taken: Taken) -> Workbook:
    faults = taken.faults[: NAMED // 2]
    vi, en = taken.agency
    return Workbook(
        file=shorten(taken.file, LONG),
        agency=Words(vi=shorten(vi, LONG), en=shorten(en, LONG)) if vi else None,
        new=taken.new,
        known=taken.known,
        faulty=len(taken.faults),
        faults=[Words(vi=shorten(one, LONG), en=shorten(other, LONG)) for one, other in faults],
        update="" if taken.update is None else taken.update.as_posix(),
        text=taken.text if len(taken.text) <= LONGEST_TEXT else "",
    )
