"""Values of a YAML file, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from macros.records.check.problem import Place

# Keys and positions that lead from a node to one within it.
Path: TypeAlias = tuple[str | int, ...]


class Scalar(NamedTuple):
    """One value as typed; ``plain`` is true where it stands without quotes or block marks."""

    value: str
    place: Place
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values; ``keys`` has the place of each key."""

    place: Place
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """Return the node as plain dictionaries, lists and strings, for the models."""
    if isinstance(node, Scalar):
        return node.value
    # Most nodes are scalars, so they are converted here without a call for each.
    if isinstance(node, Sequence):
        return [item.value if isinstance(item, Scalar) else plain(item) for item in node.items]
    return {key: item.value if isinstance(item, Scalar) else plain(item) for key, item in node.items.items()}


def items_at(node: Node, key: str) -> list[Node]:
    """Return the items of the list at a key; nothing where there is no list."""
    value = node.items.get(key) if isinstance(node, Mapping) else None
    return value.items if isinstance(value, Sequence) else []


def place_of(node: Node, path: Path) -> Place:
    """Return the place of the value at ``path``; of a missing one, that of the nearest value around it."""
    return _nearest(node, path).place


def key_place(node: Node, path: Path) -> Place:
    """Return the place of the key at the end of ``path`` (for keys that should not be there)."""
    parent = _nearest(node, path[:-1])
    return parent.keys.get(str(path[-1]), parent.place) if isinstance(parent, Mapping) else parent.place


def _nearest(node: Node, path: Path) -> Node:
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        node = child
    return node


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.items.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None
