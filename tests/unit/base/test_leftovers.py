"""What editors and systems leave in a folder is passed over; a data file under a wrong name is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.base.system.leftovers import is_leftover
from macros.records.check.rules import check
from macros.records.dataset import read

LEFT = [
    ".sectors.yaml.swp",
    ".sectors.yaml.swo",
    "sectors.yaml~",
    ".#sectors.yaml",
    "#sectors.yaml#",
    ".~lock.sectors.yaml#",
    "~$sectors.xlsx",
    ".sectors.yaml.kate-swp",
    ".goutputstream-7QVX1Z",
    "sectors.yaml___jb_tmp___",
    ".DS_Store",
    "._sectors.yaml",
    "desktop.ini",
    "Thumbs.db",
    ".directory",
    ".nfs000000000123",
]
MISNAMED = [
    "osaka.yml",
    "osaka.yaml.txt",
    "osaka.yaml.bak",
    "Osaka.YAML",
    "osaka",
    "osaka.yaml.orig",
    "osaka copy.yaml.txt",
]


@pytest.mark.parametrize("name", LEFT)
def test_a_leftover_is_passed_over_wherever_it_lies(name: str, small_root: Path):
    data = read(small_root)[0]
    (small_root / "data" / "partners").mkdir(exist_ok=True)
    for folder in ("data", "data/partners", "docs/vi", "docs/vi/background", "docs/en"):
        (small_root / folder).mkdir(parents=True, exist_ok=True)
        (small_root / folder / name).write_bytes(b"\0not yaml: [")
    assert [problem.text() for problem in check(small_root)[1]] == []
    assert read(small_root)[0].ids == data.ids


def test_a_lock_that_leads_nowhere_is_passed_over(small_root: Path):
    """Emacs' lock is a link to a name and a process, which are no file."""
    (small_root / "data" / ".#partners.yaml").symlink_to("somebody@office.1234:1700000000")
    assert check(small_root)[1] == []


@pytest.mark.parametrize("name", MISNAMED)
def test_a_data_file_under_a_wrong_name_is_refused(name: str, small_root: Path):
    assert not is_leftover(name)
    (small_root / "data" / "partners").mkdir(exist_ok=True)
    for folder in ("data", "data/partners"):
        (small_root / folder / name).write_text("- id: osaka\n")
    assert {problem.rule for problem in check(small_root)[1]} == {"unknown-file"}
