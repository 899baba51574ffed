"""A published record does not disappear: the check compares the data with what the repository has of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.records.check.problem import Problem
from macros.records.check.rules import check
from tests.edits import edit
from tests.repository import Repository

SECTORS = "data/sectors.yaml"
MORE = """
- id: space
  name: {vi: Vũ trụ, en: Space}
  description: {vi: Vệ tinh., en: Satellites.}
  sources: [{document: scheme, locator: x}]
"""


def removed(root: Path) -> list[Problem]:
    return [problem for problem in check(root)[1] if problem.rule == "record-removed"]


@pytest.fixture
def published(repository: Repository) -> Repository:
    """A repository whose second commit added a sector to those of the first."""
    repository.write("data/sectors/space.yaml", MORE.lstrip())
    repository.commit()
    repository.write("data/glossary.yaml", (repository.root / "data/glossary.yaml").read_text() + "# the last\n")
    repository.commit()
    return repository


def test_without_a_repository_nothing_is_known_to_be_gone(small_root: Path):
    (small_root / SECTORS).write_text("[]\n")
    assert removed(small_root) == []


def test_removing_a_published_record_is_told_with_the_place_where_it_stood(published: Repository):
    (published.root / "data/sectors/space.yaml").unlink()
    (problem,) = removed(published.root)
    assert (problem.record, problem.severity) == ("sectors/space", "error")
    assert str(problem.place) == "data/sectors/space.yaml:1:7"
    for sentence in problem.sentences():
        assert "former_ids" in sentence
        assert "retired" in sentence


def test_it_is_told_again_once_it_is_committed(published: Repository):
    (published.root / "data/sectors/space.yaml").unlink()
    published.commit()
    assert [problem.record for problem in removed(published.root)] == ["sectors/space"]


def test_a_record_within_another_is_found_too(repository: Repository):
    edit(repository.root / "data/partners.yaml", "    - id: sakai-2009\n", "    - id: sakai-2010\n")
    (problem,) = removed(repository.root)
    assert (problem.record, str(problem.place)) == ("agreements/sakai-2009", "data/partners.yaml:9:11")


def test_another_id_is_right_where_the_former_one_is_kept(repository: Repository):
    edit(
        repository.root / "data/partners.yaml",
        "    - id: sakai-2009\n",
        "    - id: sakai-2010\n      former_ids: [sakai-2009]\n",
    )
    assert removed(repository.root) == []


def test_a_record_that_was_the_same_as_another_may_go_into_it(published: Repository):
    (published.root / "data/sectors/space.yaml").unlink()
    edit(published.root / SECTORS, "- id: tourism\n", "- id: tourism\n  former_ids: [space]\n")
    assert removed(published.root) == []


def test_moving_a_record_to_another_file_removes_nothing(published: Repository):
    text = (published.root / SECTORS).read_text()
    (published.root / SECTORS).write_text("[]\n")
    (published.root / "data/sectors/other.yaml").write_text(text)
    assert removed(published.root) == []


def test_a_file_that_cannot_be_read_removes_nothing(published: Repository):
    edit(published.root / "data/sectors/space.yaml", "name: {", "name: [")
    assert removed(published.root) == []


def test_what_a_branch_added_itself_was_never_published(published: Repository):
    published.git("checkout", "--quiet", "-b", "proposal")
    published.write("data/sectors/ocean.yaml", MORE.lstrip().replace("space", "ocean"))
    published.commit()
    (published.root / "data/sectors/ocean.yaml").unlink()
    assert removed(published.root) == []
    (published.root / "data/sectors/space.yaml").unlink()
    published.commit()
    assert [problem.record for problem in removed(published.root)] == ["sectors/space"]
