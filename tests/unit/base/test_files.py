from __future__ import annotations

from pathlib import Path

from macros.base.system.files import PROJECT, file_names


def test_the_project_is_where_its_configuration_is():
    assert (PROJECT / "mkdocs.yml").is_file()


def test_files_are_named_by_their_path_below_the_folder_in_order(tmp_path: Path):
    for name in ("index.html", "b/index.html", "b/c/data.json", "B.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert file_names(tmp_path) == ["B.html", "b/c/data.json", "b/index.html", "index.html"]
    assert file_names(tmp_path, ".html") == ["B.html", "b/index.html", "index.html"]
    assert file_names(tmp_path / "b") == ["c/data.json", "index.html"]


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path):
    assert file_names(tmp_path / "nothing") == []
