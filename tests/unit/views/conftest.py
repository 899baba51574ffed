"""The small data set as tests of views read it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check


@pytest.fixture
def small(small_root: Path) -> Catalogue:
    """The small data set, joined; edit the files below ``small_root`` before asking for it by ``joined``."""
    return joined(small_root)


def joined(root: Path) -> Catalogue:
    """The records of a folder, joined as of the day that the tests agree on."""
    return Catalogue(check(root)[0], dt.date(2026, 11, 21))
