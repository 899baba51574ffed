"""Records that note what a page asks of them, and digests of what was asked: a page whose answers are the same is.

The preview builds a page again only when something that it printed may have changed. What a template reaches for is not
known beforehand, so it is noted while the page is made (:class:`Traced`), and compared by content later
(:class:`Digests`).
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any, Final, TypeVar, cast

from pydantic import BaseModel

from macros.catalogue.catalogue import Catalogue
from macros.records.check.problem import Place
from macros.records.dataset import Entry

T = TypeVar("T")
# What was asked: an attribute of the catalogue, and a key within it; None for the attribute as a whole.
Asked = tuple[str, Any]
# Asked of everything: methods whose answer may depend on any record.
ALL: Final[Asked] = ("*", None)
# In place of a key: whether there is anything at all, and which keys there are.
_ANY: Final = "?"
_KEYS: Final = "#"
# Follow from the settings and the repository, which the preview watches as a whole.
_CONSTANT: Final = frozenset({"as_of", "known", "history"})


class Traced:
    """Stands for a catalogue; notes what is asked of it while :func:`tracing`."""

    def __init__(self, records: Catalogue) -> None:
        self._inner = records
        self._noted: set[Asked] | None = None

    def note(self, asked: Asked) -> None:
        if self._noted is not None:
            self._noted.add(asked)

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        return _Items(self, f"of_kind {kind}", self._inner.of_kind(kind))

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._inner, name)
        if name in _CONSTANT:
            return value
        if isinstance(value, Mapping):
            return _Items(self, name, value)
        self.note(ALL if callable(value) or name.startswith("_") else (name, None))
        return value


class _Items(Mapping[Any, Any]):
    """Items by key; a page that takes one depends on that one only."""

    def __init__(self, records: Traced, name: str, items: Mapping[Any, Any]) -> None:
        self._records = records
        self._name = name
        self._items = items

    def __getitem__(self, key: Any) -> Any:
        self._records.note((self._name, key))
        return self._items[key]

    def __iter__(self) -> Iterator[Any]:
        self._records.note((self._name, _KEYS))
        return iter(self._items)

    def __len__(self) -> int:
        self._records.note((self._name, _KEYS))
        return len(self._items)

    def __bool__(self) -> bool:
        self._records.note((self._name, _ANY))
        return bool(self._items)

    # Not one by one, as the class above would.
    def keys(self) -> KeysView[Any]:
        self._records.note((self._name, _KEYS))
        return self._items.keys()

    def values(self) -> ValuesView[Any]:
        self._records.note((self._name, None))
        return self._items.values()

    def items(self) -> ItemsView[Any, Any]:
        self._records.note((self._name, None))
        return self._items.items()


def traced(records: Catalogue) -> Catalogue:
    """The records, ready to be traced."""
    return cast(Catalogue, Traced(records))


def plain(records: Catalogue) -> Catalogue:
    """The records themselves, whose use is not noted."""
    return records._inner if isinstance(records, Traced) else records


@contextlib.contextmanager
def tracing(records: Catalogue) -> Iterator[set[Asked]]:
    """Gather what is asked of the records meanwhile; nothing is gathered of records that are not :func:`traced`."""
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
    """A function that makes something when it is first called; whoever calls it has asked what making it asked."""
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
    """What was asked, in an order that does not change; parts of what was asked as a whole are left out."""
    return tuple(sorted((one for one in asked if one[1] is None or (one[0], None) not in asked), key=repr))


class Digests:
    """Digests of what can be asked of records, by content."""

    def __init__(self, before: Digests | None = None) -> None:
        """Prepare for one state of the records.

        Args:
            before: digests of an earlier state; records that are the same objects need not be looked at again.
        """
        self._before: dict[int, tuple[Any, bytes]] = before._known if before is not None else {}
        self._known: dict[int, tuple[Any, bytes]] = {}
        self._answers: dict[Asked, bytes] = {}

    def of(self, records: Catalogue, asked: Asked) -> bytes:
        """The digest of an answer; of something that is no longer there, an empty one."""
        if asked not in self._answers:
            self._answers[asked] = self._answer(plain(records), asked)
        return self._answers[asked]

    def _answer(self, records: Catalogue, asked: Asked) -> bytes:
        name, key = asked
        if asked == ALL:
            return self.digest(records._dataset.entries)
        kind = name.removeprefix("of_kind ")
        value = records.of_kind(kind) if kind != name else getattr(records, name)
        if key is None:
            return self.digest(value)
        if key == _ANY:
            return self.digest(bool(value))
        if key == _KEYS:
            return self.digest(list(value))
        return self.digest(value[key]) if key in value else b""

    def digest(self, value: Any) -> bytes:
        """A digest of a value: texts, numbers, dates, records, items, and lists and mappings of such."""
        if isinstance(value, Entry):
            return self.digest((value.record, value.place))
        if isinstance(value, BaseModel):
            return self._kept(value, lambda: self._fields(value, value.__dict__.items()))
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in dataclasses.fields(value)]
            return self._kept(value, lambda: self._fields(value, ((name, getattr(value, name)) for name in names)))
        if isinstance(value, Mapping):
            return _hash(*(part for pair in value.items() for part in map(self.digest, pair)))
        if isinstance(value, (list, tuple, set, frozenset)) and not isinstance(value, Place):
            parts = map(self.digest, value)
            return _hash(*(sorted(parts) if isinstance(value, (set, frozenset)) else parts))
        return repr(value).encode()

    def _fields(self, value: Any, fields: Any) -> bytes:
        return _hash(type(value).__name__.encode(), *(self.digest(part) for _, part in fields))

    def _kept(self, value: Any, make: Callable[[], bytes]) -> bytes:
        # The object is kept beside its digest, so that no other can come to stand at its address.
        found = self._known.get(id(value))
        if found is None:
            found = self._before.get(id(value))
            if found is None or found[0] is not value:
                found = (value, make())
            self._known[id(value)] = found
        return found[1]


def _hash(*parts: bytes) -> bytes:
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(4, "little"))
        made.update(part)
    return made.digest()
