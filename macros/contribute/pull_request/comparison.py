"""Two folders of data compared: changes by record, and agreements that end on another date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.base.dates import PartialDate
from macros.base.system.leftovers import is_leftover
from macros.catalogue.status import expiry
from macros.records.dataset import Dataset
from macros.records.history.changes import Change
from macros.records.history.old_files import Key, Plain, kind_of, parse
from macros.records.history.replay import Replay
from macros.records.model import Partner, Update
from macros.records.yaml_source import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Move:
    """An agreement in both states that ends on another date."""

    agreement: str
    before: PartialDate | None
    after: PartialDate | None


class Comparison:
    """The step from one project's data to another's, as if it were a commit's.

    A file that cannot be read changes nothing.

    Attributes:
        files: the data files that are new or read otherwise, by their paths below the project.
        changes: the changes of the records.
    """

    def __init__(self, before: Path, after: Path) -> None:
        """Compare the data of two projects.

        Args:
            before: the project's folder as it is.
            after: the project's folder as proposed.
        """
        old, new = dict(_files(before)), dict(_files(after))
        self.files = frozenset(name for name in new if not _same(before / name, after / name))
        self._before, self._after = Replay(), Replay()
        self._before.step("", 0, old)
        self._after.step("", 0, old)
        self.changes: list[Change] = self._after.step("", 0, {path: {} for path in old.keys() - new.keys()} | new)

    def get(self, kind: str, name: str) -> Plain:
        """Return a record as it is now, or was; empty where there is none.

        Args:
            kind: the singular of its kind.
            name: its id.
        """
        key = (kind, name)
        return self._after.get(key) or self._before.get(key) or {}


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def _files(root: Path) -> Iterator[tuple[str, dict[Key, Plain] | None]]:
    for path in sorted(path for path in (root / "data").rglob("*.yaml") if not is_leftover(path, root)):
        shown = path.relative_to(root).as_posix()
        if (kind := kind_of(shown)) is not None:
            readable = path.is_file() and not path.is_symlink() and path.stat().st_size <= MAX_BYTES
            yield shown, parse(path.read_bytes(), kind) if readable else None


def moves(before: Dataset, after: Dataset) -> list[Move]:
    """Return the agreements of both states whose end is another one, by their terms or by an update, sorted by id."""
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
