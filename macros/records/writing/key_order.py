"""Keys of records put in the order of their models, line by line, at the places that the nodes give."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from macros.records import yaml_source
from macros.records.kinds import IN_FILES
from macros.records.schema import record_schema

Order = Mapping[str, Any]
_COMMENT: Final = re.compile(r"\A\s*#")


@functools.cache
def key_order(kind: str) -> Order:
    """Return the keys of a record in the order of its model, each with those of the mappings nested in it."""
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


def in_order(lines: list[str], nodes: list[yaml_source.Node], order: Order) -> list[str]:
    """Return the lines of a file with the keys of each record in order, and one blank line before each record."""
    starts = [_with_comments(lines, node.place.line - 1) for node in nodes]
    head = _without_blank_ends(lines[: starts[0]])
    found = list(head)
    for node, start, end in zip(nodes, starts, [*starts[1:], len(lines)], strict=True):
        block = _without_blank_ends(lines[start:end])
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
    """Return the first of the comment lines right above a line."""
    while start > 0 and _COMMENT.match(lines[start - 1]):
        start -= 1
    return start


def _without_blank_ends(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    while lines and not lines[0].strip():
        lines = lines[1:]
    return lines


def _ordered(node: yaml_source.Mapping, order: Order, lines: list[str], offset: int) -> list[str]:
    """Return the lines of a mapping with its keys in order; ``offset`` is the number of the first line in the file."""
    places = {key: place.line - offset for key, place in node.keys.items()}
    if len(set(places.values())) < len(places):
        return lines  # several keys on a line are written in braces, and stay as they are
    column = min(place.column for place in node.keys.values()) - 1
    keys = sorted(places, key=places.__getitem__)
    starts = [0, *(_with_comments(lines, places[key]) for key in keys[1:])]
    blocks: dict[str, list[str]] = {}
    for key, start, end in zip(keys, starts, [*starts[1:], len(lines)], strict=True):
        at = places[key]
        inner = _inside(node.items.get(key), order.get(key, {}), lines[at:end], offset + at)
        blocks[key] = _without_blank_ends([*lines[start:at], *inner])
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
    """Return the lines of one value, with the keys of the mappings nested in it in order."""
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
