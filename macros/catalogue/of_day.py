"""The catalogue of a day, as the site built for that day prints it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.base.clock import build_day
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.cutoff import until
from macros.records.dataset import Dataset
from macros.records.history import git
from macros.records.history.changes import History


def catalogue_of(root: Path, dataset: Dataset, day: dt.date, history: History | None = None) -> Catalogue:
    """Join the records that the site of a day speaks of, judged by that day with what the build knows.

    Args:
        root: the project's folder, whose repository has the history of the records.
        dataset: records that have passed the check.
        day: the day that statuses are judged by (``AS_OF``).
        history: the history as :func:`macros.records.history.git.read` returns it; read if not given.
    """
    known = git.read(root) if history is None else history
    return Catalogue(until(dataset, day), day, history=known.until(day), known=build_day())
