"""What differs between two states of ``data/``: records added, changed and removed, and agreements whose end moved.

Records are compared as they were typed, so that two states written for different models can be compared too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from macros import load
from macros.dataset import Dataset
from macros.dates import PartialDate
from macros.model import Partner, Update
from macros.status import expiry

Action = Literal["added", "changed", "removed"]
Typed = dict[str, Any]

# Records that are written inside others, by the field that holds them.
_NESTED: Final = ("agreements", "documents")


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that one state has and the other has not, or has otherwise; ``fields`` names what differs."""

    action: Action
    kind: str
    record: Typed
    fields: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return str(self.record["id"])


@dataclass(frozen=True, slots=True)
class Move:
    """An agreement in both states that ends on another date."""

    agreement: str
    before: PartialDate | None
    after: PartialDate | None


class State:
    """The records below ``<root>/data`` as typed, by kind and id; what cannot be read is left out.

    ``unread`` has the kinds with a file that cannot be read: nothing can be said about what they have lost.
    """

    def __init__(self, root: Path) -> None:
        self.records: dict[tuple[str, str], Typed] = {}
        self.unread: set[str] = set()
        for kind, path in _files(root / "data"):
            nodes, problems = load.read_records(path, path.name)
            if problems and not nodes:
                self.unread |= {kind, *_NESTED}
            for node in nodes:
                self._take(kind, load.plain(node))

    def _take(self, kind: str, record: Any) -> None:
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            return
        for nested in _NESTED:
            for child in _list(record.get(nested)):
                owner = {"partner": record["id"]} if kind == "partners" and nested == "agreements" else {}
                self._take(nested, {**child, **owner} if isinstance(child, dict) else child)
        own = {key: value for key, value in record.items() if key not in _NESTED}
        self.records[kind, record["id"]] = own

    def get(self, kind: str, name: str) -> Typed:
        """A record, or nothing said about it."""
        return self.records.get((kind, name), {})


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*.yaml")):
        inside = path.relative_to(folder)
        yield inside.with_suffix("").parts[0], path


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def differences(before: State, after: State) -> list[Difference]:
    """What ``after`` adds, changes and removes, by kind and id."""
    found = []
    for kind, name in sorted(before.records.keys() | after.records.keys()):
        old, new = before.records.get((kind, name)), after.records.get((kind, name))
        if old is None and new is not None:
            found.append(Difference("added", kind, new))
        elif new is None and old is not None:
            if kind not in after.unread:
                found.append(Difference("removed", kind, old))
        elif old != new and old is not None and new is not None:
            fields = sorted(field for field in old.keys() | new.keys() if old.get(field) != new.get(field))
            found.append(Difference("changed", kind, new, tuple(fields)))
    return found


def moves(before: Dataset, after: Dataset) -> list[Move]:
    """Agreements of both states whose end is another one, by the terms or by an update."""
    old, new = _ends(before), _ends(after)
    return [Move(name, old[name], new[name]) for name in sorted(old.keys() & new.keys()) if old[name] != new[name]]


def _ends(dataset: Dataset) -> Mapping[str, PartialDate | None]:
    updates: dict[str, list[Update]] = defaultdict(list)
    for entry in dataset.of("updates", Update):
        updates[entry.record.record].append(entry.record)
    return {
        agreement.id: expiry(agreement, updates[f"agreement/{agreement.id}"])
        for entry in dataset.of("partners", Partner)
        for agreement in entry.record.agreements
    }
