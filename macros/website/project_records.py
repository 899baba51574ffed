"""Joined records of the project, read from its data and checked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from macros.base.clock import as_of
from macros.base.system import progress
from macros.base.system.files import PROJECT
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.records.check.problem import Problem, errors
from macros.records.check.rules import check
from macros.records.dataset import Kept

# How many commits a warning names.
_NAMED: Final = 3


class BrokenData(Exception):
    """The data has errors, which are printed already; the message says how many, in both languages."""


def read(root: Path = PROJECT, kept: Kept | None = None) -> Catalogue:
    """Read, check and join the records of a project.

    Args:
        root: the project's folder.
        kept: files as they were read before (see :func:`macros.records.dataset.read`).

    Returns:
        The records as of today or ``AS_OF``.

    Raises:
        BrokenData: the check found errors.
        ValueError: ``AS_OF`` is not a date.
    """
    day = as_of()
    dataset, problems = check(root, kept)
    accept(problems)
    catalogue = catalogue_of(root, dataset, day)
    _warn(catalogue.history.ahead)
    return catalogue


def _warn(ahead: Sequence[str]) -> None:
    """Say which commits have a date after the build, which the log takes as the day of the build."""
    if ahead:
        names = ", ".join(name[:12] for name in ahead[:_NAMED])
        print(
            f"Cảnh báo: {len(ahead)} commit ghi ngày sau lúc dựng ({names}); nhật ký lấy ngày dựng. / "
            f"Warning: {len(ahead)} commits are dated after the build ({names}); the log takes the day of the build.",
            file=sys.stderr,
        )


def accept(problems: Sequence[Problem]) -> None:
    """Print the problems to the standard error, word for word as ``make check`` prints them.

    Raises:
        BrokenData: there are errors among them.
    """
    if problems:
        progress.end()
    for problem in problems:
        print(problem.text(), file=sys.stderr)
    if found := errors(problems):
        raise BrokenData(
            f"Dữ liệu có {len(found)} lỗi, trang chưa được dựng. / The data has {len(found)} errors; nothing was built."
        )
