"""Editions of the data set: the tags of the repository that name one, each on the first day of a quarter or so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from macros.base.clock import HO_CHI_MINH, built_at
from macros.base.system.git import output

PREFIX: Final = "edition-"


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition.

    Attributes:
        tag: its tag, ``edition-2026-q4``.
        moment: the time at which it was made, in seconds since 1970.
        committed: the time of the commit that it has the data of, in seconds since 1970.
    """

    tag: str
    moment: int
    committed: int

    @property
    def name(self) -> str:
        """Its name: ``2026-q4``."""
        return self.tag.removeprefix(PREFIX)

    @property
    def day(self) -> dt.date:
        """The day on which it was made, in Vietnam."""
        return dt.datetime.fromtimestamp(self.moment, HO_CHI_MINH).date()


def read(root: Path) -> tuple[Edition, ...]:
    """Return the editions made until the build, newest first; none where the repository has no such tags, or is none.

    An annotated tag says itself when it was made; one that is only a name was made no earlier than its commit.
    """
    listed = output(
        root,
        "for-each-ref",
        "--format=%(refname:strip=2)%00%(creatordate:unix)%00%(*committerdate:unix)%(committerdate:unix)",
        f"refs/tags/{PREFIX}*",
    )
    found = []
    for line in (listed or b"").decode("utf-8", "replace").splitlines():
        tag, made, committed = line.split("\0")
        # A tag of something else than a commit has no such times.
        if made.isdigit() and committed.isdigit() and int(made) <= built_at().timestamp():
            found.append(Edition(tag, int(made), int(committed)))
    return tuple(sorted(found, key=lambda edition: edition.moment, reverse=True))
