"""Each edit of the rehearsal, played on the invented city: what is committed, checked, said and seen.

The whole, on the real data with every page built and verified, is ``make rehearse``.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.catalogue.catalogue import Catalogue
from macros.contribute.pull_request.proposal import Pages
from tests.conftest import ENVIRONMENT, TOWN
from tests.rehearsal.city import City
from tests.rehearsal.edit import Edit, read_edits
from tests.rehearsal.expected import faults
from tests.rehearsal.play import Played, play
from tests.rehearsal.sights import MadeSingly, Sights

EDITS = read_edits()


class Rehearsal:
    """The edits as they are asked for, each once and in their order."""

    def __init__(self, city: City, folder: Path) -> None:
        self._city = city
        self._folder = folder
        self._played: dict[str, Played] = {}
        self._sights = self._show(city.records)[0]

    def after(self, edit: Edit) -> Played:
        """Play the edits up to this one."""
        for earlier in EDITS[len(self._played) : EDITS.index(edit) + 1]:
            played = play(self._city, earlier, self._show, self._sights)
            self._played[earlier.name] = played
            self._sights = played.sights
        return self._played[edit.name]

    def _show(self, records: Catalogue) -> tuple[Sights, Pages | None]:
        folder = self._folder / str(len(list(self._folder.iterdir())))
        folder.mkdir()
        return MadeSingly(records, folder), None


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        root = tmp_path_factory.mktemp("city") / "project"
        shutil.copytree(TOWN, root)
        city = City(root, dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC))
        yield Rehearsal(city, tmp_path_factory.mktemp("files"))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_an_edit_passes_and_readers_see_it(edit: Edit, rehearsal: Rehearsal):
    assert not (found := list(faults(rehearsal.after(edit)))), "\n".join(found)
