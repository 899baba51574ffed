"""The archive: whole, checkable, the same each time."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest

from macros.base.formats import day_text
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export import bundle
from tests.conftest import ENVIRONMENT

FOLDERS = ["data", "en/data"]
NAME = "da-nang-external-relations.zip"


@pytest.mark.parametrize("folder", FOLDERS)
def test_it_holds_every_file_of_its_language_and_of_the_api(folder: str, exported: Path):
    with zipfile.ZipFile(exported / folder / NAME) as opened:
        assert opened.testzip() is None
        assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        content = {name: opened.read(name) for name in opened.namelist()}
    beside = [path for path in (exported / folder).iterdir() if path.suffix in {".csv", ".json", ".sqlite", ".xlsx"}]
    api = [path for path in (exported / "api/v1").iterdir() if path.is_file()]
    expected = {path.name: path for path in beside} | {f"json/{path.name}": path for path in api}
    assert set(content) - set(expected) == {"README.txt", "LICENCE.txt", "SHA256SUMS"}
    assert {name: content[name] for name in expected} == {name: path.read_bytes() for name, path in expected.items()}


@pytest.mark.parametrize("folder", FOLDERS)
def test_its_checksums_hold(folder: str, exported: Path, tmp_path: Path):
    subprocess.run(["sha256sum", "-c", f"{NAME}.sha256"], cwd=exported / folder, check=True, capture_output=True)
    with zipfile.ZipFile(exported / folder / NAME) as opened:
        opened.extractall(tmp_path)
        names = set(opened.namelist())
    result = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert {line.split(": ")[0] for line in result.stdout.splitlines()} == names - {"SHA256SUMS"}


def test_it_states_licence_and_day(exported: Path, catalogue: Catalogue):
    with zipfile.ZipFile(exported / "en/data" / NAME) as opened:
        readme = opened.read("README.txt").decode()
        assert "CC-BY-4.0" in opened.read("LICENCE.txt").decode()
    words = texts("en")["data"]["notes"]
    assert words["as_of"].format(date=day_text(catalogue.as_of, "en")) in readme
    assert words["source"].format(address=ENVIRONMENT["SITE_URL"]) in readme


def test_it_is_the_same_whenever_it_is_made(exported: Path, catalogue: Catalogue):
    before = [hashlib.sha256((exported / folder / NAME).read_bytes()).digest() for folder in FOLDERS]
    bundle.write(catalogue, exported)
    assert [hashlib.sha256((exported / folder / NAME).read_bytes()).digest() for folder in FOLDERS] == before
