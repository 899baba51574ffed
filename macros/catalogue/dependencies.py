"""Dependencies of a page: a catalogue that notes which attributes and records are asked for while a page is printed.

The preview prints a page again only when an answer that the page was given has changed. Which answers those are is not
known before a template runs, so they are noted meanwhile (:class:`Traced`) and compared by content afterwards
(:mod:`macros.catalogue.digests`).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any, Final, TypeVar, cast

from macros.catalogue.catalogue import Catalogue

T = TypeVar("T")
Asked = tuple[str, Any]
"""A dependency: an attribute of the catalogue and a key within it, ``None`` for the attribute as a whole."""

ALL: Final[Asked] = ("*", None)
"""The dependency on every record: of methods, whose answer may follow from any of them."""

ANY: Final = "?"
"""In place of a key: only whether there is any item."""

KEYS: Final = "#"
"""In place of a key: the keys and their order, but no item."""

OF_KIND: Final = "of_kind "
"""Before the singular of a kind: the items of that kind, as an attribute."""

# Follow from the settings and the repository, which the preview watches as a whole.
_CONSTANT: Final = frozenset({"as_of", "known", "history"})


class Traced:
    """A catalogue that notes what is asked of it within :func:`tracing`.

    Attributes are those of the catalogue. Mappings note each key that is taken; an attribute of another type is one
    dependency as a whole, and a method depends on every record.
    """

    def __init__(self, records: Catalogue) -> None:
        self._inner = records
        self._noted: set[Asked] | None = None

    def note(self, asked: Asked) -> None:
        """Note a dependency, where anybody is tracing."""
        if self._noted is not None:
            self._noted.add(asked)

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        """Return the joined records of a kind, which note what is taken of them."""
        return _Items(self, f"{OF_KIND}{kind}", self._inner.of_kind(kind))

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._inner, name)
        if name in _CONSTANT:
            return value
        if isinstance(value, Mapping):
            return _Items(self, name, value)
        self.note(ALL if callable(value) or name.startswith("_") else (name, None))
        return value


class _Items(Mapping[Any, Any]):
    """Items by key that note what is taken: one item, the keys, only whether there is any, or all of them."""

    def __init__(self, records: Traced, name: str, items: Mapping[Any, Any]) -> None:
        self._records = records
        self._name = name
        self._items = items

    def __getitem__(self, key: Any) -> Any:
        self._records.note((self._name, key))
        return self._items[key]

    def __iter__(self) -> Iterator[Any]:
        self._records.note((self._name, KEYS))
        return iter(self._items)

    def __len__(self) -> int:
        self._records.note((self._name, KEYS))
        return len(self._items)

    def __bool__(self) -> bool:
        self._records.note((self._name, ANY))
        return bool(self._items)

    # One dependency each, where the base class would take every item by its key.
    def keys(self) -> KeysView[Any]:
        self._records.note((self._name, KEYS))
        return self._items.keys()

    def values(self) -> ValuesView[Any]:
        self._records.note((self._name, None))
        return self._items.values()

    def items(self) -> ItemsView[Any, Any]:
        self._records.note((self._name, None))
        return self._items.items()


def traced(records: Catalogue) -> Catalogue:
    """Return a catalogue that can be traced."""
    return cast(Catalogue, Traced(records))


def plain(records: Catalogue) -> Catalogue:
    """Return the catalogue itself, whose use is not noted."""
    return records._inner if isinstance(records, Traced) else records


@contextlib.contextmanager
def tracing(records: Catalogue) -> Iterator[set[Asked]]:
    """Gather what is asked of a catalogue within the block, and let an outer block gather it too.

    Nothing is gathered of a catalogue that is not :func:`traced`.
    """
    asked: set[Asked] = set()
    if not isinstance(records, Traced):
        yield asked
        return
    before, records._noted = records._noted, asked
    try:
        yield asked
    finally:
        records._noted = before
        if before is not None:
            before |= asked


def once(records: Catalogue, make: Callable[[], T]) -> Callable[[], T]:
    """Return a function that makes something when it is first called, and afterwards returns the same.

    Every caller depends on what making it asked of the records.
    """
    made: list[tuple[T, set[Asked]]] = []

    def value() -> T:
        if not made:
            with tracing(records) as asked:
                made.append((make(), asked))
        elif isinstance(records, Traced):
            for one in made[0][1]:
                records.note(one)
        return made[0][0]

    return value


def ordered(asked: set[Asked]) -> tuple[Asked, ...]:
    """Sort dependencies, without those on a part of what another has as a whole."""
    return tuple(sorted((one for one in asked if one[1] is None or (one[0], None) not in asked), key=repr))
