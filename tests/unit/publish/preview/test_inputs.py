"""Digests of what pages depend on besides the records."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.publish.preview.inputs import shared, written_heads
from tests.edits import edit
from tests.repository import Repository

ABOUT = "---\ntitle: About\n---\n\n# About us { #top }\n\nWe write.\n"


@pytest.fixture
def root(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of few files, on a day."""
    monkeypatch.setenv("AS_OF", "2026-11-21")
    for name, text in {
        "mkdocs.yml": "site_name: a\n",
        "macros/page.md.jinja": "{{ item }}\n",
        "macros/__pycache__/x.pyc": "",
        "docs/overrides/main.html": "<p>",
        "docs/en/about.md": ABOUT,
        "docs/vi/about.md": ABOUT,
    }.items():
        path = repository.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return repository.root


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("mkdocs.yml", "a\n", "b\n"),
        ("macros/page.md.jinja", "item", "name"),
        ("docs/overrides/main.html", "<p>", "<div>"),
    ],
)
def test_a_change_of_what_all_pages_share_shows(file: str, before: str, after: str, root: Path):
    was = shared(root)
    assert shared(root) == was
    edit(root / file, before, after)
    assert shared(root) != was


@pytest.mark.parametrize("name", ["SITE_URL", "REPO_URL", "AS_OF", "SOURCE_DATE_EPOCH"])
def test_a_change_of_a_setting_shows(name: str, root: Path, monkeypatch: pytest.MonkeyPatch):
    was = shared(root)
    monkeypatch.setenv(name, "2026-11-22")
    assert shared(root) != was


def test_a_commit_shows_for_the_log_of_changes_is_made_from_it(root: Path, repository: Repository):
    was = shared(root)
    repository.commit()
    assert shared(root) != was


def test_edits_of_data_and_pages_and_compiled_files_do_not_show(root: Path):
    was = shared(root)
    edit(root / "data" / "partners.yaml", "en: Sakai", "en: Sakai City")
    edit(root / "docs" / "en" / "about.md", "title: About", "title: Who we are")
    (root / "macros" / "__pycache__" / "x.pyc").write_text("compiled")
    assert shared(root) == was


@pytest.mark.parametrize(
    ("before", "after", "shows"),
    [("title: About", "title: Who", True), ("# About us", "# Who we are", True), ("We write.", "We wrote.", False)],
    ids=["front matter", "heading", "text"],
)
def test_titles_of_written_pages_show_and_their_texts_do_not(before: str, after: str, shows: bool, root: Path):
    was = written_heads(root)
    edit(root / "docs" / "en" / "about.md", before, after)
    assert (written_heads(root) != was) is shows
