"""The rule that nothing which was published disappears."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from macros.records.check.problem import Place, Problem
from macros.records.dataset import Dataset
from macros.records.history.old_files import Key, kind_of, parse
from macros.records.history.published import former_files
from macros.records.kinds import SINGULAR


def record_removed(root: Path, dataset: Dataset) -> Iterator[Problem]:
    """A record that was published is still there, by its id or as a former id of another (design §4).

    Args:
        root: the project's folder, whose repository knows what was published.
        dataset: the records as they are.
    """
    former: dict[str, set[str]] = defaultdict(set)
    told: set[tuple[str, str]] = set()
    for path, content in former_files(root):
        kind = kind_of(path)
        for singular, name in _keys(content, kind) if kind is not None else ():
            plural = SINGULAR[singular].plural
            if (plural, name) in told or not dataset.lacks(plural, name):
                continue
            if not former:
                for named, record in dataset.records():
                    former[named].update(record.former_ids)
            if name not in former[plural]:
                told.add((plural, name))
                yield Problem(
                    _place(path, content, name),
                    "record-removed",
                    f"{plural}/{name}",
                    "id",
                    name,
                    details=(("kind", plural),),
                )


# The preview checks again and again, and what was published stays.
@functools.lru_cache(maxsize=16)
def _keys(content: bytes, kind: str) -> tuple[Key, ...]:
    """Return the kinds and ids of the records in a file; none where it cannot be read."""
    return tuple(parse(content, kind) or ())


def _place(path: str, content: bytes, name: str) -> Place:
    """Return the place where a record stood, by the line that had its id."""
    text = content.decode("utf-8", "replace")
    found = re.search(rf"""\bid:\s*["']?({re.escape(name)})["']?\s*(?:[,#}}].*)?$""", text, re.MULTILINE)
    if found is None:
        return Place(path)
    start = found.start(1)
    return Place(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
