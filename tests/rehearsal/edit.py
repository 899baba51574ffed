"""Edits of the rehearsal as they stand in ``edits/``: a folder each, played in the order of their names.

A folder holds ``edit.yaml`` and the new data files of the edit under ``data/``. README.md says what may stand in them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from macros.base.languages import LANGS

EDITS: Final = Path(__file__).parent / "edits"
_KEYS: Final = {"happens", "readers", "changes", "renames", "deletes", "report", "second", "undoes", "refused", "sees"}


@dataclass(frozen=True, slots=True)
class RecordChange:
    """Fields of one record set or removed.

    Attributes:
        record: the record as ``kind/id``.
        set: the new values by field; a dotted name leads into a value (``name.en``).
        remove: fields that are taken out.
    """

    record: str
    set: Mapping[str, Any]
    remove: Sequence[str]


@dataclass(frozen=True, slots=True)
class Report:
    """A workbook that comes back.

    Attributes:
        agency: whose it is.
        cells: what is filled in, by task and column.
    """

    agency: str
    cells: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Proposed:
    """The content of one pull request.

    Attributes:
        folder: where its new files are.
        changes: records that it changes.
        renames: new ids by records as ``kind/id``: wherever data files name one, the new id is put in.
        deletes: records that are taken out, as ``kind/id``; done first.
        report: a workbook that is entered.
    """

    folder: Path
    changes: tuple[RecordChange, ...]
    renames: Mapping[str, str]
    deletes: Sequence[str]
    report: Report | None

    @property
    def files(self) -> list[Path]:
        """The new data files, relative to the project."""
        return sorted(path.relative_to(self.folder) for path in self.folder.glob("data/**/*.yaml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An edit of the rehearsal.

    Attributes:
        name: the name of its folder.
        happens: the event, in both languages.
        readers: what readers see then, in both languages.
        proposed: the pull request.
        second: another one made on the same state, merged after the first.
        undoes: the name of an earlier edit that is reverted instead.
        refused: the rules of the check that refuse the edit; the data then stay as they were.
        sees: what is looked at afterwards, see :mod:`tests.rehearsal.expected`.
    """

    name: str
    happens: Mapping[str, str]
    readers: Mapping[str, str]
    proposed: Proposed
    second: Proposed | None
    undoes: str | None
    refused: Sequence[str]
    sees: Sequence[Mapping[str, Any]]


def read_edits() -> list[Edit]:
    """Return all edits in their order."""
    return [_edit(folder) for folder in sorted(EDITS.iterdir()) if folder.is_dir()]


def _edit(folder: Path) -> Edit:
    # Every value stays the text that was typed, as in data files.
    given = yaml.load((folder / "edit.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert given.keys() <= _KEYS, f"{folder.name}: {sorted(given.keys() - _KEYS)}"
    assert all(given[key].keys() == set(LANGS) for key in ("happens", "readers")), folder.name
    return Edit(
        name=folder.name,
        happens=given["happens"],
        readers=given["readers"],
        proposed=_proposed(folder, given),
        second=_proposed(folder / "second", given["second"] or {}) if "second" in given else None,
        undoes=given.get("undoes"),
        refused=given.get("refused", ()),
        sees=given["sees"],
    )


def _proposed(folder: Path, given: Mapping[str, Any]) -> Proposed:
    changes = tuple(
        RecordChange(change["record"], change.get("set", {}), change.get("remove", ()))
        for change in given.get("changes", ())
    )
    report = given.get("report")
    return Proposed(
        folder=folder,
        changes=changes,
        renames=given.get("renames", {}),
        deletes=given.get("deletes", ()),
        report=None if report is None else Report(report["agency"], report["cells"]),
    )
