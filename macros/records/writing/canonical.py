"""Data files in canonical order and style: keys in the order of the model, one blank line between records.

ruamel.yaml sets indentation and keeps comments, quotes and folds; the order of keys is then put right line by line, at
the places that :mod:`macros.records.yaml_source` gives. A text whose values or comments would change is never returned.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import yaml as pyyaml
from ruamel.yaml import YAML
from ruamel.yaml.resolver import VersionedResolver

from macros.records import yaml_source
from macros.records.check.problem import Problem
from macros.records.kinds import IN_FILES
from macros.records.schema import modeline, record_schema

# Lines are broken where people broke them, never by the program.
_WIDTH: Final = 10**6
_COMMENT: Final = re.compile(r"\s*#")
_MODELINE: Final = "# yaml-language-server:"

Order = Mapping[str, Any]


class NotKept(Exception):
    """Formatting would have changed what the file says; nothing was returned."""


class _AsTyped(VersionedResolver):
    """Every scalar stays the characters that were typed, as in :mod:`macros.records.yaml_source`."""

    def add_version_implicit_resolver(self, *_: Any) -> None:
        """Numbers, dates and flags are not looked for."""

    @property
    def versioned_resolver(self) -> Any:
        return {}


def canonical(text: str, kind: str, depth: int, shown: str) -> tuple[str, list[Problem]]:
    """A data file's text in canonical order and style.

    Args:
        text: the file as it is.
        kind: the kind of its records.
        depth: how many folders below the project it lies.
        shown: how messages name it.

    Returns:
        The new text, and what keeps the file from being read (then the text is what it was).

    Raises:
        NotKept: the new text would not say the same.
    """
    before, problems = yaml_source.parse_records(text, shown)
    if problems or not before:
        return text, problems
    styled = _styled(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    lines = styled.splitlines()
    nodes, _ = yaml_source.parse_records(styled, shown)
    made = "\n".join(_with_modeline(_file(lines, nodes, _order(kind)), modeline(kind, depth))) + "\n"
    after, _ = yaml_source.parse_records(made, shown)
    if [yaml_source.plain(node) for node in before] != [
        yaml_source.plain(node) for node in after
    ] or not _comments_kept(text, made):
        raise NotKept(shown)
    return made, []


def _styled(text: str) -> str:
    yaml = YAML(typ="rt")
    yaml.Resolver = _AsTyped
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(yaml.load(text), stream)
    # Lists begin two columns in; the list of records itself begins at the margin.
    return _comments_aligned("\n".join(line.removeprefix("  ") for line in stream.getvalue().split("\n")))


def _comments_aligned(text: str) -> str:
    """Lines of comment stand as far in as what follows them."""
    lines, within = text.split("\n"), _lines_of_texts(text)
    column = 0
    for number in reversed(range(len(lines))):
        if number in within or not lines[number].strip():
            continue
        stripped = lines[number].lstrip()
        if stripped.startswith("#"):
            lines[number] = " " * column + stripped
        else:
            column = len(lines[number]) - len(stripped)
    return "\n".join(lines)


def _lines_of_texts(text: str) -> set[int]:
    """The lines, counted from 0, that continue a text: what looks like a comment there is none."""
    return {
        line
        for event in pyyaml.parse(text, Loader=pyyaml.SafeLoader)
        if isinstance(event, pyyaml.ScalarEvent) and event.start_mark is not None and event.end_mark is not None
        for line in range(event.start_mark.line + 1, event.end_mark.line + (event.style not in {"|", ">"}))
    }


def _comments_kept(before: str, after: str) -> bool:
    def comments(text: str) -> list[str]:
        return sorted(
            line.strip() for line in text.splitlines() if _COMMENT.match(line) and not line.startswith(_MODELINE)
        )

    return comments(before) == comments(after)


def _with_modeline(lines: list[str], line: str) -> list[str]:
    rest = [other for other in lines if not other.startswith(_MODELINE)]
    while rest and not rest[0].strip():
        del rest[0]
    return [line, *([] if rest and _COMMENT.match(rest[0]) else [""]), *rest]


@functools.cache
def _order(kind: str) -> Order:
    """The order of a record's keys: each with the order of what is nested in it."""
    schema = record_schema(IN_FILES[kind])
    definitions = schema.get("$defs", {})

    def order(properties: Mapping[str, Any]) -> Order:
        return {
            name: order(definitions[ref]["properties"]) if (ref := _nested(of)) else {}
            for name, of in properties.items()
        }

    return order(schema["properties"])


