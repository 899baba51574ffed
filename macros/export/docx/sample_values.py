"""Values made up from the types of a template's fields, to try the template on before there are any real ones."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any, get_args, get_origin, get_type_hints


def sample(kind: Any, number: int) -> Any:
    """Return a value of a type: every list in it has so many items, and flags and texts are empty where there are none.

    Args:
        kind: a dataclass, ``str``, ``int``, ``bool``, or a tuple of one type.
        number: how many items.
    """
    if get_origin(kind) is tuple:
        return tuple(sample(get_args(kind)[0], number) for _ in range(number))
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: sample(field, number) for name, field in get_type_hints(kind).items()})
    return {str: "x" * number, int: 1, bool: bool(number)}[kind]
