from __future__ import annotations

import datetime as dt

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.records.check.rules import check
from tests.conftest import SMALL


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """The small data set, joined."""
    return Catalogue(check(SMALL)[0], dt.date(2026, 11, 21))
