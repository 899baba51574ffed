"""Cache of thousands of small results, as :mod:`macros.base.system.cache` is one of papers: all in one database.

A file for each would cost about as much as making what is in it.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from macros.base.system import cache

_NAME: Final = "results.sqlite"
# Quick: results are packed in every build that makes them, and read in many.
_LEVEL: Final = 1
# Seconds that a process waits for another that writes.
_PATIENCE: Final = 5.0
_MAKE: Final = "CREATE TABLE IF NOT EXISTS results (name BLOB PRIMARY KEY, day INTEGER, packed BLOB) WITHOUT ROWID"
_FIND: Final = "SELECT day, packed FROM results WHERE name = ?"
_PUT: Final = "INSERT OR REPLACE INTO results VALUES (?, ?, ?)"
_ASKED: Final = "UPDATE results SET day = ? WHERE name = ?"
_SWEEP: Final = "DELETE FROM results WHERE day < ?"


class Table:
    """Results that share some of their inputs; those that are made are put into the cache together, at the end."""

    def __init__(self, database: sqlite3.Connection | None, shared: tuple[str, ...]) -> None:
        """Prepare for results.

        Args:
            database: where they are; ``None`` where nothing can be cached.
            shared: what all of them depend on, their code among it.
        """
        self._database = database
        self._shared = hashlib.sha256(repr(shared).encode()).digest()
        self._today = int(time.time()) // cache.SECONDS_A_DAY
        self._made: list[tuple[bytes, int, bytes]] = []
        self._asked: list[tuple[int, bytes]] = []

    def text(self, make: Callable[[], str], *inputs: bytes) -> str:
        """Return a text from the cache, or make it and keep it for the end.

        Args:
            make: returns the text.
            inputs: what it depends on besides what all share.
        """
        if self._database is None:
            return make()
        name = hashlib.sha256(self._shared)
        for part in inputs:
            name.update(len(part).to_bytes(8, "big") + part)
        if (found := self._find(name.digest())) is not None:
            return found
        made = make()
        self._made.append((name.digest(), self._today, zlib.compress(made.encode(), _LEVEL)))
        return made

    def _find(self, name: bytes) -> str | None:
        """Return a text that is there and whole."""
        assert self._database is not None
        # A sum of what was packed stands at its end.
        with contextlib.suppress(sqlite3.Error, zlib.error, UnicodeDecodeError):
            # All rows, though there is one at most: an answer that is not read to its end would hold up who writes.
            for day, packed in self._database.execute(_FIND, (name,)).fetchall():
                text = zlib.decompress(packed).decode()
                if day != self._today:
                    self._asked.append((self._today, name))
                return text
        return None

    def _put(self) -> None:
        """Put what was made into the cache, and note what was asked for."""
        if self._database is not None and (self._made or self._asked):
            with contextlib.suppress(sqlite3.Error), self._database as database:
                database.executemany(_PUT, self._made)
                database.executemany(_ASKED, self._asked)


NONE: Final = Table(None, ())
"""A table without a cache: everything is made."""


@contextlib.contextmanager
def opened(*shared: str) -> Iterator[Table]:
    """Open the cache for results, in this process alone.

    Args:
        shared: what all results depend on, their code among it.
    """
    database = _database()
    try:
        table = Table(database, shared)
        yield table
        table._put()
    finally:
        if database is not None:
            database.close()


def sweep() -> None:
    """Delete what no build has asked for in as many days as papers are kept."""
    database = _database() if (cache.FOLDER / _NAME).is_file() else None
    if database is not None:
        with contextlib.suppress(sqlite3.Error), database:
            database.execute(_SWEEP, (int(time.time()) // cache.SECONDS_A_DAY - cache.DAYS_KEPT,))
        database.close()


def _database() -> sqlite3.Connection | None:
    """Return the database, begun anew where it is damaged; ``None`` where there can be none."""
    file = cache.FOLDER / _NAME
    for _ in range(2):
        with contextlib.suppress(OSError, sqlite3.OperationalError):
            cache.FOLDER.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(file, timeout=_PATIENCE)
            try:
                # What a crash spoils is made again.
                database.execute("PRAGMA synchronous = OFF")
                database.execute(_MAKE)
            except sqlite3.OperationalError:
                database.close()
                raise
            except sqlite3.DatabaseError:
                database.close()
                file.unlink(missing_ok=True)
            else:
                return database
    return None
