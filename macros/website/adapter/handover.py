"""Handover between publishing and a build by MkDocs: the one object that both hold, in ``config.extra``.

Publishing puts it there before the build begins, with the records and the pages that need not be built again. The
events of MkDocs take those from it and put in what they built. Where nobody has put one there (``mkdocs build``,
``mkdocs serve``), the events do so themselves, with the records as they stand in the data.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import Asked
from macros.website import project_records

# Its name in ``config.extra``.
KEY: Final = "handover"


@dataclass(frozen=True, slots=True)
class PageResult:
    """A generated page as it was built.

    Attributes:
        asked: what it took from the records.
        anchors: the anchors in its content.
        searched: its entries in the search index, as JSON (UTF-8) without the brackets around them.
    """

    asked: tuple[Asked, ...]
    anchors: frozenset[str]
    searched: bytes


# The macros plugin prints every value of ``config.extra`` into a message that is rarely shown: no long representation.
@dataclass(slots=True, eq=False, repr=False)
class Handover:
    """Input and output of one build of one language.

    Attributes:
        records: the joined records that pages are made from.
        unchanged: pages that are as they were built before, by source path; they are not built again.
        results: pages that were built, by source path; filled only where the records are traced.
        finished: set at the end of the build, when all that goes with the pages is written.
    """

    records: Catalogue
    unchanged: Mapping[str, PageResult] = field(default_factory=dict)
    results: dict[str, PageResult] = field(default_factory=dict)
    finished: bool = False


def records_of(extra: Mapping[str, Any]) -> Catalogue:
    """Return the records of a build, by its ``config.extra``.

    Engines without the events of MkDocs have no handover there; the project's records are read once a process.

    Raises:
        BrokenData: the check found errors.
    """
    handover: Handover | None = extra.get(KEY)
    return _read() if handover is None else handover.records


_read: Final = functools.cache(project_records.read)
