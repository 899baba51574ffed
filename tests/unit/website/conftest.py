"""Records for tests of the website."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import errors
from macros.records.check.rules import check


def joined(root: Path, day: dt.date = dt.date(2026, 11, 21)) -> Catalogue:
    """The records of a folder, joined as of a day; they have to pass the check."""
    dataset, problems = check(root)
    assert errors(problems) == []
    return Catalogue(dataset, day)