def _nested(given: Mapping[str, Any]) -> str:
    variants = [given, given.get("items", {}), *given.get("oneOf", [])]
    return next((str(variant["$ref"]).rpartition("/")[2] for variant in variants if "$ref" in variant), "")


def _file(lines: list[str], nodes: list[yaml_source.Node], order: Order) -> list[str]:
    """The file with each record in order, one blank line before each."""
    starts = [_with_comments(lines, node.place.line - 1) for node in nodes]
    head = _stripped(lines[: starts[0]])
    found = list(head)
    for node, start, end in zip(nodes, starts, [*starts[1:], len(lines)], strict=True):
        block = _stripped(lines[start:end])
        if found:
            found.append("")
        first = node.place.line - 1 - start
        assert isinstance(node, yaml_source.Mapping)
        found += [
            *block[:first],
            *_ordered(node, order, lines[node.place.line - 1 : start + len(block)], node.place.line),
        ]
    return found


def _with_comments(lines: list[str], start: int) -> int:
    """The first of the comment lines that stand right above a line; at the head of a file, a blank line parts them."""
    while start > 0 and _COMMENT.match(lines[start - 1]):
        start -= 1
    return start


def _stripped(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    while lines and not lines[0].strip():
        lines = lines[1:]
    return lines


def _ordered(node: yaml_source.Mapping, order: Order, lines: list[str], offset: int) -> list[str]:
    """The lines of a mapping with its keys in order; ``offset`` is the number of the first of them in the file."""
    places = {key: place.line - offset for key, place in node.keys.items()}
    if len(set(places.values())) < len(places):
        return lines  # several on a line: written in braces, and left as written
    column = min(place.column for place in node.keys.values()) - 1
    keys = sorted(places, key=places.__getitem__)
    starts = [0, *(_with_comments(lines, places[key]) for key in keys[1:])]
    blocks: dict[str, list[str]] = {}
    for key, start, end in zip(keys, starts, [*starts[1:], len(lines)], strict=True):
        at = places[key]
        inner = _inside(node.items.get(key), order.get(key, {}), lines[at:end], offset + at)
        blocks[key] = _stripped([*lines[start:at], *inner])
    dashed, first = lines[places[keys[0]]][:column], blocks[keys[0]]
    first[0] = " " * column + first[0][column:]
    known = list(order)
    result: list[str] = []
    for key in sorted(keys, key=lambda key: known.index(key) if key in known else len(known)):
        block = blocks[key]
        if not result:
            at = next(index for index, line in enumerate(block) if not _COMMENT.match(line) and line.strip())
            block = [*block[:at], dashed + block[at][column:], *block[at + 1 :]]
        result += block
    return result


def _inside(value: yaml_source.Node | None, order: Order, lines: list[str], offset: int) -> list[str]:
    """The lines of one entry, with the mappings nested in it in order."""
    nested: Iterable[yaml_source.Node | None] = value.items if isinstance(value, yaml_source.Sequence) else [value]
    inner = [
        item for item in nested if isinstance(item, yaml_source.Mapping) and item.keys and item.place.line > offset
    ]
    if not inner:
        return lines
    starts = [_with_comments(lines, item.place.line - offset) for item in inner]
    result = lines[: starts[0]]
    for item, start, end in zip(inner, starts, [*starts[1:], len(lines)], strict=True):
        at = item.place.line - offset
        result += [*lines[start:at], *_ordered(item, order, lines[at:end], item.place.line)]
    return result


def data_files(root: Path) -> list[tuple[str, int, Path]]:
    """Every data file below ``root`` with its kind and how deep it lies."""
    folder = root / "data"
    found = [(kind, 1, folder / f"{kind}.yaml") for kind in IN_FILES if (folder / f"{kind}.yaml").is_file()]
    return found + [(kind, 2, path) for kind in IN_FILES for path in sorted((folder / kind).glob("*.yaml"))]
