"""Fields of a record set or removed in its data file, wherever the record stands; comments and all other lines stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.records import yaml_source
from macros.records.kinds import PLURAL, SINGULAR
from macros.records.writing.canonical import canonical, data_files
from macros.records.writing.yaml_text import yaml_file


def change(root: Path, record: str, values: Mapping[str, Any], removed: Sequence[str] = ()) -> None:
    """Set fields of a record, or remove them, and put the file in order as ``make fmt`` does.

    Args:
        root: the project's folder.
        record: the record as ``kind/id``.
        values: texts, lists and mappings by field; a dotted name leads into a value (``name.en``).
        removed: fields to take out.

    Raises:
        LookupError: there is no such record, or no such field to remove.
    """
    for field in removed:
        _rewrite(root, record, field, None)
    for field, value in values.items():
        _rewrite(root, record, field, value)


def delete(root: Path, record: str) -> None:
    """Take a record out of its file; a file of its own goes with it."""
    kind, depth, path, node = find(root, record)
    lines = path.read_text(encoding="utf-8").splitlines()
    start = node.place.line - 1
    dash = lines[start].index("-")
    end = _end(lines, start, dash + 1)
    rest = [*lines[:start], *lines[end:]]
    if not any(line.strip() and not line.startswith("#") for line in rest):
        path.unlink()
        return
    text, problems = canonical("\n".join(rest) + "\n", kind, depth, path.name)
    assert problems == [], problems
    path.write_text(text, encoding="utf-8")


def rename(root: Path, record: str, name: str) -> None:
    """Put another id in wherever data files have that of a record."""
    old = re.compile(rf"(?<![a-z0-9-]){re.escape(record.partition('/')[2])}(?![a-z0-9-])")
    for _, _, path in data_files(root):
        text = path.read_text(encoding="utf-8")
        if old.search(text):
            path.write_text(old.sub(name, text), encoding="utf-8")


def find(root: Path, record: str) -> tuple[str, int, Path, yaml_source.Mapping]:
    """Return the kind of a record's file, the number of folders above it, its path, and the record in it.

    Raises:
        LookupError: there is no such record.
    """
    kind, _, name = record.partition("/")
    for plural, depth, path in data_files(root):
        holder = PLURAL[plural]
        for node in yaml_source.read_records(path, path.name)[0]:
            for found in _within(node, holder.singular, kind):
                own = found.items.get("id")
                if isinstance(own, yaml_source.Scalar) and own.value == name:
                    return plural, depth, path, found
    raise LookupError(record)


def _within(node: yaml_source.Node, holder: str, kind: str) -> Iterator[yaml_source.Mapping]:
    """Yield the records of a kind among a record and those that stand within it."""
    if not isinstance(node, yaml_source.Mapping):
        return
    if holder == kind:
        yield node
    for field, singular in SINGULAR[holder].within.items():
        for item in yaml_source.items_at(node, field):
            yield from _within(item, singular, kind)


def _rewrite(root: Path, record: str, field: str, value: Any) -> None:
    kind, depth, path, node = find(root, record)
    lines = path.read_text(encoding="utf-8").splitlines()
    *steps, key = field.split(".")
    for step in steps:
        inner = node.items.get(step)
        if not isinstance(inner, yaml_source.Mapping):
            raise LookupError(f"{record}: {field}")
        node = inner
    column = min(place.column for place in node.keys.values()) - 1
    if key in node.keys:
        start = node.keys[key].line - 1
        end = _end(lines, start, column)
    elif value is None:
        raise LookupError(f"{record}: {field}")
    else:
        start = end = max(_end(lines, place.line - 1, column) for place in node.keys.values())
    made = [] if value is None else _written(kind, key, value, column)
    if made and start < len(lines):
        # The dash of a list stands before the first key of a record.
        made[0] = lines[start][:column] + made[0][column:] if key in node.keys else made[0]
    lines[start:end] = made
    text, problems = canonical("\n".join(lines) + "\n", kind, depth, path.name)
    assert problems == [], problems
    path.write_text(text, encoding="utf-8")


def _end(lines: Sequence[str], start: int, column: int) -> int:
    """Return the index behind the last line of the value whose key stands in a line and column."""
    end = start + 1
    for index, line in enumerate(lines[start + 1 :], start=start + 1):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        if indent < column or (indent == column and not line.lstrip().startswith("- ")):
            break
        end = index + 1
    return end


def _written(kind: str, key: str, value: Any, column: int) -> list[str]:
    text = yaml_file(kind, [{key: value}]).partition("\n\n")[2]
    # A flag is written as people type it, without quotes.
    text = re.sub(r': "(true|false)"$', r": \1", text, flags=re.MULTILINE)
    return [" " * column + line[2:] for line in text.splitlines()]
