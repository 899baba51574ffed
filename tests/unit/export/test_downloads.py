"""The list of files to download: every file that the exporters write, with counts that hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.base.languages import LANGS, Lang
from macros.base.words import texts
from macros.catalogue.catalogue import Catalogue
from macros.export import forms
from macros.export.api.lists import LISTS
from macros.export.docx import briefs, report_document
from macros.export.downloads import downloads
from macros.views import addresses
from tests.unit.export.table_reader import FOLDERS, table_rows


@pytest.mark.parametrize("lang", LANGS)
def test_every_table_and_whole_file_is_listed_and_lies_there(lang: Lang, catalogue: Catalogue, exported: Path):
    files = downloads(catalogue, lang)
    listed = {row.csv for row in files.lists} | {path for _, _, path in files.further}
    listed |= {files.archive, files.sums, files.workbook, files.database, files.package, files.csvw, *files.charts}
    listed |= {files.catalog} if lang == "vi" else set()
    folder = exported / FOLDERS[lang]
    found = {path.relative_to(exported).as_posix() for path in folder.rglob("*.*")}
    assert listed == {path for path in found if not path.endswith(".csv-metadata.json")}
    assert (exported / files.index).is_file()
    assert (exported / files.openapi).is_file()


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_has_its_count_its_schema_and_an_example(lang: Lang, catalogue: Catalogue, exported: Path):
    for row, name in zip(downloads(catalogue, lang).lists, LISTS, strict=True):
        records = json.loads((exported / row.json).read_text(encoding="utf-8"))
        assert (row.title, row.count) == (texts(lang)["kinds"][name], len(records))
        assert (exported / row.schema).is_file()
        assert json.loads((exported / row.example).read_text(encoding="utf-8"))["id"] == row.id == records[0]["id"]


def test_further_tables_are_counted_by_rows(catalogue: Catalogue, exported: Path):
    for _, number, path in downloads(catalogue, "en").further:
        assert number == len(table_rows((exported / path).parent, Path(path).stem))


@pytest.mark.parametrize("lang", LANGS)
def test_papers_are_listed_by_sort_with_their_number_and_an_example(lang: Lang, catalogue: Catalogue, tmp_path: Path):
    for module in (briefs, forms, report_document):
        module.write(catalogue, tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    files = downloads(catalogue, lang)
    for sort in files.papers:
        before, after = sort.pattern.split("{id}")
        assert sort.example in found
        assert sort.count == sum(path.startswith(before) and path.endswith(after) for path in found)
        assert sort.words in texts(lang)["data"]["page"]
    assert len(files.papers) == 3
    assert files.drafts
    assert set(files.drafts) <= found


def test_what_can_be_followed_is_named_in_the_language(catalogue: Catalogue):
    for lang in LANGS:
        files = downloads(catalogue, lang)
        assert files.feed == addresses.feed("", "", lang)
        assert files.calendar == addresses.calendar("", "", lang)
    assert downloads(catalogue, "vi").agreement == downloads(catalogue, "en").agreement


def test_the_address_of_the_site_is_safe_within_code(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/?a=<b>&c")
    assert downloads(catalogue, "vi").site == "https://example.org/?a=&lt;b&gt;&amp;c/"
