"""Rules about agreements that are only known to exist."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.base.clock import HO_CHI_MINH
from macros.records.check.problem import Problem
from macros.records.check.rules.traversal import problem
from macros.records.dataset import Dataset
from macros.records.model import ReportedAgreement

_KIND = "reported-agreements"


def reported_complete(dataset: Dataset) -> Iterator[Problem]:
    """An agreement whose partner and year are known belongs into the register (design, section 4)."""
    for entry in dataset.of(_KIND, ReportedAgreement):
        if entry.record.partner_name is not None and entry.record.year is not None:
            yield problem("reported-complete", _KIND, entry, ("partner_name",))


def reported_in_future(dataset: Dataset) -> Iterator[Problem]:
    """The year of a reported agreement is that of its signing, which is over or going on; judged by the real date."""
    this_year = dt.datetime.now(HO_CHI_MINH).year
    for entry in dataset.of(_KIND, ReportedAgreement):
        if entry.record.year is not None and entry.record.year > this_year:
            yield problem("date-in-future", _KIND, entry, ("year",), found=str(entry.record.year))
