"""The catalogue of a day, as the site built for that day prints it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.base.clock import build_day
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.cutoff import until
from macros.records.dataset import Dataset
from macros.records.history import git


def catalogue_of(root: Path, dataset: Dataset, day: dt.date) -> Catalogue:
    """Join the records that the site of a day speaks of, judged by that day with what the build knows.

    Args:
        root: the project's folder, whose repository has the history of the records.
        dataset: records that have passed the check.
        day: the day that statuses are judged by (``AS_OF``).
    """
    return Catalogue(until(dataset, day), day, history=git.read(root).until(day), known=build_day())
