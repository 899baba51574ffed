"""An edition: whole, checkable, citable, with what changed since the one before in both languages."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import yaml

from macros.base.languages import LANGS
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.catalogue.of_day import catalogue_of
from macros.export import edition
from macros.records.check.rules import check
from macros.views.change_log.log import ChangeLog
from tests.conftest import ENVIRONMENT
from tests.repository import Repository

DAY = dt.date(2026, 11, 21)


def test_an_edition_is_named_after_its_quarter():
    days = {"2026-01-01": "q1", "2026-03-31": "q1", "2026-04-01": "q2", "2026-12-31": "q4"}
    assert {day: edition.tag_of(dt.date.fromisoformat(day)) for day in days} == {
        day: f"edition-2026-{quarter}" for day, quarter in days.items()
    }


def test_its_files_are_those_of_the_site_and_their_checksums_hold(exported: Path, catalogue: Catalogue, tmp_path: Path):
    folder = tmp_path / "edition"
    files = edition.write(catalogue, exported, folder, None)
    subprocess.run(["sha256sum", "--check", "--quiet", edition.SUMS], cwd=folder, check=True)
    assert {path.suffix for path in files[:-1]} == {".zip", ".sqlite", ".cff"}
    for path in folder.glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
    for path in folder.glob("*.sqlite"):
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(list(folder.glob("*.zip"))) == len(list(folder.glob("*.sqlite"))) == len(LANGS)


def test_it_says_how_to_cite_it_in_the_citation_file_format(tmp_path: Path):
    path = tmp_path / "CITATION.cff"
    path.write_text(edition.citation(DAY), encoding="utf-8")
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert (said["version"], said["date-released"], said["license"]) == ("2026-q4", DAY, "CC-BY-4.0")
    assert said["url"] == ENVIRONMENT["SITE_URL"]
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--builtin-schema", "vendor.citation-file-format"]
    result = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_its_notes_tell_what_changed_since_the_last_in_both_languages(repository: Repository):
    before = int(repository.git("log", "-1", "--format=%ct"))
    repository.replace("data/partners.yaml", "signed: 2009", "signed: 2009-04")
    repository.commit()
    found = catalogue_of(repository.root, check(repository.root)[0], DAY)
    told = edition.notes(found, before)
    for lang in LANGS:
        (change,) = [change for change in found.history.changes if change.moment > before]
        sentence = edition._plain(ChangeLog(found, lang).entry(change).sentence)
        assert f"- {sentence}\n" in told
    first = edition.notes(found, None)
    assert all(texts(lang)["edition"]["first"] in first for lang in LANGS)
    later = int(repository.git("log", "-1", "--format=%ct"))
    assert all(texts(lang)["edition"]["none"] in edition.notes(found, later) for lang in LANGS)


def test_no_text_of_the_data_is_markup_in_the_notes():
    hostile = "[x](javascript:alert(1)) @somebody <b>* `code` https://example.org"
    assert not set("[]()<>@*`:") & set(edition._plain(hostile).replace("&#", "").replace(";", ""))
    assert json.dumps(hostile)
