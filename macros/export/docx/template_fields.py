"""The fields of a template against the values that there are: names, lists, loops and conditions, and nothing else."""

from __future__ import annotations

import functools
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, Final, get_args, get_origin, get_type_hints

from jinja2 import nodes

_ALLOWED: Final = "{{ tên }}, {{ tên|upper }}, {% for … in … %}, {% if … %}"
# The filters that a field may go through.
FILTERS: Final = frozenset({"upper"})

Scope = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Loop:
    """Jinja's own variable within a loop, as far as templates may use it."""

    first: bool
    last: bool
    index: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A fault at a line of the template's text; ``rule`` is its name in ``template_faults``."""

    line: int
    rule: str
    found: str
    allowed: str


def wrong_fields(tree: nodes.Template, values: type) -> Iterator[Wrong]:
    """Yield all that a template asks for and does not get.

    Args:
        tree: the template as parsed.
        values: the dataclass whose fields it may name. Fields are texts, numbers, flags, dataclasses and tuples of one
            type.
    """
    yield from _body(tree.body, _fields(values))


@functools.cache
def _fields(kind: Any) -> dict[str, Any]:
    """Return the types of the fields of a dataclass; none of anything else."""
    return get_type_hints(kind) if is_dataclass(kind) else {}


def _body(body: list[nodes.Node], scope: Scope) -> Iterator[Wrong]:
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    yield from _printed(part, scope)
        elif isinstance(node, nodes.For):
            yield from _loop(node, scope)
        elif isinstance(node, nodes.If):
            yield from _condition(node.test, scope)
            yield from _body([*node.body, *node.elif_, *node.else_], scope)
        else:
            yield _refused(node)


def _loop(node: nodes.For, scope: Scope) -> Iterator[Wrong]:
    if not isinstance(node.target, nodes.Name) or node.test is not None or node.recursive or node.else_:
        yield _refused(node)
        return
    kind = yield from _type(node.iter, scope)
    item: Any = None
    if _is_list(kind):
        item = get_args(kind)[0]
    elif kind is not None:
        lists = [name for name, known in scope.items() if _is_list(known)]
        yield Wrong(node.lineno, "not-a-list", _name(node.iter), ", ".join(lists))
    if item is not None:
        yield from _body(node.body, {**scope, node.target.name: item, "loop": Loop})


def _condition(node: nodes.Node, scope: Scope) -> Iterator[Wrong]:
    if isinstance(node, nodes.Not):
        yield from _condition(node.node, scope)
    elif isinstance(node, nodes.And | nodes.Or):
        yield from _condition(node.left, scope)
        yield from _condition(node.right, scope)
    else:
        yield from _type(node, scope)


def _printed(node: nodes.Node, scope: Scope) -> Iterator[Wrong]:
    if isinstance(node, nodes.Filter) and node.name in FILTERS and node.node is not None and not node.args:
        node = node.node
    kind = yield from _type(node, scope)
    if kind is not None and kind not in {str, int}:
        item = get_args(kind)[0] if _is_list(kind) else kind
        yield Wrong(node.lineno, "not-printable", _name(node), ", ".join(_fields(item)) or "{% for … in … %}")


def _type(node: nodes.Node, scope: Scope) -> Generator[Wrong, None, Any]:
    """Return the type of a field; None where it is none, which is told."""
    if isinstance(node, nodes.Name):
        if node.name in scope:
            return scope[node.name]
        yield Wrong(node.lineno, "unknown-field", node.name, ", ".join(scope))
    elif isinstance(node, nodes.Getattr):
        kind = yield from _type(node.node, scope)
        if kind is not None and node.attr in _fields(kind):
            return _fields(kind)[node.attr]
        if kind is not None:
            yield Wrong(node.lineno, "unknown-field", _name(node), ", ".join(_fields(kind)) or "–")
    else:
        yield _refused(node)
    return None


def _is_list(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple


def _refused(node: nodes.Node) -> Wrong:
    return Wrong(node.lineno, "not-allowed", type(node).__name__, _ALLOWED)


def _name(node: nodes.Node) -> str:
    """Return a field as it is written."""
    if isinstance(node, nodes.Getattr):
        return f"{_name(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else type(node).__name__
