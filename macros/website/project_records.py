"""The joined records that pages are printed from: given by the process that started this one, else read and checked."""

from __future__ import annotations

import functools
from typing import Final

from macros.base.clock import as_of
from macros.base.system.files import PROJECT
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.records.check.problem import errors
from macros.records.check.rules import check

# The records that this process was given; at most one catalogue.
_given: Final[list[Catalogue]] = []


class BrokenData(Exception):
    """The data does not pass the check, so there is nothing to print."""


def hand_over(records: Catalogue) -> None:
    """Use these records in this process and those that it starts, instead of reading the data again."""
    _given[:] = [records]


def catalogue(*, anew: bool = False) -> Catalogue:
    """Return the joined records of the project, as of today or ``AS_OF``: those handed over, else those read.

    Args:
        anew: read them again, because they may have changed; what was handed over stays.

    Raises:
        BrokenData: the check found errors.
    """
    if _given:
        return _given[0]
    if anew:
        _read.cache_clear()
    return _read()


@functools.cache
def _read() -> Catalogue:
    dataset, problems = check(PROJECT)
    if found := errors(problems):
        raise BrokenData("\n".join(problem.text() for problem in found))
    return catalogue_of(PROJECT, dataset, as_of())
