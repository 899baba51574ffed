"""What a build of one language is told of pages that need not be built again, and what it tells of those that it built.

Both stay in memory: the preview (:mod:`macros.publish.preview`) starts a build as a process that shares its memory, and
the build hands :data:`made` back when it is done. A build that is told nothing builds everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from macros.catalogue.dependencies import Asked


@dataclass(frozen=True, slots=True)
class Made:
    """A generated page as it was built last.

    ``asked`` is what it took from the records, ``anchors`` are those of its content, and ``searched`` are its entries
    in the search index, as JSON (UTF-8) without the brackets around them.
    """

    asked: tuple[Asked, ...]
    anchors: frozenset[str]
    searched: bytes


# By the source path of the page.
unchanged: Final[dict[str, Made]] = {}
made: Final[dict[str, Made]] = {}


def tell(pages: Mapping[str, Made]) -> None:
    """Say which pages are as they were; called in the process of a build before it begins."""
    unchanged.clear()
    unchanged.update(pages)
    made.clear()
