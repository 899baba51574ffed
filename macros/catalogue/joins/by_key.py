"""Items listed by the keys that they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")


def by_key(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> Mapping[str, tuple[T, ...]]:
    """List the items that carry each key, in their order; a key that no item carries has an empty list.

    Args:
        items: the items.
        keys: the keys of an item; one that is repeated counts once.
    """
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            found[key].append(item)
    return defaultdict(tuple, {key: tuple(listed) for key, listed in found.items()})
