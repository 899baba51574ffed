"""Reading of the data: files to nodes, nodes to records."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from macros.records import yaml_source
from macros.records.check.model_errors import explain, not_a_record
from macros.records.check.problem import Place, Problem, limited, visible
from macros.records.dataset.data_files import data_files
from macros.records.dataset.entries import Dataset, Entry
from macros.records.dataset.joining import join_agreements, join_brought, retire_nested
from macros.records.kinds import IN_FILES, PLURAL, SINGULAR
from macros.records.model import Record

# More than ten times the size of 10,000 records; a folder copied in by mistake should not fill the memory.
MAX_TOTAL_BYTES: Final = 128 * 1024 * 1024

# Files without a fault by their name: the digest of the content, the nodes, the records.
Kept = dict[str, tuple[bytes, list[yaml_source.Mapping], list[Entry[Any]]]]


def read(root: Path, kept: Kept | None = None) -> tuple[Dataset, list[Problem]]:
    """Read ``<root>/data``.

    Args:
        root: the project's folder.
        kept: files as they were read before. Those that have not changed are not read again; the others are added.

    Returns:
        The records that fit their model, and all problems found so far.
    """
    dataset = Dataset()
    stray: list[Problem] = []
    problems = limited(_read(root, dataset, stray, kept))
    join_brought(dataset)
    join_agreements(dataset)
    retire_nested(dataset)
    return dataset, limited(stray) + problems


def _read(root: Path, dataset: Dataset, stray: list[Problem], kept: Kept | None) -> Iterator[Problem]:
    total = 0
    for kind, path in data_files(root / "data", stray):
        # Names are UTF-8 whatever the settings of the system.
        shown = os.fsencode(path.relative_to(root).as_posix()).decode(errors="surrogateescape")
        if total > MAX_TOTAL_BYTES:
            yield Problem(Place(shown), "too-much-data", allowed=f"{MAX_TOTAL_BYTES // 2**20} MB")
            dataset.unread |= set(IN_FILES)
            return
        yield from _read_file(dataset, kind, path, shown, kept)
        with contextlib.suppress(OSError):
            total += min(path.lstat().st_size, yaml_source.MAX_BYTES)
    # Where a file or folder is missing or unreadable, nothing can be said about records of its kind.
    names = [Path(problem.place.file).parts for problem in stray if problem.rule != "unknown-file"]
    dataset.unread |= set(IN_FILES) if ("data",) in names else {Path(name[1]).stem for name in names}


def _read_file(dataset: Dataset, kind: str, path: Path, shown: str, kept: Kept | None) -> Iterator[Problem]:
    """Add the records of one file."""
    content = b"" if kept is None else yaml_source.digest(path)
    known = None if kept is None else kept.get(shown)
    if known is not None and known[0] == content:
        for mapping in known[1]:
            _note_ids(dataset, kind, mapping)
        dataset.entries[kind] += known[2]
        return
    nodes, found = _nodes(path, shown)
    if found and not nodes:
        dataset.unread.add(kind)
    yield from found
    clean, first = not found, len(dataset.entries[kind])
    for node in nodes:
        for problem in _add(dataset, kind, node):
            clean = False
            yield problem
    if kept is not None and clean and content:
        mappings = [node for node in nodes if isinstance(node, yaml_source.Mapping)]
        kept[shown] = (content, mappings, dataset.entries[kind][first:])


def _nodes(path: Path, shown: str) -> tuple[list[yaml_source.Node], list[Problem]]:
    """Return the records of a file, unless its name forbids reading it."""
    if visible(shown) != shown or not unicodedata.is_normalized("NFC", shown):
        return [], [Problem(Place(shown), "file-name")]
    return yaml_source.read_records(path, shown)


def _add(dataset: Dataset, kind: str, node: yaml_source.Node) -> list[Problem]:
    if isinstance(node, yaml_source.Mapping):
        _note_ids(dataset, kind, node)
    record, problems = read_record(kind, node)
    if record is not None:
        dataset.entries[kind].append(Entry(record, node))
    return problems


def read_record(kind: str, node: yaml_source.Node) -> tuple[Record | None, list[Problem]]:
    """Read one record.

    Args:
        kind: the plural of its kind.
        node: the record as it stands in the file.

    Returns:
        The record, or ``None`` and everything that does not fit its model.
    """
    if not isinstance(node, yaml_source.Mapping):
        return None, [not_a_record(node)]
    try:
        return IN_FILES[kind].model_validate(yaml_source.plain(node)), []
    except ValidationError as error:
        return None, explain(error, kind, node)


def _note_ids(dataset: Dataset, kind: str, node: yaml_source.Mapping) -> None:
    """Add the ids of a record and of those within it, whether or not they fit their models."""
    within = [
        (SINGULAR[inner].plural, item)
        for key, inner in PLURAL[kind].within.items()
        for item in yaml_source.items_at(node, key)
    ]
    for owner, child in [(kind, node), *within]:
        if isinstance(child, yaml_source.Mapping) and isinstance(own := child.items.get("id"), yaml_source.Scalar):
            dataset.ids.setdefault(owner, set()).add(own.value)
