"""What editors and systems leave in a folder is passed over; a data file under a wrong name is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.base.system.leftovers import is_leftover
from macros.catalogue.catalogue import Catalogue
from macros.publish.gate import expected_pages
from macros.records.check.rules import check
from macros.records.dataset import read

LEFT = [
    *(".sectors.yaml.swp", ".sectors.yaml.swx", "4913", "sectors.yaml~", ".sectors.yaml.un~", ".#sectors.yaml"),
    *("#sectors.yaml#", ".~lock.sectors.yaml#", "~$sectors.xlsx", "~WRL0001.tmp", ".sectors.yaml.kate-swp"),
    *(".goutputstream-7QVX1Z", "sectors.yaml___jb_tmp___", "sectors.yaml.sb-1a2b3c4d-Xy12Zw", "sectors.yaml.save.1"),
    *("sectors.yaml.orig", "sectors.yaml.rej", "sectors.yaml.bak", "sectors.yaml.BAK", "sectors.yaml.crdownload"),
    *(".DS_Store", "._sectors.yaml", "._about.md", ".localized", "Icon\r", "desktop.ini", "Thumbs.db", "ehthumbs.db"),
    *("sectors.yaml:Zone.Identifier", ".directory", ".nfs000000000123", ".fuse_hidden0001", ".gitkeep", ".gitignore"),
    ".syncthing.sectors.yaml.tmp",
]
FOLDERS = [".idea", ".vscode", "__MACOSX", ".Spotlight-V100", "$RECYCLE.BIN", "System Volume Information", ".stfolder"]
MISNAMED = [
    *("osaka.yml", "osaka.yaml.txt", "Osaka.YAML", "osaka", "osaka copy.yaml.txt", "osaka.yaml.old", "osaka.json"),
    *(".osaka.yaml.txt", "osaka.yaml.zip", "osaka.bakery"),
]
# Copies of a file, as file managers and programs that synchronise folders name them: they hold records.
COPIES = [
    *("partners (1).yaml", "partners - Copy.yaml", "partners.sync-conflict-20261201-101500-ABCDEFG.yaml"),
    *("partners (An's conflicted copy 2026-12-01).yaml", "partners_BACKUP_1234.yaml"),
]


def test_leftovers_are_passed_over_wherever_they_lie(small_root: Path, catalogue: Catalogue):
    data = read(small_root)[0]
    for folder in ("data", "data/partners", "docs/vi", "docs/vi/background", "docs/en", "docs/overrides"):
        (small_root / folder).mkdir(parents=True, exist_ok=True)
        for name in LEFT:
            (small_root / folder / name).write_bytes(b"\0not yaml: [")
        for name in FOLDERS:
            (small_root / folder / name).mkdir()
            (small_root / folder / name / "notes.md").write_bytes(b"{{ 7*7 }}")
            (small_root / folder / name / "sectors.yaml").write_bytes(b"[")
    # Emacs' lock is a link to a name and a process, which are no file.
    (small_root / "data" / ".#partners.yaml").symlink_to("somebody@office.1234:1700000000")
    assert [problem.text() for problem in check(small_root)[1]] == []
    assert read(small_root)[0].ids == data.ids
    missing = [line for line in expected_pages.faults({}, catalogue, small_root) if "about" in line or "notes" in line]
    assert missing == []


def test_a_folder_above_the_project_says_nothing(tmp_path: Path):
    assert not is_leftover(tmp_path / "site.bak" / "data" / "partners.yaml", tmp_path / "site.bak")
    assert is_leftover("docs/.idea/notes.md", "docs")


def test_data_files_under_wrong_names_are_refused(small_root: Path):
    (small_root / "data" / "partners").mkdir(exist_ok=True)
    for folder in ("data", "data/partners"):
        for name in MISNAMED:
            (small_root / folder / name).write_text("- id: osaka\n")
    refused = {problem.place.file for problem in check(small_root)[1] if problem.rule == "unknown-file"}
    assert refused == {f"{folder}/{name}" for folder in ("data", "data/partners") for name in MISNAMED}


@pytest.mark.parametrize("folder", ["data", "data/partners"])
def test_copies_of_a_file_are_told_of_at_their_place(folder: str, small_root: Path):
    (small_root / "data" / "partners").mkdir(exist_ok=True)
    records = (small_root / "data" / "partners.yaml").read_bytes()
    for name in COPIES:
        (small_root / folder / name).write_bytes(records)
    told = {problem.place.file for problem in check(small_root)[1] if problem.rule in {"unknown-file", "duplicate-id"}}
    assert {f"{folder}/{name}" for name in COPIES} <= told
