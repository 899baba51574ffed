"""Digests of answers of a catalogue, by content: equal digests mean that a page would print the same again."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from macros.catalogue.catalogue import Catalogue
from macros.catalogue.dependencies import ALL, ANY, KEYS, OF_KIND, Asked, plain
from macros.records.check.problem import Place
from macros.records.dataset import Entry


class Digests:
    """Digests for one state of the records; each is made once."""

    def __init__(self, before: Digests | None = None) -> None:
        """Prepare for a state of the records.

        Args:
            before: digests of the state before; objects that are still there keep theirs.
        """
        self._before: dict[int, tuple[Any, bytes]] = before._known if before is not None else {}
        self._known: dict[int, tuple[Any, bytes]] = {}
        self._answers: dict[Asked, bytes] = {}

    def of(self, records: Catalogue, asked: Asked) -> bytes:
        """Return the digest of an answer; an empty one where what was asked for is no longer there."""
        if asked not in self._answers:
            self._answers[asked] = self._answer(plain(records), asked)
        return self._answers[asked]

    def _answer(self, records: Catalogue, asked: Asked) -> bytes:
        name, key = asked
        if asked == ALL:
            return self.digest(records._all.entries)
        kind = name.removeprefix(OF_KIND)
        value = records.of_kind(kind) if kind != name else getattr(records, name)
        if key is None:
            return self.digest(value)
        if key == ANY:
            return self.digest(bool(value))
        if key == KEYS:
            return self.digest(list(value))
        return self.digest(value[key]) if key in value else b""

    def digest(self, value: Any) -> bytes:
        """Return the digest of a text, number, date, record or item, or of a list, set or mapping of such.

        The order of lists and mappings counts, for pages print them in it; that of sets does not.
        """
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

    def _fields(self, value: Any, fields: Iterable[tuple[str, Any]]) -> bytes:
        return _hash(type(value).__name__.encode(), *(self.digest(part) for _, part in fields))

    def _kept(self, value: Any, make: Callable[[], bytes]) -> bytes:
        # The object is kept beside its digest, so that its id cannot become that of another.
        found = self._known.get(id(value)) or self._before.get(id(value)) or (value, make())
        self._known[id(value)] = found
        return found[1]


def _hash(*parts: bytes) -> bytes:
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(4, "little"))
        made.update(part)
    return made.digest()
