"""Files that only a machine makes, and links, are refused when a commit brings them."""

from __future__ import annotations

import pytest

from macros.records.check.rules import check
from tests.repository import Repository


def found(repository: Repository) -> list[tuple[str, str]]:
    return [(problem.place.file, problem.rule) for problem in check(repository.root)[1]]


@pytest.mark.parametrize(
    "brought",
    [
        ".build/cache/x.txt",
        ".venv/bin/python",
        "Site/index.html",
        "forms/a.xlsx",
        ".site.old/a",
        "macros/__pycache__/a.pyc",
        "macros/base/escape.cpython-311-x86_64-linux-gnu.so",
        "x/.mypy_cache/3.11/a.json",
    ],
)
def test_what_only_a_machine_makes_is_refused_where_git_has_it(brought: str, repository: Repository):
    path = repository.root / brought
    path.parent.mkdir(parents=True)
    path.write_text("x")
    assert found(repository) == []
    repository.git("add", "--force", brought)
    assert found(repository) == [(brought, "committed-output")]
    (problem,) = check(repository.root)[1]
    assert all(f"git rm --cached {brought}" in sentence for sentence in problem.sentences())


def test_links_are_refused_wherever_they_lead(repository: Repository):
    (repository.root / "docs").mkdir(exist_ok=True)
    (repository.root / "docs" / "secret.md").symlink_to("/etc/hostname")
    repository.git("add", "--all")
    assert found(repository) == [("docs/secret.md", "committed-link")]


def test_a_folder_named_like_an_output_elsewhere_is_no_output(repository: Repository):
    path = repository.root / "tests" / "site" / "forms.md"
    path.parent.mkdir(parents=True)
    path.write_text("x")
    repository.git("add", "--all")
    assert found(repository) == []
