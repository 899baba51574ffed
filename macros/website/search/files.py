"""The files of the search in the folder ``search/`` of each language, and the entries gathered for them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

SETTINGS: Final = "search_index.json"
"""The settings, which the theme's script fetches on every page."""

ENTRIES: Final = "entries.json"
"""The entries, which the search's worker fetches when somebody searches."""


class GatheredEntries:
    """The entries of a build's pages, kept on disk: together they are the words of the whole site."""

    def __init__(self, order: Iterable[str]) -> None:
        """Begin without entries.

        Args:
            order: the source paths of all pages, in the order in which their entries will be written.
        """
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed when they are written)
        self._places: dict[str, tuple[int, int]] = dict.fromkeys(order, (0, 0))

    def put(self, path: str, entries: bytes) -> None:
        """Keep a page's entries: JSON in UTF-8 without the brackets around the list."""
        self._places[path] = (self._file.seek(0, os.SEEK_END), self._file.write(entries))

    def write(self, target: Path) -> None:
        """Write the entries of all pages as a JSON file, and forget them."""
        with self._file as gathered, target.open("wb") as file:
            file.write(b"[")
            for number, (start, length) in enumerate(place for place in self._places.values() if place[1]):
                gathered.seek(start)
                file.write((b"," if number else b"") + gathered.read(length))
            file.write(b"]")
